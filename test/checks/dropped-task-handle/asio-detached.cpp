// RUN: %check %s '--checks=async-*,-async-unbounded-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// asio::detached throws away what leaves the coroutine, where something can be
// seen to leave it.
#include <boost/asio.hpp>
#include <exception>
#include <stdexcept>
#include <utility>

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;

void log(const char *text);

awaitable<void> session(tcp::socket socket) {
  char data[64];
  for (;;) {
    auto size = co_await socket.async_read_some(asio::buffer(data), use_awaitable);
    co_await asio::async_write(socket, asio::buffer(data, size), use_awaitable);
  }
}

awaitable<void> listen(tcp::acceptor acceptor) {
  try {
    for (;;) {
      tcp::socket socket = co_await acceptor.async_accept(use_awaitable);
      asio::co_spawn(co_await asio::this_coro::executor, session(std::move(socket)), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'session' is started by 'boost::asio::co_spawn' and nobody sees its errors: asio::detached throws away the exception the coroutine ends with [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-11]]:17: note: an exception of this await leaves 'session'
    }
  } catch (const std::exception &error) {
    log(error.what());
  }
}

void startsLambdas(asio::io_context &loop, tcp::socket &peer, bool broken) {
  asio::co_spawn(
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: a lambda is started by 'boost::asio::co_spawn' and nobody sees its errors: asio::detached {{.*}} [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE+2]]:38: note: an exception of this await leaves the lambda
      loop,
      [&peer]() -> awaitable<void> { co_await peer.async_wait(tcp::socket::wait_read, use_awaitable); },
      asio::detached);
  asio::co_spawn(
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: a lambda is started by 'boost::asio::co_spawn' and nobody sees its errors: asio::detached {{.*}} [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE+4]]:11: note: this exception leaves the lambda
      loop,
      [](bool broken) -> awaitable<void> {
        if (broken)
          throw std::runtime_error("broken");
        co_return;
      }(broken),
      asio::detached);
}

awaitable<void> beforeTheTry(tcp::socket &peer) {
  co_await peer.async_wait(tcp::socket::wait_read, use_awaitable);
  try {
    co_await peer.async_wait(tcp::socket::wait_read, use_awaitable);
  } catch (...) {
    log("failed");
  }
}

awaitable<void> rethrows(tcp::socket &peer) {
  try {
    co_await peer.async_wait(tcp::socket::wait_read, use_awaitable);
  } catch (...) {
    log("failed");
    throw;
  }
}

awaitable<void> catchesOthers(tcp::socket &peer) {
  try {
    co_await peer.async_wait(tcp::socket::wait_read, use_awaitable);
  } catch (const std::logic_error &error) {
    log(error.what());
  }
}

void startsFunctions(asio::io_context &loop, tcp::socket &peer) {
  asio::co_spawn(loop, beforeTheTry(peer), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'beforeTheTry' is started by 'boost::asio::co_spawn' and nobody sees its errors: asio::detached {{.*}} [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-28]]:3: note: an exception of this await leaves 'beforeTheTry'
  asio::co_spawn(loop, rethrows(peer), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'rethrows' is started by 'boost::asio::co_spawn' and nobody sees its errors: asio::detached {{.*}} [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-18]]:5: note: this exception leaves 'rethrows'
  asio::co_spawn(loop, catchesOthers(peer), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'catchesOthers' is started by 'boost::asio::co_spawn' and nobody sees its errors: asio::detached {{.*}} [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-15]]:5: note: an exception of this await leaves 'catchesOthers'
}

class server {
public:
  explicit server(asio::any_io_executor loop) : loop_(loop), peer_(loop) {}
  void start(asio::cancellation_signal &stop) {
    asio::co_spawn(loop_, watch(), asio::bind_cancellation_slot(stop.slot(), asio::detached));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'server::watch' is started by 'boost::asio::co_spawn' and nobody sees its errors: asio::detached {{.*}} [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE+4]]:29: note: an exception of this await leaves 'server::watch'
  }

private:
  awaitable<void> watch() { co_await peer_.async_wait(tcp::socket::wait_read, use_awaitable); }

  asio::any_io_executor loop_;
  tcp::socket peer_;
};
