// RUN: %check %s '--checks=-*,async-ignored-errors'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Variables that an operation puts its error into, and when they get another.
#include "Inputs/results.h"

co::task<int> bugs() {
  std::error_code ec;
  int first = co_await own::load(1, ec);
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: 'ec' has another value before anybody looks at it, so coroutine 'bugs' goes on as if 'own::load' had succeeded [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE+4]]:16: note: it has another value from here on
  // CHECK-NOTES: :[[@LINE-3]]:15: note: instead: look at it
  // CHECK-NOTES: :[[@LINE-4]]:15: note: if it does not matter, call it 'ignored'
  print("loaded");
  int second = co_await own::load(2, ec);
  if (ec)
    co_return 0;
  std::error_code other;
  int third = co_await own::load(3, other);
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: 'other' is never looked at, so coroutine 'bugs' ends as if 'own::load' had succeeded [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-2]]:15: note: instead: look at it
  // CHECK-NOTES: :[[@LINE-3]]:15: note: if it does not matter, call it 'ignored'
  co_return first + second + third;
}

co::task<int> loadsAll(const std::vector<int> &keys) {
  int sum = 0;
  std::error_code ec;
  for (int key : keys) {
    ec.clear();
    sum += co_await own::load(key, ec);
    // CHECK-NOTES: :[[@LINE-1]]:12: warning: 'ec' is never looked at, so coroutine 'loadsAll' goes on as if 'own::load' had succeeded [async-ignored-errors]
    // CHECK-NOTES: :[[@LINE-2]]:12: note: instead: look at it
    // CHECK-NOTES: :[[@LINE-3]]:12: note: if it does not matter, call it 'ignored'
  }
  co_return sum;
}

co::task<> again() {
  auto ec = co_await own::flush();
  // CHECK-NOTES: :[[@LINE-1]]:13: warning: 'ec' has another value before anybody looks at it, so coroutine 'again' goes on as if 'own::flush' had succeeded [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE+3]]:3: note: it has another value from here on
  // CHECK-NOTES: :[[@LINE-3]]:13: note: instead: look at it
  // CHECK-NOTES: :[[@LINE-4]]:13: note: if it does not matter, call it 'ignored'
  ec = co_await own::flush();
  log(ec);
}

// Near misses.

co::task<int> looksOnce() {
  std::error_code ec;
  int sum = 0;
  while (!ec)
    sum += co_await own::load(sum, ec);
  co_return sum;
}

co::task<int> looksOnOneWay(bool verbose) {
  std::error_code ec;
  int loaded = co_await own::load(1, ec);
  if (verbose)
    log(ec);
  co_return loaded;
}

co::task<int> looksInTheHandler() {
  std::error_code ec;
  try {
    co_return co_await own::load(1, ec) + std::stoi("1");
  } catch (const std::exception &) {
    log(ec);
  }
  co_return 0;
}

co::task<int> eitherOr(bool first) {
  std::error_code ec;
  int loaded = 0;
  if (first)
    loaded = co_await own::load(1, ec);
  else
    loaded = co_await own::load(2, ec);
  co_return ec ? 0 : loaded;
}

co::task<int> others(std::error_code &ec) { co_return co_await own::load(1, ec); }

class store {
public:
  co::task<int> keeps() { co_return co_await own::load(1, error); }

private:
  std::error_code error;
};

co::task<int> closureLooks() {
  std::error_code ec;
  auto report = [&ec] { log(ec); };
  int loaded = co_await own::load(1, ec);
  report();
  co_return loaded;
}

co::task<int> theValueTells() {
  std::error_code ec;
  int loaded = co_await own::load(1, ec);
  if (loaded < 0)
    co_return 0;
  co_return loaded;
}

co::task<int> saysThatItIsMeant() {
  std::error_code ignored;
  [[maybe_unused]] std::error_code ec;
  co_return co_await own::load(1, ignored) + co_await own::load(2, ec);
}

co::task<> lastTry() {
  std::error_code ec;
  co_await own::load(1, ec);
}
