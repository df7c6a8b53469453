// RUN: %check %s --args=-I%S/../../runtime '--checks=-*,async-ignored-errors'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A backup on tide: what failed is kept in outcomes.
#include <tide/tide.h>

#include <iostream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

tide::task<> copy(std::string file) {
  if (file.empty())
    throw std::invalid_argument("no file");
  co_await tide::yield_now();
}
tide::task<int> size(std::string file);
tide::task<> nothing() { co_return; }

// Bugs.

tide::task<> backUp(std::vector<tide::task<>> copies) {
  co_await tide::gather_settled(std::move(copies));
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: the result of 'tide::gather_settled' is dropped in coroutine 'backUp', so nobody learns which tasks failed [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: instead: look at it, or co_await tide::gather(...), which throws the first error
  // CHECK-NOTES: :[[@LINE-3]]:3: note: if it does not matter, say so with '(void)'
  co_await tide::settle(copy("log"));
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: the result of 'copy' is dropped in coroutine 'backUp', so nobody learns whether it failed [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: instead: look at it, or co_await the task itself, which throws its error
  // CHECK-NOTES: :[[@LINE-3]]:3: note: if it does not matter, say so with '(void)'
  std::cout << "done\n";
}

tide::task<> backUpAll(const std::vector<std::string> &files) {
  std::vector<tide::task<>> copies;
  for (const std::string &file : files)
    copies.push_back(copy(file));
  auto outcomes = co_await tide::gather_settled(std::move(copies));
  // CHECK-NOTES: :[[@LINE-1]]:19: warning: 'outcomes' is never asked for an error, so nobody learns in coroutine 'backUpAll' which tasks of 'tide::gather_settled' failed [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-26]]:5: note: this exception leaves 'copy'
  // CHECK-NOTES: :[[@LINE-3]]:19: note: instead: look at it, or co_await tide::gather(...), which throws the first error
  // CHECK-NOTES: :[[@LINE-4]]:19: note: if it does not matter, call it 'ignored'
  std::cout << outcomes.size() << " files\n";
}

// Near misses.

tide::task<> looks(std::vector<tide::task<>> copies) {
  for (const auto &outcome : co_await tide::gather_settled(std::move(copies)))
    if (!outcome.ok())
      std::cout << "a copy failed\n";
  auto outcome = co_await tide::settle(size("log"));
  std::cout << outcome.value(); // throws
}

tide::task<> throws(std::vector<tide::task<>> copies) {
  co_await tide::gather(std::move(copies));
  co_await tide::gather(size("a"), size("b"));
}

tide::task<> nothingCanFail() {
  std::vector<tide::task<>> none;
  none.push_back(nothing());
  co_await tide::gather_settled(std::move(none));
  std::cout << "done\n";
}

tide::task<> lastTry() { co_await tide::settle(copy("log")); }

tide::task<> meant(std::vector<tide::task<>> copies) {
  (void)co_await tide::gather_settled(std::move(copies));
  std::cout << "done\n";
}
