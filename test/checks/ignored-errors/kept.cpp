// RUN: %check %s '--checks=-*,async-ignored-errors'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Results in a variable or in bindings.
#include "Inputs/results.h"

co::task<std::string> bugs(char *to) {
  auto [ec, size] = co_await own::read(to);
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'ec' is never looked at, so coroutine 'bugs' goes on as if 'own::read' had succeeded [async-ignored-errors]
  print(std::string(to, size));
  auto found = co_await own::find("key");
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'found' is never asked for an error, so coroutine 'bugs' goes on as if 'own::find' had succeeded [async-ignored-errors]
  print(*found); // undefined where there is none
  auto answer = co_await own::ask("when?");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'answer' is never asked for an error, so coroutine 'bugs' goes on as if 'own::ask' had succeeded [async-ignored-errors]
  print(answer.body);
  auto pair = co_await own::read(to);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'pair' is never asked for an error, so coroutine 'bugs' goes on as if 'own::read' had succeeded [async-ignored-errors]
  co_return std::string(to, std::get<1>(pair));
}

template <typename Key> co::task<> inTemplate(Key key) {
  auto written = co_await own::write(key);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'written' is never asked for an error, so coroutine 'inTemplate' goes on as if 'own::write' had succeeded [async-ignored-errors]
  print(key);
}
template co::task<> inTemplate(const char *);

// Near misses.

co::task<> looks(char *to) {
  auto [ec, size] = co_await own::read(to);
  if (ec)
    co_return;
  auto found = co_await own::find("key");
  if (!found)
    co_return log(found.error());
  print(*found);
  auto tried = co_await own::attempt(1);
  print(std::to_string(*tried)); // throws
  auto answer = co_await own::ask("when?");
  if (!answer.error)
    print(answer.body);
  auto thrown = co_await own::find("other");
  print(thrown.value()); // throws
}

co::task<> theNumberTells(char *to) {
  auto [ec, size] = co_await own::read(to);
  if (size == 0)
    co_return;
  print(std::string(to, size));
}

struct kept {
  std::vector<own::answer> answers;
  co::task<own::answer> asks() {
    auto first = co_await own::ask("first?");
    answers.push_back(first);
    auto second = co_await own::ask("second?");
    co_return second;
  }
  co::task<> remembers() {
    last = co_await own::flush();
    print("flushed");
  }
  std::error_code last;
};

co::task<> captures() {
  auto found = co_await own::find("key");
  auto print_it = [&] { print(found ? *found : "nothing"); };
  print_it();
  auto [ec, size] = co_await own::read(nullptr);
  auto log_it = [ec = ec] { log(ec); };
  log_it();
}

co::task<> looksThroughAnotherName() {
  auto ec = co_await own::flush();
  const auto &error = ec;
  log(error);
}

co::task<> saysThatItIsMeant(char *to) {
  auto [ignored, size] = co_await own::read(to);
  print(std::string(to, size));
  [[maybe_unused]] auto ec = co_await own::flush();
  auto [_, second] = co_await own::read(to);
  print(std::string(to, second));
  auto unused = co_await own::flush();
  auto status = co_await own::write("text");
  (void)status;
}
