// RUN: %check %s '--checks=-*,async-lock-across-suspension' --args=-I%S/../../runtime
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A news ticker on tide. All its tasks run on one thread: whoever waits for a
// blocking lock there, waits for himself.
#include <tide/tide.h>

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

tide::task<std::string> headline(int feed);
tide::task<> show(std::string line);

struct Board {
  std::mutex mutex;
  tide::mutex screen;
  tide::condition changed;
  std::map<int, std::string> lines;

  tide::task<> draw();
  tide::task<> drawCopies();
};

// What people write.

tide::task<> update(Board &board, int feed) {
  std::lock_guard lock(board.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'update' is suspended: whoever else wants the lock blocks the thread for good [async-lock-across-suspension]
// CHECK-MESSAGES: :[[@LINE+3]]:23: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-3]]:19: note: instead: release it before the coroutine is suspended
// CHECK-MESSAGES: :[[@LINE-4]]:19: note: instead: co_await a tide::mutex, or keep the locked part short
  board.lines[feed] = co_await headline(feed);
}

tide::task<> Board::draw() {
  std::unique_lock lock(mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'Board::draw' is suspended: whoever else wants the lock blocks the thread for good [async-lock-across-suspension]
  for (const auto &[feed, line] : lines)
    co_await show(line);
}

tide::task<> blink(Board &board) {
  board.mutex.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: mutex 'mutex' is held while coroutine 'blink' is suspended: whoever else wants the lock blocks the thread for good [async-lock-across-suspension]
  co_await tide::sleep_for(1s);
  board.lines.clear();
  board.mutex.unlock();
}

tide::task<> wait(Board &board) {
  std::lock_guard lock(board.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'wait' is suspended: whoever else wants the lock blocks the thread for good [async-lock-across-suspension]
  auto guard = co_await board.screen.lock();
  while (board.lines.empty())
    co_await board.changed.wait(guard);
}

tide::task<> politely(Board &board) {
  std::scoped_lock lock(board.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'politely' is suspended: whoever else wants the lock blocks the thread for good [async-lock-across-suspension]
  for (auto &[feed, line] : board.lines) {
    line.clear();
    co_await tide::yield_now();
  }
}

// The pool's threads block, if they want the lock, too.
tide::task<> onThePool(Board &board, tide::thread_pool &pool) {
  std::lock_guard lock(board.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'onThePool' is suspended: whoever else wants the lock blocks the thread for good [async-lock-across-suspension]
  co_await tide::run_in(pool, [&board] {
    std::lock_guard same(board.mutex);
    board.lines.clear();
  });
}

// The same, without waiting for anything under the lock, or with one that is
// awaited.

tide::task<> updateAfterwards(Board &board, int feed) {
  std::string line = co_await headline(feed);
  std::lock_guard lock(board.mutex);
  board.lines[feed] = std::move(line);
}

tide::task<> Board::drawCopies() {
  std::vector<std::string> copies;
  {
    std::lock_guard lock(mutex);
    for (const auto &[feed, line] : lines)
      copies.push_back(line);
  }
  for (const std::string &line : copies)
    co_await show(line);
}

tide::task<> updateUnderAnAsynchronousLock(Board &board, int feed) {
  auto guard = co_await board.screen.lock();
  board.lines[feed] = co_await headline(feed);
  board.changed.notify_all();
}

tide::task<> unlocked(Board &board) {
  auto guard = co_await board.screen.lock();
  std::unique_lock lock(board.mutex);
  bool empty = board.lines.empty();
  lock.unlock();
  while (empty) {
    co_await board.changed.wait(guard);
    lock.lock();
    empty = board.lines.empty();
    lock.unlock();
  }
}

tide::task<> permit(tide::semaphore &slots) {
  auto permit = co_await slots.acquire();
  co_await show("drawing");
}
