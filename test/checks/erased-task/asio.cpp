// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Boost.Asio's functions that call a handler drop what it returns; co_spawn
// does not.
#include <boost/asio.hpp>
#include <exception>
#include <functional>

namespace asio = boost::asio;
using asio::awaitable;
using boost::system::error_code;

awaitable<void> tick();

void drops(asio::io_context &loop, asio::thread_pool &pool) {
  asio::post(loop, []() -> awaitable<void> { co_return; });
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'boost::asio::post' drops the task that this lambda returns: it never runs [async-erased-task]
  asio::post(loop, tick);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'boost::asio::post' drops the task that 'tick' returns: it never runs [async-erased-task]
  asio::dispatch(loop, [] { return tick(); });
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'boost::asio::dispatch' drops the task that this lambda returns: it never runs [async-erased-task]
  asio::defer(pool, []() -> awaitable<void> { co_return; });
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'boost::asio::defer' drops the task that this lambda returns: it never runs [async-erased-task]
}

awaitable<void> dropsInACoroutine(asio::steady_timer &timer) {
  asio::post(timer.get_executor(), []() -> awaitable<void> { co_return; });
// CHECK-MESSAGES: :[[@LINE-1]]:36: warning: 'boost::asio::post' drops the task that this lambda returns: it never runs [async-erased-task]
  timer.async_wait([](error_code) -> awaitable<void> { co_return; });
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'boost::asio::{{.*}}async_wait' drops the task that this lambda returns: it never runs [async-erased-task]
  co_return;
}

// Started.

awaitable<void> starts(asio::io_context &loop, asio::thread_pool &pool,
                       asio::steady_timer &timer) {
  asio::co_spawn(loop, []() -> awaitable<void> { co_return; }, asio::detached);
  asio::co_spawn(loop, tick, asio::detached);
  asio::co_spawn(loop, tick, [](std::exception_ptr error) {
    if (error)
      std::rethrow_exception(error);
  });
  co_await asio::co_spawn(pool, tick, asio::use_awaitable);
  co_await asio::post(loop, asio::use_awaitable);
  asio::post(loop, [&loop] { asio::co_spawn(loop, tick, asio::detached); });
  timer.async_wait([&loop](error_code) { asio::co_spawn(loop, tick, asio::detached); });
  std::function<awaitable<void>()> later = tick;
  asio::co_spawn(loop, later, asio::detached);
  asio::co_spawn(loop, std::move(later), asio::detached);
}
