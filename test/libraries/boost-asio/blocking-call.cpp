// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A chat room on Boost.Asio: what stops its loop, and what does not.
#include <boost/asio.hpp>
#include <chrono>
#include <string>
#include <thread>

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;
using namespace std::chrono_literals;

std::string render(int room) {
  std::this_thread::sleep_for(1s);
  return std::to_string(room);
}

// What the library's own guide shows.

awaitable<void> echo(tcp::socket socket) {
  char data[1024];
  for (;;) {
    auto size = co_await socket.async_read_some(asio::buffer(data), use_awaitable);
    co_await asio::async_write(socket, asio::buffer(data, size), use_awaitable);
  }
}

awaitable<void> listen(tcp::acceptor &acceptor) {
  auto executor = co_await asio::this_coro::executor;
  for (;;) {
    tcp::socket socket = co_await acceptor.async_accept(use_awaitable);
    asio::co_spawn(executor, echo(std::move(socket)), asio::detached);
  }
}

awaitable<std::string> look_up(std::string host) {
  tcp::resolver resolver(co_await asio::this_coro::executor);
  auto found = co_await resolver.async_resolve(host, "http", use_awaitable);
  co_return found.begin()->host_name();
}

awaitable<void> remind() {
  asio::steady_timer timer(co_await asio::this_coro::executor, 1s);
  co_await timer.async_wait(use_awaitable);
}

awaitable<std::string> render_elsewhere(asio::thread_pool &pool, int room) {
  co_return co_await asio::co_spawn(
      pool, [room]() -> awaitable<std::string> { co_return render(room); },
      use_awaitable);
}

awaitable<void> render_in_the_background(asio::thread_pool &pool, int room) {
  asio::post(pool, [room] { render(room); });
  co_return;
}

int serve() {
  asio::io_context context;
  asio::signal_set signals(context, SIGINT);
  signals.async_wait([&](auto, auto) { context.stop(); });
  asio::co_spawn(context, remind(), asio::detached);
  context.run();
  return 0;
}

// What people write.

awaitable<void> remind_at_once() {
  asio::steady_timer timer(co_await asio::this_coro::executor, 1s);
  timer.wait();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: {{.*}}wait' blocks the thread in coroutine 'remind_at_once': it sleeps until the timer expires [async-blocking-call]
// CHECK-MESSAGES: note: instead: co_await the timer's async_wait(asio::use_awaitable)
}

awaitable<std::string> look_up_now(std::string host) {
  tcp::resolver resolver(co_await asio::this_coro::executor);
  auto found = resolver.resolve(host, "http");
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: {{.*}}resolve' blocks the thread in coroutine 'look_up_now': it waits for a name server [async-blocking-call]
  co_return found.begin()->host_name();
}

awaitable<void> answer(tcp::socket socket, int room) {
  std::string page = render(room);
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: call to 'render' blocks the thread in coroutine 'answer': it reaches 'std::this_thread::sleep_for', {{.*}} [async-blocking-call]
  asio::write(socket, asio::buffer(page));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'boost::asio::write' blocks the thread in coroutine 'answer': it waits until all the data is written [async-blocking-call]
  co_return;
}

awaitable<std::string> wait_for_it(asio::thread_pool &pool, int room) {
  auto rendered = asio::co_spawn(
      pool, [room]() -> awaitable<std::string> { co_return render(room); },
      asio::use_future);
  co_return rendered.get();
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: {{.*}} in coroutine 'wait_for_it'{{.*}} [async-blocking-call]
}

awaitable<void> later(int room) {
  asio::post(co_await asio::this_coro::executor, [room] { render(room); });
// CHECK-MESSAGES: :[[@LINE-1]]:59: warning: call to 'render' blocks the thread in a callback of the event loop: {{.*}} [async-blocking-call]
}

awaitable<void> with_a_pool_of_its_own(int room) {
  asio::thread_pool pool(1);
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: destroying 'boost::asio::thread_pool' blocks the thread in coroutine 'with_a_pool_of_its_own': {{.*}} [async-blocking-call]
  asio::post(pool, [room] { render(room); });
  co_return;
}
