// RUN: %check %s --args=-I%S/../../runtime '--checks=async-*,-async-unbounded-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A news ticker on tide: what is not awaited never runs, and nobody sees the
// exception of a spawned task whose handle is gone.
#include <tide/tide.h>

#include <chrono>
#include <functional>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

tide::task<std::string> headline(int feed);
tide::task<> show(std::string line);

// What people write.

tide::task<> tick(int feed) {
  show("ticking");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'show' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await it
  auto next = headline(feed);
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'headline', kept in 'next', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE+6]]:7: note: this condition is true
// CHECK-MESSAGES: :[[@LINE+6]]:5: note: 'next' is lost at this 'co_return'
  tide::sleep_for(1s);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'tide::sleep_for' is never awaited: it never runs [async-unawaited-task]
  tide::yield_now();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'tide::yield_now' is never awaited: it never runs [async-unawaited-task]
  if (feed < 0)
    co_return;
  co_await show(co_await std::move(next));
}

tide::task<> tickBoth() {
  tide::gather(headline(1), headline(2));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'tide::gather' is never awaited: it never runs [async-unawaited-task]
  auto either = tide::with_timeout(1s, [](tide::timeout_scope &) { return headline(3); });
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the task from 'tide::with_timeout', kept in 'either', is never awaited: it never runs [async-unawaited-task]
  tide::wait_for(headline(4), 1s);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'tide::wait_for' is never awaited: it never runs [async-unawaited-task]
  tide::shield(show("shielded"));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'tide::shield' is never awaited: it never runs [async-unawaited-task]
  co_await show("both");
}

tide::task<> draw(tide::mutex &screen, tide::semaphore &slots) {
  auto guard = screen.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: the lock from 'tide::mutex::lock', kept in 'guard', is never awaited: nothing is locked [async-unawaited-guard]
  slots.acquire();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the permit from 'tide::semaphore::acquire' is never awaited: nothing is acquired [async-unawaited-guard]
  co_await screen.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the guard that 'tide::mutex::lock' gives is dropped at once: it is released before the next statement [async-unawaited-guard]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: keep it in a variable until the end of the scope
  co_await show("drawn");
}

tide::task<> showAll(std::vector<int> feeds) {
  std::vector<tide::task<std::string>> headlines;
  for (int feed : feeds)
    headlines.push_back(headline(feed));
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'headline', kept in 'headlines', is never awaited: it never runs [async-unawaited-task]
  co_await show("all");
}

tide::task<> archive(int feed) {
  if (feed < 0)
    throw std::invalid_argument("no such feed");
  co_await show(co_await headline(feed));
}

tide::task<> archiveCarefully(int feed) {
  try {
    co_await archive(feed);
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
  }
}

tide::task<> archiveAll(tide::event_loop &loop) {
  tide::spawn(archive(1));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the handle from 'tide::spawn' is dropped: nobody sees the exception of a task whose handle is gone [async-dropped-task-handle]
  auto archiving = tide::spawn(archive(2), "archive");
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the handle from 'tide::spawn', kept in 'archiving', is never used: nobody sees the exception of a task whose handle is gone [async-dropped-task-handle]
  tide::spawn(archiveCarefully(3));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the handle from 'tide::spawn' is dropped: nobody waits for the work to end [async-dropped-task-handle]
  tide::run_coroutine_threadsafe(loop, archive(4));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'tide::run_coroutine_threadsafe' is dropped: the exception is only in the future [async-dropped-task-handle]
  loop.call_soon([]() -> tide::task<> { co_await archive(5); });
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'std::function<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
// CHECK-MESSAGES: :[[@LINE-2]]:18: note: instead: give it an ordinary function that starts the task
  co_await tide::with_task_group([](tide::task_group &) -> tide::task<> {
    archive(6);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the task from 'archive' is never awaited: it never runs [async-unawaited-task]
    co_return;
  });
}

tide::task<> showTwice() {
  auto showing = show("twice");
  co_await std::move(showing);
  co_await std::move(showing);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'showing' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: first awaited here
}

void onLine(std::vector<std::function<void(int)>> &handlers) {
  show("a line");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'show' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: return it, or start it on the event loop
  handlers.push_back([](int feed) -> tide::task<> { co_await archive(feed); });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void (int)>' drops the task that this lambda returns: it never runs [async-erased-task]
  handlers.push_back(archive);
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void (int)>' drops the task that 'archive' returns: it never runs [async-erased-task]
}

// What is right.

tide::task<> tickInOrder(int feed) {
  co_await show("ticking");
  auto next = headline(feed);
  co_await tide::sleep_for(1s);
  co_await tide::yield_now();
  co_await show(co_await std::move(next));
}

tide::task<> tickTogether() {
  auto both = tide::gather(headline(1), headline(2));
  auto [one, two] = co_await std::move(both);
  co_await show(one + two);
  auto third = headline(3);
  co_await show(co_await tide::wait_for(std::move(third), 1s));
  co_await tide::shield(show("shielded"));
}

tide::task<> drawInTurn(tide::mutex &screen, tide::semaphore &slots, tide::queue<int> &lines,
                        tide::event &ready) {
  auto guard = co_await screen.lock();
  auto permit = co_await slots.acquire();
  co_await lines.put(1);
  co_await ready.wait();
  co_await show("drawn");
}

tide::task<> showEverything(std::vector<int> feeds) {
  std::vector<tide::task<std::string>> headlines;
  for (int feed : feeds)
    headlines.push_back(headline(feed));
  for (const std::string &line : co_await tide::gather(std::move(headlines)))
    co_await show(line);
}

// The group waits for them, and throws what they throw.
tide::task<> archiveInGroup() {
  co_await tide::with_task_group([](tide::task_group &group) -> tide::task<> {
    for (int feed = 0; feed < 10; ++feed)
      group.spawn(archive(feed));
    co_return;
  });
}

tide::task<> archiveInBackground(tide::event_loop &loop) {
  (void)tide::spawn(archiveCarefully(1)); // and this is all
  auto archiving = tide::spawn(archive(2), "archive");
  auto other = tide::spawn(archive(3));
  other.add_done_callback([] { std::cerr << "archived\n"; });
  auto elsewhere = tide::run_coroutine_threadsafe(loop, archive(4));
  co_await tide::sleep_for(1s);
  if (!archiving.done())
    archiving.cancel();
  co_await archiving;
  elsewhere.wait_for(0s);
}

tide::task<> ifNew(bool isNew) {
  std::optional<tide::task<>> showing;
  if (isNew)
    showing = show("new");
  if (showing)
    co_await std::move(*showing);
}

class Ticker {
public:
  void start() { running = tide::spawn(archive(1), "ticker"); }
  tide::task<> stop() {
    running->cancel();
    co_await *running;
  }
  // No coroutine: its caller awaits.
  tide::task<> once() { return archive(1); }

private:
  std::optional<tide::handle<void>> running;
};

tide::async_generator<int> feeds() {
  co_yield 1;
  co_yield 2;
}

tide::task<> archiveFeeds() {
  co_await tide::for_each(feeds(), [](int feed) -> tide::task<> { co_await archive(feed); });
}

void onLineInOrder(std::vector<std::function<void(int)>> &handlers) {
  handlers.push_back([](int feed) { (void)tide::spawn(archiveCarefully(feed)); });
  std::function<tide::task<>(int)> archives = archive;
  tide::run(archives(1));
}

int main() {
  auto archiving = archiveFeeds();
  tide::run(std::move(archiving));
}
