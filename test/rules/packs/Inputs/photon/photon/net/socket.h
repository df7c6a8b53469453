// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of PhotonLibOS 0.9;
// not the library.
#pragma once

#include "photon/thread/thread.h"
#include <cstddef>
#include <sys/types.h>

namespace photon::net {
class ISocketStream {
public:
  virtual ~ISocketStream();
  virtual ssize_t recv(void *buf, std::size_t count, int flags = 0) = 0;
  virtual ssize_t send(const void *buf, std::size_t count, int flags = 0) = 0;
};
class ISocketServer {
public:
  virtual ~ISocketServer();
  using Handler = Callback<ISocketStream *>;
  virtual ISocketServer *set_handler(Handler handler) = 0;
  virtual int start_loop(bool block = false) = 0;
};
} // namespace photon::net
