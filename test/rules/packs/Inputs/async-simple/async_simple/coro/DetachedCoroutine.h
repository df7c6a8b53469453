// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of async_simple 1.4;
// not the library.
#pragma once
namespace async_simple::coro::detail {
struct DetachedCoroutine {};
} // namespace async_simple::coro::detail
