// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <cstddef>
#include <folly/coro/AsyncGenerator.h>
#include <folly/coro/AsyncScope.h>
#include <folly/coro/Task.h>
#include <tuple>
#include <vector>

namespace folly::coro {
template <typename... T> Task<std::tuple<T...>> collectAll(Task<T>... tasks);
template <typename... T>
Task<std::tuple<Try<T>...>> collectAllTry(Task<T>... tasks);
template <typename Range> Task<void> collectAllRange(Range tasks);
template <typename Range> Task<void> collectAllTryRange(Range tasks);
template <typename Range>
Task<void> collectAllWindowed(Range tasks, std::size_t maxConcurrency);
template <typename Range>
Task<void> collectAllTryWindowed(Range tasks, std::size_t maxConcurrency);
template <typename Range>
AsyncGenerator<int> makeUnorderedAsyncGenerator(AsyncScope &scope, Range tasks);
template <typename Range>
AsyncGenerator<int> makeUnorderedTryAsyncGenerator(AsyncScope &scope,
                                                   Range tasks);
template <typename... A> Task<std::size_t> collectAny(A &&...awaitables);
template <typename... A>
Task<std::size_t> collectAnyWithoutException(A &&...awaitables);
template <typename... A>
Task<std::size_t> collectAnyNoDiscard(A &&...awaitables);
template <typename Range> Task<std::size_t> collectAnyRange(Range tasks);
template <typename Range>
Task<std::size_t> collectAnyWithoutExceptionRange(Range tasks);
template <typename Range>
Task<std::size_t> collectAnyNoDiscardRange(Range tasks);
} // namespace folly::coro
