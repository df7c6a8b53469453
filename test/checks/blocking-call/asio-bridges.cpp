// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Waiting for asynchronous work in a coroutine blocks; waiting for work of the
// very loop the coroutine runs on never ends.
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/use_future.hpp>
#include <chrono>
#include <future>

namespace asio = boost::asio;
using asio::awaitable;

awaitable<int> work() { co_return 1; }

awaitable<int> waitsForItself() {
  auto loop = co_await asio::this_coro::executor;
  std::future<int> result = asio::co_spawn(loop, work(), asio::use_future);
  co_return result.get();
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: call to 'std::future::get' deadlocks coroutine 'waitsForItself': {{.*}} [async-blocking-call]
}

awaitable<int> waitsForItselfAtOnce() {
  co_return asio::co_spawn(co_await asio::this_coro::executor, work(),
                           asio::use_future)
      .get();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to 'std::future::get' deadlocks coroutine 'waitsForItselfAtOnce': {{.*}} [async-blocking-call]
}

awaitable<int> waitsForAPool(asio::thread_pool &pool) {
  std::future<int> result = asio::co_spawn(pool, work(), asio::use_future);
  co_return result.get();
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: call to 'std::future::get' blocks the thread in coroutine 'waitsForAPool': it {{.*}} [async-blocking-call]
}

awaitable<int> waitsForSomebody(std::future<int> result) {
  co_return result.get();
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: call to 'std::future::get' blocks the thread in coroutine 'waitsForSomebody': it {{.*}} [async-blocking-call]
}

awaitable<void> runsALoop(asio::io_context &loop) {
  loop.run();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to '{{.*}}::run' blocks the thread in coroutine 'runsALoop': it {{.*}} [async-blocking-call]
  loop.run_one();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to '{{.*}}::run_one' blocks the thread in coroutine 'runsALoop': it {{.*}} [async-blocking-call]
  loop.run_for(std::chrono::seconds(1));
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to '{{.*}}::run_for' blocks the thread in coroutine 'runsALoop': it {{.*}} [async-blocking-call]
  co_return;
}

awaitable<void> runsItsOwnLoop(asio::io_context &own) {
  own.run();
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: call to '{{.*}}::run' deadlocks coroutine 'runsItsOwnLoop': {{.*}} [async-blocking-call]
  co_return;
}

awaitable<void> ownsAPool() {
  asio::thread_pool pool(1);
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: destroying 'boost::asio::thread_pool' blocks the thread in coroutine 'ownsAPool': it {{.*}} [async-blocking-call]
  co_await work();
}

awaitable<void> joinsAPool(asio::thread_pool &pool) {
  pool.join();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to '{{.*}}::join' blocks the thread in coroutine 'joinsAPool': it {{.*}} [async-blocking-call]
  co_return;
}

awaitable<void> fine(asio::io_context &loop, asio::thread_pool &pool) {
  co_await work();
  co_await asio::co_spawn(pool, work(), asio::use_awaitable);
  std::future<int> kept = asio::co_spawn(pool, work(), asio::use_future);
  loop.poll();
  loop.stop();
  pool.stop();
  if (kept.wait_for(std::chrono::seconds(0)) == std::future_status::ready)
    kept.get();
}

int main() {
  asio::io_context loop;
  std::future<int> result = asio::co_spawn(loop, work(), asio::use_future);
  asio::co_spawn(loop, runsItsOwnLoop(loop), asio::detached);
  loop.run();
  return result.get();
}
