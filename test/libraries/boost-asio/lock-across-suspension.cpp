// RUN: %check %s '--checks=-*,async-lock-across-suspension'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A chat room on Boost.Asio whose sessions share a list under a mutex.
#include <boost/asio.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <chrono>
#include <deque>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;
using namespace std::chrono_literals;

awaitable<void> save(std::string line);

class Session : public std::enable_shared_from_this<Session> {
public:
  explicit Session(tcp::socket socket) : socket_(std::move(socket)) {}

  awaitable<void> write(std::string line);
  awaitable<void> flush();
  awaitable<void> flush_in_parts();

private:
  tcp::socket socket_;
  std::mutex mutex_;
  std::deque<std::string> lines_;
};

struct Room {
  std::mutex mutex;
  std::set<std::shared_ptr<Session>> sessions;
};

// What people write.

awaitable<void> Session::write(std::string line) {
  std::lock_guard<std::mutex> lock(mutex_);
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: guard 'lock' is held while coroutine 'Session::write' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
// CHECK-MESSAGES: :[[@LINE+3]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-3]]:31: note: instead: release it before the coroutine is suspended
// CHECK-MESSAGES: :[[@LINE-4]]:31: note: instead: keep the state on an asio::strand, or keep the locked part short
  co_await asio::async_write(socket_, asio::buffer(line), use_awaitable);
}

awaitable<void> Session::flush() {
  std::unique_lock lock(mutex_);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'Session::flush' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  while (!lines_.empty()) {
    std::string line = std::move(lines_.front());
    lines_.pop_front();
    co_await asio::async_write(socket_, asio::buffer(line), use_awaitable);
  }
}

// Locked until somebody has called end().
class Transfer {
public:
  Transfer(tcp::socket &socket, std::mutex &mutex) : socket_(socket), mutex_(mutex) {}

  awaitable<void> begin() {
    lock_ = std::unique_lock(mutex_);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: guard 'lock_' is held while coroutine 'Transfer::begin' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await asio::async_write(socket_, asio::buffer("begin"), use_awaitable);
  }
  awaitable<void> end() {
    co_await asio::async_write(socket_, asio::buffer("end"), use_awaitable);
    lock_.unlock();
  }

private:
  tcp::socket &socket_;
  std::mutex &mutex_;
  std::unique_lock<std::mutex> lock_;
};

awaitable<void> broadcast(Room &room, std::string line) {
  std::scoped_lock lock(room.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'broadcast' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  for (const auto &session : room.sessions)
    co_await session->write(line);
}

awaitable<void> remember(Room &room, std::string line) {
  if (std::lock_guard lock(room.mutex); !room.sessions.empty())
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: guard 'lock' is held while coroutine 'remember' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await save(line);
}

void accept(asio::io_context &io, Room &room, tcp::socket socket) {
  asio::co_spawn(
      io,
      [&room, socket = std::move(socket)]() mutable -> awaitable<void> {
        std::lock_guard lock(room.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: guard 'lock' is held while a coroutine lambda is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
        auto session = std::make_shared<Session>(std::move(socket));
        room.sessions.insert(session);
        co_await session->write("welcome");
      },
      asio::detached);
}

// On the threads of a pool, the lock is unlocked by another one.
void archive(asio::thread_pool &pool, Room &room) {
  asio::co_spawn(
      pool,
      [&room]() -> awaitable<void> {
        std::lock_guard lock(room.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: guard 'lock' is held while a coroutine lambda is suspended: it may go on in another thread, which must not unlock it [async-lock-across-suspension]
        co_await save("archived");
      },
      asio::detached);
}

// The same, without waiting for anything under the lock.

awaitable<void> Session::flush_in_parts() {
  std::unique_lock lock(mutex_);
  while (!lines_.empty()) {
    std::string line = std::move(lines_.front());
    lines_.pop_front();
    lock.unlock();
    co_await asio::async_write(socket_, asio::buffer(line), use_awaitable);
    lock.lock();
  }
}

awaitable<void> broadcast_to_a_copy(Room &room, std::string line) {
  std::vector<std::shared_ptr<Session>> sessions;
  {
    std::scoped_lock lock(room.mutex);
    sessions.assign(room.sessions.begin(), room.sessions.end());
  }
  for (const auto &session : sessions)
    co_await session->write(line);
}

awaitable<void> count(Room &room, asio::steady_timer &timer) {
  for (;;) {
    co_await timer.async_wait(use_awaitable);
    std::lock_guard lock(room.mutex);
    if (room.sessions.empty())
      co_return;
  }
}

awaitable<void> of_the_coroutine(Room &room) {
  std::lock_guard lock(room.mutex);
  tcp::socket socket(co_await asio::this_coro::executor);
  room.sessions.insert(std::make_shared<Session>(std::move(socket)));
}

// A channel of one is a mutex that is awaited.
using Turn = asio::experimental::channel<void(boost::system::error_code)>;

awaitable<void> in_turn(Turn &turn, Session &session) {
  co_await turn.async_send({}, use_awaitable);
  co_await session.write("my turn");
  co_await turn.async_receive(use_awaitable);
}

awaitable<void> tell_the_others(asio::io_context &io, Room &room) {
  auto tell = [&](std::string line) {
    std::lock_guard lock(room.mutex);
    for (const auto &session : room.sessions)
      asio::co_spawn(io, session->write(line), asio::detached);
  };
  tell("hello");
  co_await save("told");
}
