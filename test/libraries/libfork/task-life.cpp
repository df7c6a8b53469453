// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/libfork
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A renderer on libfork: what fork and call return is nothing but a description,
// and the future of schedule waits where it is dropped.
#include <libfork/algorithm/for_each.hpp>
#include <libfork/core.hpp>
#include <libfork/schedule.hpp>

#include <utility>
#include <vector>

int colourAt(int x, int y);

// What people write.

inline constexpr auto line = [](auto line, int y, int width) -> lf::task<int> {
  int left = 0;
  int right = 0;
  if (width > 1) {
    lf::fork(&left, line)(y, width / 2);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the task from '{{.*}}' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:5: note: instead: co_await it
    auto other = lf::call(&right, line)(y, width - width / 2);
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the task from '{{.*}}', kept in 'other', is never awaited: it never runs [async-unawaited-task]
    co_await lf::join;
  }
  co_return width > 1 ? left + right : colourAt(width, y);
};

inline constexpr auto brighten = [](auto, std::vector<int> *pixels) -> lf::task<> {
  lf::call(lf::for_each)(*pixels, [](int &pixel) { ++pixel; });
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from '{{.*}}' is never awaited: it never runs [async-unawaited-task]
  co_return;
};

inline constexpr auto elsewhere = [](auto, lf::worker_context *other, int y) -> lf::task<int> {
  lf::resume_on(other);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'lf::resume_on' is never awaited: it never runs [async-unawaited-task]
  co_return colourAt(0, y);
};

inline constexpr auto preview = [](auto, lf::lazy_pool *pool) -> lf::task<> {
  lf::schedule(*pool, line, 0, 16);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: destroying 'lf::future' blocks the thread in a coroutine lambda: it waits in its destructor until the task has ended [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await lf::fork(...)(...) and co_await lf::join
// CHECK-MESSAGES: :[[@LINE-3]]:3: warning: the future from 'lf::schedule' is dropped: the future's destructor waits for the task [async-dropped-task-handle]
  auto last = lf::schedule(*pool, line, 1, 16);
  last.detach();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to 'lf::future::detach' gives the work away: nobody can wait for the task [async-dropped-task-handle]
  co_return;
};

void renderLater(lf::lazy_pool &pool) {
  lf::schedule(pool, line, 0, 16);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'lf::schedule' is dropped: the future's destructor waits for the task [async-dropped-task-handle]
  auto drawing = lf::schedule(pool, line, 1, 16);
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the future from 'lf::schedule', kept in 'drawing', is never used: the future's destructor waits for the task [async-dropped-task-handle]
}

// What is right.

inline constexpr auto lineOnly = [](auto lineOnly, int y, int width) -> lf::task<int> {
  if (width < 2)
    co_return colourAt(width, y);
  int left = 0;
  int right = 0;
  co_await lf::fork(&left, lineOnly)(y, width / 2);
  co_await lf::call(&right, lineOnly)(y, width - width / 2);
  co_await lf::join;
  co_return left + right;
};

inline constexpr auto brightenAll = [](auto, std::vector<int> *pixels) -> lf::task<> {
  co_await lf::call(lf::for_each)(*pixels, [](int &pixel) { ++pixel; });
};

inline constexpr auto there = [](auto, lf::worker_context *other, int y) -> lf::task<int> {
  co_await lf::resume_on(other);
  co_return colourAt(0, y);
};

// Each part of a tile has its own place for the result.
struct Tile {
  template <typename Self>
  lf::task<int> operator()(Self, int y, bool whole) const {
    int parts[2] = {};
    co_await lf::fork(&parts[0], lineOnly)(y, 8);
    if (whole)
      co_await lf::fork(&parts[1], lineOnly)(y + 1, 8);
    co_await lf::join;
    co_return parts[0] + parts[1];
  }
};

int render(lf::lazy_pool &pool, lf::worker_context *other) {
  std::vector<int> pixels(16);
  lf::sync_wait(pool, brightenAll, &pixels);
  auto first = lf::schedule(pool, lineOnly, 0, 16);
  auto second = lf::schedule(pool, there, other, 1);
  second.wait();
  auto moved = std::move(first);
  std::vector<lf::future<int>> tiles;
  for (int y = 0; y < 16; ++y)
    tiles.push_back(lf::schedule(pool, Tile(), y, true));
  int sum = moved.get();
  for (auto &tile : tiles)
    sum += tile.get();
  return sum;
}

// At the start of the program, and not in a task.
int main() {
  lf::lazy_pool pool(4);
  std::vector<int> pixels(16);
  auto log = lf::schedule(pool, lineOnly, 0, 1);
  log.detach();
  lf::detach(pool, lineOnly, 1, 1);
  lf::sync_wait(pool, brighten, &pixels);
  lf::sync_wait(pool, preview, &pool);
  return lf::sync_wait(pool, line, 0, 640) + lf::sync_wait(pool, elsewhere, nullptr, 1);
}
