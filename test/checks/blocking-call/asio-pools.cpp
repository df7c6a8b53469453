// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A coroutine that is only ever started on a pool may block there.
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <unistd.h>

namespace asio = boost::asio;
using asio::awaitable;

namespace {

awaitable<int> onlyOnThePool(int time) { co_return usleep(time); }

awaitable<int> onBoth(int time) {
  co_return usleep(time);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'usleep' blocks the thread in coroutine '{{.*}}onBoth': it {{.*}} [async-blocking-call]
}

awaitable<int> onTheLoop(int time) {
  co_return usleep(time);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'usleep' blocks the thread in coroutine '{{.*}}onTheLoop': it {{.*}} [async-blocking-call]
}

} // namespace

// Somebody else may start it anywhere.
awaitable<int> known(int time) {
  co_return usleep(time);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'usleep' blocks the thread in coroutine 'known': it {{.*}} [async-blocking-call]
}

awaitable<void> starts(asio::thread_pool &pool) {
  co_await asio::co_spawn(pool, onlyOnThePool(1), asio::use_awaitable);
  co_await asio::co_spawn(pool.get_executor(), onlyOnThePool(2),
                          asio::use_awaitable);
  co_await asio::co_spawn(pool, onBoth(1), asio::use_awaitable);
  co_await onBoth(2);
  co_await asio::co_spawn(
      pool,
      []() -> awaitable<void> {
        usleep(1);
        co_return;
      },
      asio::use_awaitable);
  auto named = []() -> awaitable<void> {
    usleep(1);
    co_return;
  };
  co_await asio::co_spawn(pool, named, asio::use_awaitable);
  co_await asio::co_spawn(pool, named(), asio::use_awaitable);
}

int main() {
  asio::io_context loop;
  asio::thread_pool pool;
  asio::co_spawn(loop, starts(pool), asio::detached);
  asio::co_spawn(loop, onTheLoop(1), asio::detached);
  asio::co_spawn(loop, known(1), asio::detached);
  asio::co_spawn(
      loop,
      []() -> awaitable<void> {
        usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: call to 'usleep' blocks the thread in {{.*}}: it {{.*}} [async-blocking-call]
        co_return;
      },
      asio::detached);
  loop.run();
  pool.join();
}
