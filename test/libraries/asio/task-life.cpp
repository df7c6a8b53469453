// RUN: %check "--args=-DASIO_HAS_CO_AWAIT -DASIO_HAS_STD_COROUTINE" %s '--checks=async-*,-async-unbounded-*,-async-swallowed-cancellation'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A name server on standalone Asio: coroutines that never run, or that nobody
// hears of again.
#include <asio.hpp>
#include <asio/experimental/as_tuple.hpp>
#include <asio/experimental/awaitable_operators.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using asio::awaitable;
using asio::use_awaitable;
using asio::ip::udp;
using namespace asio::experimental::awaitable_operators;
using namespace std::chrono_literals;

awaitable<int> resolve(std::string name);
awaitable<void> remember(std::string name, int address);
void log(const char *text);

awaitable<void> answer(udp::socket &socket, udp::endpoint to, int address) {
  co_await socket.async_send_to(asio::buffer(&address, sizeof address), to, use_awaitable);
}

// What people write.

awaitable<void> ask(udp::socket &socket, udp::endpoint from, std::string name) {
  auto known = resolve(name);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'resolve', kept in 'known', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE+3]]:7: note: this condition is true
// CHECK-MESSAGES: :[[@LINE+3]]:5: note: 'known' is lost at this 'co_return'
// CHECK-MESSAGES: :[[@LINE-4]]:16: note: instead: co_await it
  if (name.empty())
    co_return co_await answer(socket, from, 0);
  int address = co_await std::move(known);
  address ? answer(socket, from, address) : answer(socket, from, -1);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: the task from 'answer' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:45: warning: the task from 'answer' is never awaited: it never runs [async-unawaited-task]
  (void)remember(name, address);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'remember' is never awaited: it never runs [async-unawaited-task]
}

awaitable<int> ask_everybody(std::vector<std::string> names) {
  auto found = resolve("localhost");
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'resolve', kept in 'found', is overwritten before it is awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE+2]]:13: note: 'found' is given another value here
  for (const auto &name : names)
    found = resolve(name);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: the task from 'resolve', kept in 'found', is overwritten before it is awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:13: note: 'found' is given another value here in the next iteration
  co_return co_await std::move(found);
}

awaitable<void> resolve_both(std::string name, std::string other) {
  auto both = resolve(name) && resolve(other);
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: the task from 'asio::experimental::awaitable_operators::operator&&', kept in 'both', is never awaited: it never runs [async-unawaited-task]
  auto first = resolve(name);
  auto either = std::move(first) || resolve(other);
  co_await std::move(either);
  co_await std::move(first);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'first' is awaited after it was moved away: there is nothing left to await [async-awaited-twice]
// CHECK-MESSAGES: :[[@LINE-4]]:27: note: moved away here
}

awaitable<void> rest() {
  asio::steady_timer timer(co_await asio::this_coro::executor, 10ms);
  timer.async_wait(use_awaitable);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'asio::steady_timer::async_wait' is never awaited: it never runs [async-unawaited-task]
  asio::post(use_awaitable);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'asio::post' is never awaited: it never runs [async-unawaited-task]
}

awaitable<void> expire(int seconds) {
  asio::steady_timer timer(co_await asio::this_coro::executor, std::chrono::seconds(seconds));
  co_await timer.async_wait(use_awaitable);
  if (seconds > 3600)
    throw std::runtime_error("nothing is known for so long");
}

void start_to_expire(asio::io_context &context) {
  asio::co_spawn(context, expire(60), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'expire' is started by 'asio::co_spawn' and nobody sees its errors: asio::detached throws away the exception the coroutine ends with [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-6]]:5: note: this exception leaves 'expire'
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: instead: handle its errors inside of it, or keep what tells how it ends
  asio::co_spawn(
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: a lambda is started by 'asio::co_spawn' and nobody sees its errors: asio::detached throws away the exception the coroutine ends with [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE+1]]:42: note: an exception of this await leaves the lambda
      context, []() -> awaitable<void> { co_await expire(60); }, asio::detached);
  asio::co_spawn(context, expire(60), asio::use_future);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'asio::co_spawn' is dropped: the exception the coroutine ends with is only in the future [async-dropped-task-handle]
}

void every_minute(std::function<void()> call);

void refresh(asio::io_context &context) {
  every_minute([]() -> awaitable<void> { co_await expire(60); });
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'std::function<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
// CHECK-MESSAGES: :[[@LINE-2]]:16: note: instead: give it an ordinary function that starts the task
  every_minute([] { return expire(60); });
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'std::function<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
  context.post([]() -> awaitable<void> { co_await expire(60); });
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'asio::io_context::post' drops the task that this lambda returns: it never runs [async-erased-task]
}

// What is right.

awaitable<void> ask_and_answer(udp::socket &socket, udp::endpoint from, std::string name) {
  auto known = resolve(name);
  if (name.empty()) {
    co_await std::move(known);
    co_return;
  }
  int address = co_await std::move(known);
  co_await (address ? answer(socket, from, address) : answer(socket, from, -1));
  co_await remember(name, address);
}

awaitable<int> resolve_in_time(std::string name) {
  asio::steady_timer timer(co_await asio::this_coro::executor, 2s);
  auto found = resolve(name) || timer.async_wait(use_awaitable);
  auto result = co_await std::move(found);
  co_return result.index() == 0 ? std::get<0>(result) : 0;
}

awaitable<void> serve(udp::socket &socket) {
  auto executor = co_await asio::this_coro::executor;
  char name[256];
  for (;;) {
    udp::endpoint from;
    auto [error, size] = co_await socket.async_receive_from(
        asio::buffer(name), from, asio::experimental::as_tuple(use_awaitable));
    if (error)
      co_return;
    asio::co_spawn(executor, ask_and_answer(socket, from, {name, size}),
                   [](std::exception_ptr error) {
                     if (error)
                       log("a question was not answered");
                   });
  }
}

awaitable<void> refresh_carefully() {
  for (;;) {
    try {
      co_await expire(60);
    } catch (...) {
      log("not refreshed");
    }
  }
}

awaitable<void> swallow(udp::socket &socket) {
  char name[256];
  asio::error_code error;
  co_await socket.async_receive(asio::buffer(name), asio::redirect_error(use_awaitable, error));
}

void start(asio::io_context &context, udp::socket &socket) {
  asio::co_spawn(context, serve(socket), asio::detached);
  asio::co_spawn(context, swallow(socket), asio::detached);
  asio::co_spawn(context, refresh_carefully(), asio::detached);
  every_minute([&context] { asio::co_spawn(context, refresh_carefully(), asio::detached); });
  asio::signal_set(context, SIGINT).async_wait([&](auto, auto) { context.stop(); });
}

int run(asio::io_context &context, std::string name) {
  auto found = asio::co_spawn(context, resolve(name), asio::use_future);
  context.run();
  return found.get();
}

class cache : public std::enable_shared_from_this<cache> {
public:
  void clean() {
    asio::co_spawn(context, [self = shared_from_this()] { return self->forget(); }, asio::detached);
  }

private:
  awaitable<void> forget() {
    asio::steady_timer timer(context, 1h);
    auto late = timer.async_wait(asio::experimental::as_tuple(use_awaitable));
    co_await std::move(late);
  }

  asio::io_context &context;
};
