// RUN: %check %s --args=-I%S/../../runtime '--checks=-*,async-dangling-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A news ticker on tide: tasks that refer to what is gone when they run.
#include <tide/tide.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

std::string headline(int feed);
void print(std::string_view line);

tide::task<> show(const std::string &line) {
  co_await tide::sleep_for(1s);
  print(line);
}
tide::task<> showView(std::string_view line) {
  co_await tide::sleep_for(1s);
  print(line);
}
tide::task<> showCopy(std::string line) {
  co_await tide::sleep_for(1s);
  print(line);
}

// What people write.

tide::task<> tick(int feed) {
  auto next = show(headline(feed));
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'show' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+4]]:22: note: 'next' is awaited here
// CHECK-MESSAGES: :[[@LINE-17]]:9: note: 'line' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:20: note: instead: co_await it in the same statement, or let 'show' take it by value
  co_await show("now");
  co_await std::move(next);
}

tide::task<> tickBoth() {
  auto both = tide::gather(show("one"), showView(headline(2)));
// CHECK-MESSAGES: :[[@LINE-1]]:33: warning: the task from 'show' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-2]]:50: warning: the task from 'showView' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(both);
  auto shielded = tide::shield(show(headline(3)));
// CHECK-MESSAGES: :[[@LINE-1]]:37: warning: the task from 'show' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(shielded);
}

tide::task<> background(std::string line) {
  auto showing = tide::spawn(show(headline(1)));
// CHECK-MESSAGES: :[[@LINE-1]]:35: warning: the task from 'show' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  (void)tide::spawn(show(line));
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: the task from 'show' refers to 'line', which dies when 'background' returns [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-38]]:9: note: 'line' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:26: note: instead: co_await it before that, or let 'show' take it by value
  co_await showing;
}

class Ticker {
public:
  tide::task<> run() {
    co_await tide::sleep_for(1s);
    print(line_);
  }

private:
  std::string line_;
};

void startTicker() {
  Ticker ticker;
  (void)tide::spawn(ticker.run());
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the task from 'Ticker::run' refers to 'ticker', which dies when 'startTicker' returns [async-dangling-argument]
}

tide::task<> group(std::vector<std::string> lines) {
  co_await tide::with_task_group([&](tide::task_group &all) -> tide::task<> {
    for (auto line : lines)
      (void)all.spawn(show(line));
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: the task from 'show' refers to 'line', which dies {{.*}} [async-dangling-argument]
    (void)all.spawn(show("last"));
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: the task from 'show' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-67]]:9: note: 'line' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:26: note: instead: co_await it in the same statement, or let 'show' take it by value
    co_return;
  });
}

tide::task<> closures(int feed) {
  auto showing = [feed]() -> tide::task<> { co_await showCopy(headline(feed)); }();
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE+3]]:22: note: 'showing' is awaited here
// CHECK-MESSAGES: :[[@LINE-3]]:72: note: 'feed' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:18: note: instead: pass it what it needs as arguments
  co_await std::move(showing);
  (void)tide::spawn([&]() -> tide::task<> { co_await showCopy(headline(feed)); }());
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
}

// What is right.

tide::task<> tickInOrder(int feed) {
  co_await show(headline(feed));
  co_await tide::gather(show("one"), showView(headline(2)));
  co_await tide::wait_for(show(headline(3)), 1s);
  std::string line = headline(feed);
  auto next = tide::shield(show(line));
  auto copied = showCopy(headline(4));
  co_await std::move(next);
  co_await std::move(copied);
}

tide::task<> backgroundInOrder(std::string line) {
  auto showing = tide::spawn(show(line));
  auto copied = tide::spawn(showCopy(headline(1)));
  co_await showing;
  co_await copied;
}

// The group waits for them, and is itself awaited.
tide::task<> groupInOrder(std::vector<std::string> lines) {
  co_await tide::with_task_group([&](tide::task_group &all) -> tide::task<> {
    for (const auto &line : lines)
      (void)all.spawn(show(line));
    (void)all.spawn(showCopy("last"));
    co_return;
  });
}

tide::task<> closuresInOrder(int feed) {
  co_await [feed]() -> tide::task<> { co_await showCopy(headline(feed)); }();
  auto closure = [&]() -> tide::task<> { co_await showCopy(headline(feed)); };
  auto showing = tide::spawn(closure());
  co_await showing;
  auto limited = tide::with_timeout(1s, [](tide::timeout_scope &) { return showCopy("late"); });
  co_await std::move(limited);
}

int main() {
  std::string line = headline(1);
  auto showing = show(line);
  tide::run(std::move(showing));
  tide::run(show(headline(2)));
}
