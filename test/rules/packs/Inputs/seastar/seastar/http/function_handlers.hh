// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/future.hh>

namespace seastar {
namespace http {
struct request {
  sstring get_query_param(const sstring &name) const;
};
struct reply {};
} // namespace http
namespace httpd {
using const_req = const http::request &;
using request_function = std::function<sstring(const_req req)>;
using handle_function = std::function<sstring(const_req req, http::reply &)>;
class function_handler {
public:
  function_handler(const handle_function &f_handle, const sstring &type);
  function_handler(const request_function &handle, const sstring &type);
};
} // namespace httpd
} // namespace seastar
