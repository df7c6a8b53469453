// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Cap'n Proto 2 (May
// 2026); not the library.
#pragma once

#include "kj/async.h"
#include "kj/function.h"
#include "kj/thread.h"
#include "kj/timer.h"

namespace kj {
class AsyncIoStream {
public:
  virtual Promise<std::size_t> tryRead(void *buffer, std::size_t minBytes,
                                       std::size_t maxBytes) = 0;
};
class AsyncIoProvider {
public:
  struct PipeThread {
    Own<Thread> thread;
    Own<AsyncIoStream> pipe;
  };
  virtual PipeThread newPipeThread(
      Function<void(AsyncIoProvider &, AsyncIoStream &, WaitScope &)>
          startFunc) = 0;
  virtual Timer &getTimer() = 0;
};
struct AsyncIoContext {
  Own<AsyncIoProvider> provider;
  WaitScope &waitScope;
};
AsyncIoContext setupAsyncIo();
} // namespace kj
