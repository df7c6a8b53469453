// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of PhotonLibOS 0.9;
// not the library.
#pragma once

#include "photon/net/socket.h"
#include <string_view>

namespace photon::net::http {
class Request;
class Response {
public:
  void set_result(int code);
};
using DelegateHTTPHandler = Delegate<int, Request &, Response &, std::string_view>;
class HTTPServer {
public:
  virtual ~HTTPServer();
  virtual void add_handler(DelegateHTTPHandler handler,
                           std::string_view pattern = "") = 0;
};
} // namespace photon::net::http
