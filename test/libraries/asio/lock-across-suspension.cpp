// RUN: %check "--args=-DASIO_HAS_CO_AWAIT -DASIO_HAS_STD_COROUTINE" %s '--checks=-*,async-lock-across-suspension'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A name server on standalone Asio: a context that several threads run has
// mutexes, and coroutines that wait with them.
#include <asio.hpp>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <utility>
#include <vector>

using asio::awaitable;
using asio::use_awaitable;
using asio::ip::udp;
using namespace std::chrono_literals;

awaitable<int> resolve(std::string name);
void log(const char *text);

class Names {
public:
  explicit Names(udp::socket socket) : socket_(std::move(socket)) {}

  awaitable<int> look_up(std::string name);
  awaitable<int> look_up_twice(std::string name);
  awaitable<void> answer(udp::endpoint to, std::string name);
  awaitable<void> answer_from_copy(udp::endpoint to, std::string name);
  awaitable<void> forget_old();
  awaitable<void> forget_old_slowly(asio::thread_pool &pool);

private:
  udp::socket socket_;
  mutable std::shared_mutex mutex_;
  std::map<std::string, int> known_;
};

// What people write.

awaitable<int> Names::look_up(std::string name) {
  std::lock_guard lock(mutex_);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'Names::look_up' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
// CHECK-MESSAGES: :[[@LINE+5]]:34: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-3]]:19: note: instead: release it before the coroutine is suspended
// CHECK-MESSAGES: :[[@LINE-4]]:19: note: instead: keep the state on an asio::strand, or keep the locked part short
  auto found = known_.find(name);
  if (found == known_.end())
    found = known_.emplace(name, co_await resolve(name)).first;
  co_return found->second;
}

awaitable<void> Names::answer(udp::endpoint to, std::string name) {
  std::shared_lock lock(mutex_);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'Names::answer' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  if (auto found = known_.find(name); found != known_.end())
    co_await socket_.async_send_to(asio::buffer(&found->second, sizeof found->second), to,
                                   use_awaitable);
}

awaitable<void> Names::forget_old_slowly(asio::thread_pool &pool) {
  std::unique_lock lock(mutex_);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'Names::forget_old_slowly' is suspended: it may go on in another thread, which must not unlock it [async-lock-across-suspension]
// CHECK-MESSAGES: :[[@LINE+3]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-3]]:20: note: instead: release it before the coroutine is suspended
// CHECK-MESSAGES: :[[@LINE-4]]:20: note: instead: keep the state on an asio::strand, or keep the locked part short
  co_await asio::post(asio::bind_executor(pool, use_awaitable));
  known_.clear();
}

// A timer under the lock, in a loop.
awaitable<void> Names::forget_old() {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  for (;;) {
    std::scoped_lock lock(mutex_);
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: guard 'lock' is held while coroutine 'Names::forget_old' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    while (!known_.empty()) {
      known_.erase(known_.begin());
      timer.expires_after(1s);
      co_await timer.async_wait(use_awaitable);
    }
  }
}

void serve(asio::io_context &io, std::mutex &mutex, std::vector<int> &waiting) {
  co_spawn(
      io,
      [&]() -> awaitable<void> {
        mutex.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: mutex 'mutex' is held while a coroutine lambda is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
        waiting.push_back(co_await resolve("localhost"));
        mutex.unlock();
      },
      asio::detached);
}

// The same, without waiting for anything under the lock.

awaitable<int> Names::look_up_twice(std::string name) {
  {
    std::shared_lock lock(mutex_);
    if (auto found = known_.find(name); found != known_.end())
      co_return found->second;
  }
  int address = co_await resolve(name);
  std::lock_guard lock(mutex_);
  known_.emplace(std::move(name), address);
  co_return address;
}

awaitable<void> Names::answer_from_copy(udp::endpoint to, std::string name) {
  std::shared_lock lock(mutex_);
  auto found = known_.find(name);
  int address = found == known_.end() ? 0 : found->second;
  lock.unlock();
  co_await socket_.async_send_to(asio::buffer(&address, sizeof address), to, use_awaitable);
}

// What only looks like an operation does not suspend.
awaitable<void> of_the_coroutine(std::mutex &mutex) {
  std::lock_guard lock(mutex);
  auto executor = co_await asio::this_coro::executor;
  auto state = co_await asio::this_coro::cancellation_state;
  co_await asio::this_coro::throw_if_cancelled(true);
  asio::post(executor, [] { log("posted"); });
}

// Whoever runs on the strand needs no lock.
awaitable<int> on_a_strand(asio::strand<asio::any_io_executor> strand,
                           std::map<std::string, int> &known, std::string name) {
  co_await asio::post(asio::bind_executor(strand, use_awaitable));
  auto found = known.find(name);
  co_return found == known.end() ? co_await resolve(name) : found->second;
}

// A lock that is awaited; the blocking one inside protects only its state.
class Turn {
public:
  explicit Turn(asio::any_io_executor executor) : free_(executor) { free_.expires_after(0s); }

  awaitable<void> lock() {
    for (;;) {
      {
        std::lock_guard lock(mutex_);
        if (!std::exchange(locked_, true))
          co_return;
      }
      co_await free_.async_wait(use_awaitable);
    }
  }
  void unlock() {
    std::lock_guard lock(mutex_);
    locked_ = false;
    free_.cancel();
  }

private:
  std::mutex mutex_;
  bool locked_ = false;
  asio::steady_timer free_;
};

awaitable<void> in_turn(Turn &turn) {
  co_await turn.lock();
  co_await resolve("localhost");
  turn.unlock();
}
