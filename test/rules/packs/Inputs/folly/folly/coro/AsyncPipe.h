// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <folly/coro/Task.h>

namespace folly::coro {
template <typename T> class AsyncPipe {
public:
  template <typename U = T> bool write(U &&val);
};
template <typename T> class BoundedAsyncPipe {
public:
  template <typename U = T> Task<bool> write(U &&u);
  template <typename U = T> bool try_write(U &&u);
};
} // namespace folly::coro
