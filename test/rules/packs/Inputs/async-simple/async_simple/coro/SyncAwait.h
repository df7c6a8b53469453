// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of async_simple 1.4;
// not the library.
#pragma once
#include <async_simple/coro/Lazy.h>

namespace async_simple::coro {
template <typename LazyType> typename std::decay_t<LazyType>::ValueType syncAwait(LazyType &&lazy);
template <typename LazyType>
typename std::decay_t<LazyType>::ValueType syncAwait(LazyType &&lazy, Executor *ex);
} // namespace async_simple::coro
