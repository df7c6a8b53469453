// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `co_await post(pool, use_awaitable)` comes back to the loop at once; with a
// token bound to the pool the coroutine stays there until it next suspends.
#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <unistd.h>

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;

awaitable<void> comesBack(asio::thread_pool &pool) {
  co_await asio::post(pool, use_awaitable);
  usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'comesBack': it {{.*}} [async-blocking-call]
}

awaitable<void> stays(asio::thread_pool &pool, asio::steady_timer &timer) {
  co_await asio::post(asio::bind_executor(pool, use_awaitable));
  usleep(1);
  co_await timer.async_wait(use_awaitable);
  usleep(2);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'stays': it {{.*}} [async-blocking-call]
}

awaitable<void> staysOnOneBranch(asio::thread_pool &pool, bool big) {
  if (big) {
    co_await asio::post(asio::bind_executor(pool, use_awaitable));
    usleep(1);
  }
  usleep(2);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'staysOnOneBranch': it {{.*}} [async-blocking-call]
}
