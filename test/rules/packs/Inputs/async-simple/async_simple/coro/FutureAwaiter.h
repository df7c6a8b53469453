// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of async_simple 1.4;
// not the library.
#pragma once
#include <async_simple/Future.h>
#include <async_simple/coro/Lazy.h>

namespace async_simple {
template <typename T> auto operator co_await(Future<T> &&) { return coro::detail::Awaiter<T>(); }
} // namespace async_simple
