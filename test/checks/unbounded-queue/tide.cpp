// RUN: %check %s --args=-I%S/../../runtime '--checks=-*,async-unbounded-queue'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Queues of tide, which wait for room if they are given a number.
#include <tide/tide.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

using namespace std::chrono_literals;

tide::task<std::string> receive();
tide::task<> store(std::string line);

// Bugs.

tide::task<> storeAll(tide::queue<std::string> &lines) {
  while (auto line = co_await lines.get())
    co_await store(*line);
}

tide::task<> local() {
  tide::queue<std::string> lines;
  // CHECK-NOTES: :[[@LINE-1]]:28: warning: 'lines' has no limit: it grows while coroutine 'local' puts in more than others take out [async-unbounded-queue]
  // CHECK-NOTES: :[[@LINE+4]]:20: note: this loop never waits for room in 'lines'
  // CHECK-NOTES: :[[@LINE-3]]:28: note: instead: give it room for so many items, 'tide::queue<T> q(100)', so that put() waits when it is full
  auto storing = tide::spawn(storeAll(lines));
  for (;;)
    co_await lines.put(co_await receive());
  co_await storing;
}

class reader {
public:
  tide::task<> read() {
    for (;;)
      lines.try_put(co_await receive());
  }
  tide::task<> readAsWell() {
    while (true)
      co_await this->more.put(co_await receive());
  }

private:
  tide::queue<std::string> lines;
  // CHECK-NOTES: :[[@LINE-1]]:28: warning: 'lines' has no limit: it grows while coroutine 'reader::read' puts in more than others take out [async-unbounded-queue]
  // CHECK-NOTES: :[[@LINE-10]]:13: note: this loop never waits for room in 'lines'
  // CHECK-NOTES: :[[@LINE-3]]:28: note: instead: give it room for so many items, 'tide::queue<T> q(100)', so that put() waits when it is full
  tide::queue<std::string> more{std::numeric_limits<std::size_t>::max()};
  // CHECK-NOTES: :[[@LINE-1]]:28: warning: 'more' has no limit: it grows while coroutine 'reader::readAsWell' puts in more than others take out [async-unbounded-queue]
  // CHECK-NOTES: :[[@LINE-10]]:27: note: this loop never waits for room in 'more'
  // CHECK-NOTES: :[[@LINE-3]]:28: note: instead: give it room for so many items, 'tide::queue<T> q(100)', so that put() waits when it is full
};

// Near misses.

class bounded {
public:
  explicit bounded(std::size_t room) : second(room) {}
  tide::task<> read() {
    for (;;) {
      co_await first.put(co_await receive());
      co_await second.put(co_await receive());
    }
  }

private:
  tide::queue<std::string> first{100};
  tide::queue<std::string> second;
};

tide::task<> given(tide::queue<std::string> &lines) {
  for (;;)
    co_await lines.put(co_await receive());
}

tide::task<> once() {
  tide::queue<std::string> lines;
  co_await lines.put(co_await receive());
}

tide::task<> few() {
  tide::queue<std::string> lines;
  for (int i = 0; i < 4; ++i)
    co_await lines.put(co_await receive());
  for (const char *name : {"a", "b"})
    co_await lines.put(name);
  std::array<std::string, 3> names;
  for (const std::string &name : names)
    co_await lines.put(name);
}

tide::task<> takesOut() {
  tide::queue<std::string> lines;
  for (;;) {
    co_await lines.put(co_await receive());
    co_await store(*co_await lines.get());
  }
}

tide::task<> asksHowFullItIs() {
  tide::queue<std::string> lines;
  for (;;) {
    while (lines.size() > 100)
      co_await tide::sleep_for(1s);
    co_await lines.put(co_await receive());
  }
}

tide::task<> waitsForAPermit(tide::semaphore &room) {
  tide::queue<std::string> lines;
  for (;;) {
    auto permit = co_await room.acquire();
    co_await lines.put(co_await receive());
  }
}
