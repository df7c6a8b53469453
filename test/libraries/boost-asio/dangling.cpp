// RUN: %check %s '--checks=-*,async-dangling-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A chat room on Boost.Asio: coroutines that refer to what is gone when they run.
#include <boost/asio.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <chrono>
#include <exception>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;
using namespace asio::experimental::awaitable_operators;
using namespace std::chrono_literals;

std::string greeting();

awaitable<void> send(tcp::socket &peer, const std::string &line) {
  co_await asio::async_write(peer, asio::buffer(line), use_awaitable);
}
awaitable<void> sendCopy(tcp::socket &peer, std::string line) {
  co_await asio::async_write(peer, asio::buffer(line), use_awaitable);
}
awaitable<void> sendBytes(tcp::socket &peer, asio::const_buffer bytes) {
  co_await asio::async_write(peer, bytes, use_awaitable);
}
awaitable<void> session(tcp::socket peer) {
  for (;;) {
    char data[64];
    std::size_t size = co_await peer.async_read_some(asio::buffer(data), use_awaitable);
    co_await send(peer, std::string(data, size));
  }
}

// What people write.

awaitable<void> greet(tcp::socket &peer, std::string name) {
  auto welcome = send(peer, "welcome, " + name);
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: the task from 'send' refers to a temporary 'std::{{(basic_)?string}}', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+4]]:22: note: 'welcome' is awaited here
// CHECK-MESSAGES: :[[@LINE-22]]:49: note: 'line' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:29: note: instead: co_await it in the same statement, or let 'send' take it by value
  co_await send(peer, greeting());
  co_await std::move(welcome);
}

awaitable<void> say(tcp::socket &peer) {
  std::string line = greeting();
  return send(peer, line);
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the task from 'send' refers to 'line', which dies when 'say' returns [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-32]]:49: note: 'line' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:21: note: instead: make 'say' a coroutine and co_await it, or let 'send' take it by value
}

awaitable<void> sayIn(tcp::socket &peer) {
  std::string line = greeting();
  return sendBytes(peer, asio::buffer(line));
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: the task from 'sendBytes' refers to 'line', which dies when 'sayIn' returns [async-dangling-argument]
}

void tell(asio::io_context &room, tcp::socket &peer, std::string line) {
  asio::co_spawn(room, send(peer, line), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:35: warning: the task from 'send' refers to 'line', which dies when 'tell' returns [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-45]]:49: note: 'line' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:35: note: instead: make 'tell' a coroutine and co_await it, or let 'send' take it by value
}

awaitable<void> tellLater(tcp::socket &peer) {
  auto executor = co_await asio::this_coro::executor;
  std::string line = greeting();
  asio::co_spawn(executor, send(peer, line), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:39: warning: the task from 'send' refers to 'line', which dies when 'tellLater' returns [async-dangling-argument]
  asio::co_spawn(executor, send(peer, "welcome"), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:39: warning: the task from 'send' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
}

awaitable<void> both(tcp::socket &first, tcp::socket &second) {
  auto sends = send(first, "welcome") && send(second, greeting());
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: the task from 'send' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-2]]:55: warning: the task from 'send' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(sends);
}

awaitable<void> tellAll(std::vector<tcp::socket> &room, std::vector<std::string> lines) {
  std::vector<awaitable<void>> sends;
  for (tcp::socket &peer : room)
    for (auto line : lines)
      sends.push_back(send(peer, line));
// CHECK-MESSAGES: :[[@LINE-1]]:34: warning: the task from 'send' refers to 'line', which dies before 'sends' is used [async-dangling-argument]
  for (auto &each : sends)
    co_await std::move(each);
}

class Room {
public:
  explicit Room(asio::io_context &context) : context(context) {}

  void open() {
    int visitors = 0;
    asio::co_spawn(
        context,
        [this, &visitors]() -> awaitable<void> {
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'visitors', which this coroutine lambda captures by reference, dies when 'Room::open' returns, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE-2]]:9: note: instead: capture it by value
          ++visitors;
          co_await serve();
        },
        asio::detached);
  }
  // The call makes the coroutine, and then the closure dies.
  void openAgain() {
    asio::co_spawn(context, [this]() -> awaitable<void> { co_await serve(); }(), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE-2]]:68: note: the object is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:29: note: instead: pass it what it needs as arguments
  }
  awaitable<void> tick() {
    return [this]() -> awaitable<void> {
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
      asio::steady_timer timer(context, 1s);
      co_await timer.async_wait(use_awaitable);
    }();
  }
  void openInOrder() {
    asio::co_spawn(context, serve(), asio::detached);
    asio::co_spawn(context, [this]() -> awaitable<void> { co_await serve(); }, asio::detached);
    asio::co_spawn(context, [this] { return serve(); }, asio::detached);
  }

private:
  awaitable<void> serve();

  asio::io_context &context;
};

// What is right.

awaitable<void> greetInOrder(tcp::socket &peer, std::string name) {
  co_await send(peer, "welcome, " + name);
  co_await (send(peer, "welcome") && sendBytes(peer, asio::buffer(greeting())));
  auto later = sendCopy(peer, "bye, " + name);
  std::string line = greeting();
  auto known = send(peer, line);
  co_await std::move(known);
  co_await std::move(later);
}

awaitable<void> sayInOrder(tcp::socket &peer, const std::string &line) { return send(peer, line); }

awaitable<void> listen(asio::io_context &context, tcp::acceptor &acceptor) {
  for (;;) {
    tcp::socket peer = co_await acceptor.async_accept(use_awaitable);
    asio::co_spawn(context, session(std::move(peer)), asio::detached);
    asio::co_spawn(
        context, [line = greeting()]() -> awaitable<void> {
          std::cout << line;
          co_return;
        },
        [](std::exception_ptr error) {
          if (error)
            std::cerr << "not greeted\n";
        });
  }
}

// Awaited, so that all lives until it is done.
awaitable<void> elsewhere(asio::thread_pool &pool, tcp::socket &peer, std::string line) {
  co_await asio::co_spawn(pool, send(peer, line), use_awaitable);
  co_await asio::co_spawn(pool, send(peer, greeting()), use_awaitable);
  int sent = 0;
  co_await asio::co_spawn(
      pool, [&]() -> awaitable<void> {
        ++sent;
        co_return;
      },
      use_awaitable);
}

// Each tells the other when it is done.
awaitable<void> until(tcp::socket &peer, std::string line) {
  asio::steady_timer done(co_await asio::this_coro::executor, 1h);
  asio::co_spawn(
      done.get_executor(),
      [&]() -> awaitable<void> {
        co_await send(peer, line);
        done.cancel();
      },
      asio::detached);
  co_await done.async_wait(use_awaitable);
}

class Guest : public std::enable_shared_from_this<Guest> {
public:
  explicit Guest(tcp::socket peer) : peer(std::move(peer)) {}
  void start() {
    asio::co_spawn(
        peer.get_executor(), [self = shared_from_this()] { return self->run(); }, asio::detached);
  }

private:
  awaitable<void> run() { co_await send(peer, greeting()); }

  tcp::socket peer;
};

int main() {
  asio::io_context context;
  tcp::acceptor acceptor(context, {tcp::v4(), 8080});
  tcp::socket console(context);
  std::string line = greeting();
  asio::co_spawn(context, listen(context, acceptor), asio::detached);
  asio::co_spawn(context, send(console, line), asio::detached);
  asio::co_spawn(
      context, [&]() -> awaitable<void> { co_await send(console, line); }, asio::detached);
  context.run();
}
