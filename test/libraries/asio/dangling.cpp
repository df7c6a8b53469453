// RUN: %check "--args=-DASIO_HAS_CO_AWAIT -DASIO_HAS_STD_COROUTINE" %s '--checks=-*,async-dangling-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A name server on standalone Asio: coroutines that refer to what is gone when they
// run.
#include <asio.hpp>
#include <asio/experimental/as_tuple.hpp>
#include <asio/experimental/awaitable_operators.hpp>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using asio::awaitable;
using asio::use_awaitable;
using asio::ip::udp;
using namespace asio::experimental::awaitable_operators;
using namespace std::chrono_literals;

awaitable<int> resolve(const std::string &name);
std::string nextName();

awaitable<void> answer(udp::socket &socket, const udp::endpoint &to, std::string_view text) {
  co_await socket.async_send_to(asio::buffer(text), to, use_awaitable);
}

// What people write.

awaitable<int> ask() {
  auto first = resolve("localhost");
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: the task from 'resolve' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+4]]:32: note: 'first' is awaited here
// CHECK-MESSAGES: :[[@LINE-3]]:24: note: instead: co_await it in the same statement, or let 'resolve' take it by value
  auto second = resolve(nextName());
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'resolve' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(first) + co_await std::move(second);
}

awaitable<int> askInTime() {
  asio::steady_timer timer(co_await asio::this_coro::executor, 2s);
  auto either = resolve(nextName()) || timer.async_wait(use_awaitable);
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'resolve' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  auto result = co_await std::move(either);
  co_return result.index() == 0 ? std::get<0>(result) : 0;
}

awaitable<void> serve(udp::socket &socket) {
  auto executor = co_await asio::this_coro::executor;
  char data[256];
  for (;;) {
    udp::endpoint from;
    std::size_t size =
        co_await socket.async_receive_from(asio::buffer(data), from, use_awaitable);
    std::string text = nextName() + std::string(data, size);
    asio::co_spawn(executor, answer(socket, from, text), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:45: warning: the task from 'answer' refers to 'from', which dies {{.*}} [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-2]]:51: warning: the task from 'answer' refers to 'text', which dies {{.*}} [async-dangling-argument]
  }
}

awaitable<void> serveOnce(udp::socket &socket) {
  udp::endpoint from;
  std::string text;
  asio::co_spawn(
      socket.get_executor(),
      [&]() -> awaitable<void> { co_await answer(socket, from, text); },
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'from', which this coroutine lambda captures by reference, dies when 'serveOnce' returns, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE-2]]:7: note: instead: capture it by value
      asio::detached);
  co_return;
}

void start(asio::io_context &context, udp::socket &socket) {
  std::string text = nextName();
  asio::co_spawn(context, [&socket, text]() -> awaitable<void> {
// CHECK-MESSAGES: :[[@LINE-1]]:27: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
    udp::endpoint everybody;
    co_await answer(socket, everybody, text);
  }(), asio::detached);
}

// What is right.

awaitable<int> askInOrder(std::string name) {
  auto known = resolve(name);
  int found = co_await resolve("localhost") + co_await resolve(nextName());
  co_return found + co_await std::move(known);
}

awaitable<int> askInTimeInOrder(std::string name) {
  asio::steady_timer timer(co_await asio::this_coro::executor, 2s);
  auto either = resolve(name) || timer.async_wait(use_awaitable);
  auto result = co_await std::move(either);
  co_return result.index() == 0 ? std::get<0>(result) : co_await resolve("localhost");
}

awaitable<void> own(udp::socket &socket, udp::endpoint to, std::string text) {
  co_await answer(socket, to, text);
}

awaitable<void> serveInOrder(udp::socket &socket) {
  auto executor = co_await asio::this_coro::executor;
  char data[256];
  for (;;) {
    udp::endpoint from;
    std::size_t size =
        co_await socket.async_receive_from(asio::buffer(data), from, use_awaitable);
    asio::co_spawn(executor, own(socket, from, {data, size}), asio::detached);
    asio::co_spawn(
        executor,
        [&socket, from, text = nextName()]() -> awaitable<void> {
          co_await answer(socket, from, text);
        },
        asio::detached);
  }
}

int run(asio::io_context &context) {
  std::string name = nextName();
  auto found = asio::co_spawn(context, resolve(name), asio::use_future);
  context.run();
  return found.get();
}
