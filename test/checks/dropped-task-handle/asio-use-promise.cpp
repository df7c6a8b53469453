// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The promise of co_spawn owns the coroutine: dropping it cancels the work.
#include <boost/asio.hpp>
#include <boost/asio/experimental/promise.hpp>
#include <boost/asio/experimental/use_promise.hpp>
#include <utility>

namespace asio = boost::asio;
using asio::experimental::use_promise;

asio::awaitable<int> count();
asio::awaitable<void> session();

void dropped(asio::io_context &loop) {
  asio::co_spawn(loop, session(), use_promise);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the promise from 'boost::asio::co_spawn' is dropped: dropping the promise cancels the coroutine [async-dropped-task-handle]
}

asio::awaitable<void> neverUsed() {
  auto promise =
      asio::co_spawn(co_await asio::this_coro::executor, session(), use_promise);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: the promise from 'boost::asio::co_spawn', kept in 'promise', is never used: dropping the promise cancels the coroutine [async-dropped-task-handle]
}

asio::awaitable<void> awaited() {
  auto promise =
      asio::co_spawn(co_await asio::this_coro::executor, session(), use_promise);
  co_await std::move(promise)(asio::use_awaitable);
}

// Nothing is started before the result is awaited: a task like any other.

asio::awaitable<int> lazyTokens(asio::thread_pool &pool) {
  asio::co_spawn(pool, count(), asio::use_awaitable);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'boost::asio::co_spawn' is never awaited: it never runs [async-unawaited-task]
  co_await asio::co_spawn(pool, count(), asio::use_awaitable);
  co_await asio::co_spawn(pool, session(), asio::deferred);
  auto later = asio::co_spawn(pool, count(), asio::use_awaitable);
  co_return co_await std::move(later);
}
