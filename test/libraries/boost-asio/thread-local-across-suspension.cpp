// RUN: %check %s '--checks=-*,async-thread-local-across-suspension'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A mail server on Boost.Asio whose io_context is run by several threads: a session
// goes on in any of them.
#include <boost/asio.hpp>
#include <cerrno>
#include <fcntl.h>
#include <iostream>
#include <map>
#include <mutex>
#include <string>
#include <sys/sendfile.h>
#include <system_error>
#include <thread>

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;

// What the log puts before each line.
thread_local std::string session;
// A thread's buffer for what it reads.
thread_local char scratch[4096];
thread_local int active = 0;

std::mutex mutex;
std::map<std::thread::id, int> served;

void log(const std::string &line) { std::clog << session << ": " << line << "\n"; }
awaitable<void> reply(tcp::socket &socket, std::string line);

// What people write.

awaitable<void> greet(tcp::socket &socket, std::string name) {
  session = name;
  co_await reply(socket, "220 ready");
  std::clog << session << " was greeted\n";
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: thread-local 'session' was set before coroutine 'greet' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: set here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:16: note: instead: keep it in a variable of the coroutine
}

awaitable<void> receive(tcp::socket &socket) {
  char *line = &scratch[0];
  std::size_t size = co_await socket.async_read_some(asio::buffer(scratch), use_awaitable);
  log(std::string(line, size));
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'line' refers to a thread-local variable of the thread that coroutine 'receive' was in before it was suspended [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:16: note: taken here
// CHECK-MESSAGES: :[[@LINE-4]]:22: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:19: note: instead: ask for it again after the suspension
}

awaitable<void> count(tcp::socket &socket) {
  auto self = std::this_thread::get_id();
  co_await reply(socket, "250 ok");
  std::lock_guard lock(mutex);
  ++served[self];
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'self' is the thread that coroutine 'count' was in before it was suspended [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-5]]:15: note: taken here
// CHECK-MESSAGES: :[[@LINE-5]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:12: note: instead: ask for it again after the suspension
}

awaitable<void> serve(tcp::socket socket) {
  ++active;
  co_await reply(socket, "220 ready");
  co_await reply(socket, "221 bye");
  --active;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread-local 'active' was set before coroutine 'serve' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-5]]:5: note: set here
// CHECK-MESSAGES: :[[@LINE-5]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: keep it in a variable of the coroutine
}

awaitable<void> sendFile(tcp::socket &socket, int file) {
  for (;;) {
    ssize_t sent = ::sendfile(socket.native_handle(), file, nullptr, 4096);
    if (sent == 0)
      co_return;
    if (sent > 0)
      continue;
    co_await socket.async_wait(tcp::socket::wait_write, use_awaitable);
    if (errno != EAGAIN)
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'errno' was set before coroutine 'sendFile' was suspended: what ran since may have set it [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-8]]:20: note: set here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:9: note: instead: copy it into a variable before the suspension
      co_return;
  }
}

void accept(asio::thread_pool &pool, tcp::socket socket) {
  asio::co_spawn(
      pool,
      [socket = std::move(socket)]() mutable -> awaitable<void> {
        int &mine = active;
        ++mine;
        co_await reply(socket, "220 ready");
        --mine;
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'mine' refers to a thread-local variable of the thread that a coroutine lambda was in before it was suspended [async-thread-local-across-suspension]
      },
      asio::detached);
}

// Asked again, copied, or the coroutine's own.

awaitable<void> greetByName(tcp::socket &socket, std::string name) {
  session = name;
  log("connected");
  co_await reply(socket, "220 ready");
  session = name;
  log("greeted");
}

awaitable<void> receiveIntoItsOwn(tcp::socket &socket) {
  char buffer[4096];
  std::size_t size = co_await socket.async_read_some(asio::buffer(buffer), use_awaitable);
  log(std::string(buffer, size));
}

awaitable<void> countWhereItIs(tcp::socket &socket) {
  co_await reply(socket, "250 ok");
  std::lock_guard lock(mutex);
  ++served[std::this_thread::get_id()];
}

awaitable<void> tellWhetherItMoved(tcp::socket &socket) {
  auto before = std::this_thread::get_id();
  co_await reply(socket, "250 ok");
  if (before != std::this_thread::get_id())
    std::clog << "moved from " << before << "\n";
}

awaitable<void> sendFileCarefully(tcp::socket &socket, int file) {
  while (::sendfile(socket.native_handle(), file, nullptr, 4096) != 0) {
    int error = errno;
    co_await socket.async_wait(tcp::socket::wait_write, use_awaitable);
    if (error != EAGAIN)
      throw std::system_error(error, std::generic_category());
  }
}

// Asking for the executor does not suspend.

awaitable<void> whoRunsThis() {
  int &mine = active;
  session = "nobody";
  auto executor = co_await asio::this_coro::executor;
  ++mine;
  asio::post(executor, [] {});
  std::clog << session << "\n";
  co_await asio::post(executor, use_awaitable);
}
