// RUN: %check %s '--checks=-*,async-blocking-call' --args=-I%S/../../runtime
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A news ticker on tide: one thread runs all of it.
#include <tide/tide.h>

#include <chrono>
#include <fstream>
#include <future>
#include <mutex>
#include <netdb.h>
#include <string>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;

tide::task<std::string> headline(tide::tcp_stream &feed) {
  std::optional<std::string> line = co_await feed.read_line(5s);
  co_return line.value_or("");
}

void archive(const std::string &line) { std::ofstream("news", std::ios::app) << line; }

// Waiting and writing.

tide::task<> show(tide::tcp_stream &feed) {
  for (;;) {
    std::string line = co_await headline(feed);
    archive(line);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'archive' blocks the thread in coroutine 'show': it reaches 'std::ofstream', which opens a file on disk [async-blocking-call]
// CHECK-MESSAGES: note: instead: co_await tide::to_thread(...)
    std::this_thread::sleep_for(1s);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'std::this_thread::sleep_for' blocks the thread in coroutine 'show': it sleeps until the time is over [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:5: note: instead: co_await tide::sleep_for(...)
  }
}

tide::task<> showWithoutWaiting(tide::tcp_stream &feed, tide::thread_pool &disk) {
  for (;;) {
    std::string line = co_await headline(feed);
    co_await tide::to_thread([&] { archive(line); });
    co_await tide::run_in(disk, [&line] { archive(line); });
    co_await tide::sleep_for(1s);
  }
}

// A loop inside the loop.

tide::task<std::string> both(tide::tcp_stream &first, tide::tcp_stream &second) {
  std::string one = tide::run(headline(first));
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: call to 'tide::run' blocks the thread in coroutine 'both': it runs an event loop until the work is done, and throws inside of another loop [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:21: note: instead: co_await the work itself
  co_return one + co_await headline(second);
}

tide::task<std::string> bothWithoutWaiting(tide::tcp_stream &first, tide::tcp_stream &second) {
  auto [one, other] = co_await tide::gather(headline(first), headline(second));
  co_return one + other;
}

tide::task<> everything() {
  tide::tcp_stream feed = co_await tide::tcp_stream::connect(4000, 5s);
  tide::thread_pool disk(1);
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: destroying 'tide::thread_pool' blocks the thread in coroutine 'everything': it reaches 'std::thread::join', which waits until the thread ends [async-blocking-call]
  auto ticker = tide::spawn(showWithoutWaiting(feed, disk));
  co_await ticker;
}

int main() { tide::run(everything()); }

// From other threads.

tide::task<int> fetched(std::future<int> result) {
  co_return result.get();
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: call to 'std::future::get' blocks the thread in coroutine 'fetched': it waits until the result is there [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:20: note: instead: co_await the handle of the work, or tide::to_thread(...)
}

void pressed(tide::event_loop &loop, int &keys) { // called by the keyboard's thread
  usleep(1000);
  loop.call_soon_threadsafe([&keys] { ++keys; });
  loop.call_soon_threadsafe([] { usleep(1000); });
// CHECK-MESSAGES: :[[@LINE-1]]:34: warning: call to 'usleep' blocks the thread in a callback of the event loop: it sleeps until the time is over [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:34: note: instead: co_await tide::sleep_for(...)
}

// Callbacks of the loop.

tide::task<> startTicker(tide::tcp_stream &feed, int &starts) {
  tide::event_loop &loop = tide::event_loop::current();
  loop.call_soon([] { archive("started"); });
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: call to 'archive' blocks the thread in a callback of the event loop: it reaches 'std::ofstream', which opens a file on disk [async-blocking-call]
  loop.call_soon([&starts] { ++starts; });
  tide::event_loop::timer daily(loop, loop.after(24h), [] {
    addrinfo *found = nullptr;
    getaddrinfo("news.example.org", "http", nullptr, &found);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'getaddrinfo' blocks the thread in a callback of the event loop: it waits for a name server [async-blocking-call]
  });
  auto ticker = tide::spawn(headline(feed), "ticker");
  ticker.add_done_callback([] { archive("ended"); });
// CHECK-MESSAGES: :[[@LINE-1]]:33: warning: call to 'archive' blocks the thread in a callback of the event loop: it reaches 'std::ofstream', which opens a file on disk [async-blocking-call]
  co_await ticker;
}

// What a function runs before it returns is part of the coroutine.

tide::task<> bounded(tide::tcp_stream &feed, tide::semaphore &slots, tide::mutex &screen) {
  auto permit = co_await slots.acquire();
  auto guard = co_await screen.lock();
  co_await tide::with_timeout(5s, [&](tide::timeout_scope &) -> tide::task<> {
    archive(co_await headline(feed));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'archive' blocks the thread in a coroutine lambda: it reaches 'std::ofstream', which opens a file on disk [async-blocking-call]
  });
  co_await tide::with_timeout(5s, [&](tide::timeout_scope &) -> tide::task<> {
    co_await headline(feed);
  });
}

tide::async_generator<std::string> headlines(tide::tcp_stream &feed) {
  for (;;) {
    co_yield co_await headline(feed);
    sleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'sleep' blocks the thread in coroutine 'headlines': it sleeps until the time is over [async-blocking-call]
  }
}
