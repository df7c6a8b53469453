// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The type of an any_io_executor, or of a timer, does not tell whether it is a
// pool's; what it was made from does.
#include <boost/asio.hpp>
#include <unistd.h>

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;

awaitable<void> variables(asio::thread_pool &pool) {
  asio::any_io_executor copied = pool.get_executor();
  asio::post(copied, [] { usleep(1); });
  copied.execute([] { usleep(2); });
  asio::any_io_executor made(asio::make_strand(pool));
  co_await asio::co_spawn(
      made,
      []() -> awaitable<void> {
        usleep(3);
        co_return;
      },
      use_awaitable);
  asio::any_io_executor preferred = asio::prefer(
      pool.get_executor(), asio::execution::outstanding_work.tracked);
  asio::dispatch(preferred, [] { usleep(4); });
  asio::steady_timer timer(pool);
  timer.async_wait([](auto) { usleep(5); });
  co_await asio::post(asio::bind_executor(copied, use_awaitable));
  usleep(6);
}

awaitable<void> ofTheLoop(asio::io_context &loop, asio::any_io_executor given) {
  asio::any_io_executor copied = loop.get_executor();
  asio::post(copied, [] { usleep(1); });
// CHECK-MESSAGES: :[[@LINE-1]]:27: warning: call to 'usleep' blocks the thread in a callback of the event loop: it {{.*}} [async-blocking-call]
  asio::post(given, [] { usleep(2); });
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: call to 'usleep' blocks the thread in a callback of the event loop: it {{.*}} [async-blocking-call]
  co_await asio::post(asio::bind_executor(copied, use_awaitable));
  usleep(3);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'usleep' blocks the thread in coroutine 'ofTheLoop': it {{.*}} [async-blocking-call]
}

// A field holds what every constructor gives it.
class Server {
public:
  Server(asio::io_context &loop, bool)
      : second(pool.get_executor()), mixed(loop.get_executor()) {}
  explicit Server(asio::any_io_executor other)
      : second(asio::make_strand(pool)), mixed(pool.get_executor()),
        given(other) {}

  void start() {
    asio::post(first, [] { usleep(1); });
    asio::post(second, [] { usleep(2); });
    asio::post(mixed, [] { usleep(3); });
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: call to 'usleep' blocks the thread in a callback of the event loop: it {{.*}} [async-blocking-call]
    asio::post(given, [] { usleep(4); });
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: call to 'usleep' blocks the thread in a callback of the event loop: it {{.*}} [async-blocking-call]
  }

private:
  asio::thread_pool pool{2};
  asio::any_io_executor first = pool.get_executor();
  asio::any_io_executor second, mixed, given;
};

// Where a callback runs is not a matter of who posts it, if that says where.
void thereAndBack(asio::thread_pool &pool, asio::io_context &loop) {
  asio::post(pool, [&loop] {
    usleep(1);
    asio::post(loop, [] { usleep(2); });
// CHECK-MESSAGES: :[[@LINE-1]]:27: warning: call to 'usleep' blocks the thread in a callback of the event loop: it {{.*}} [async-blocking-call]
  });
  asio::co_spawn(
      pool,
      []() -> awaitable<void> {
        auto own = co_await asio::this_coro::executor;
        asio::post(own, [] { usleep(3); });
      },
      asio::detached);
}
