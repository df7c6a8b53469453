// RUN: %check %s '--checks=-*,async-blocking-call' --args=-I%S/../../rules/packs/Inputs/libfork
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A renderer on libfork: its tasks are function objects that are handed
// themselves, and every worker that waits is a processor that does not work.
#include <libfork/algorithm/for_each.hpp>
#include <libfork/core.hpp>
#include <libfork/schedule.hpp>

#include <chrono>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

int colourAt(int x, int y);

int readScene(const std::string &name) {
  std::ifstream file(name);
  return file.good();
}

// Bugs.

inline constexpr auto line = [](auto line, int y, int width) -> lf::task<int> {
  if (width > 1) {
    int left = 0;
    int right = 0;
    co_await lf::fork(&left, line)(y, width / 2);
    co_await lf::call(&right, line)(y, width - width / 2);
    co_await lf::join;
    co_return left + right;
  }
  std::this_thread::sleep_for(1ms);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: call to 'std::this_thread::sleep_for' blocks the thread in a coroutine lambda: it sleeps until the time is over [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: instead: wait outside of the tasks, before they are scheduled
  co_return colourAt(width, y);
};

inline constexpr auto scene = [](auto, std::string name) -> lf::task<int> {
  co_return readScene(name);
  // CHECK-NOTES: :[[@LINE-1]]:13: warning: call to 'readScene' blocks the thread in a coroutine lambda: it reaches 'std::ifstream', which opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-24]]:17: note: 'readScene' constructs 'std::ifstream' here
  // CHECK-NOTES: :[[@LINE-3]]:13: note: instead: do the file work outside of the pool, before or after the tasks
};

struct Tile {
  template <typename Self>
  lf::task<int> operator()(Self, lf::lazy_pool *other, int y) const {
    co_return lf::sync_wait(*other, line, y, 16);
    // CHECK-NOTES: :[[@LINE-1]]:15: warning: call to 'lf::sync_wait' blocks the thread in coroutine 'Tile::operator()': it waits until the task has ended, and throws on a worker [async-blocking-call]
    // CHECK-NOTES: :[[@LINE-2]]:15: note: instead: co_await lf::call(...)(...)
  }
};

inline constexpr auto picture = [](auto, lf::lazy_pool *other, int lines) -> lf::task<int> {
  auto first = lf::schedule(*other, line, 0, 16);
  // CHECK-NOTES: :[[@LINE-1]]:8: warning: destroying 'lf::future' blocks the thread in a coroutine lambda: it waits in its destructor until the task has ended [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:8: note: instead: co_await lf::fork(...)(...) and co_await lf::join
  lf::unit_pool pool;
  // CHECK-NOTES: :[[@LINE-1]]:17: warning: destroying 'lf::unit_pool' blocks the thread in a coroutine lambda: it waits in its destructor until the pool's threads end [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:17: note: instead: make the pool in main(), and give the tasks to it there
  auto second = lf::schedule(pool, line, 1, 16);
  co_return lines + second.get();
  // CHECK-NOTES: :[[@LINE-1]]:28: warning: call to 'lf::future::get' blocks the thread in a coroutine lambda: it waits until the task has ended [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:28: note: instead: co_await lf::fork(...)(...) and co_await lf::join
};

// Not bugs.

inline constexpr auto lineOnly = [](auto lineOnly, int y, int width) -> lf::task<int> {
  if (width > 1) {
    int left = 0;
    int right = 0;
    co_await lf::fork(&left, lineOnly)(y, width / 2);
    co_await lf::call(&right, lineOnly)(y, width - width / 2);
    co_await lf::join;
    co_return left + right;
  }
  co_return colourAt(width, y);
};

inline constexpr auto brighten = [](auto, std::vector<int> *pixels) -> lf::task<> {
  co_await lf::call(lf::for_each)(*pixels, [](int &pixel) { ++pixel; });
  co_return;
};

// The worker that it moves to is there for what blocks.
inline constexpr auto sceneThere = [](auto, lf::worker_context *files,
                                      std::string name) -> lf::task<int> {
  co_await lf::resume_on(files);
  co_return readScene(name);
};

inline constexpr auto unobserved = [](auto, lf::lazy_pool *other) -> lf::task<int> {
  auto log = lf::schedule(*other, lineOnly, 0, 1);
  log.detach();
  co_return 0;
};

int main() {
  readScene("room.txt");
  lf::lazy_pool pool(4);
  return lf::sync_wait(pool, line, 0, 640) + lf::sync_wait(pool, scene, "room.txt");
}
