// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of async_simple 1.4;
// not the library.
#pragma once
#include <async_simple/coro/Lazy.h>

namespace async_simple::coro {
namespace detail {
struct DispatchAwaitable {
  Awaiter<void> coAwait(Executor *);
};
} // namespace detail
inline detail::DispatchAwaitable dispatch(Executor *) { return {}; }
} // namespace async_simple::coro
