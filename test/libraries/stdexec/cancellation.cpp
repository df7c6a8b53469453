// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/stdexec '--checks=-*,async-swallowed-cancellation,async-cancellation-as-success'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A mail filter on stdexec: being stopped throws nothing, so that no handler sees
// it; but an adaptor can make a value of it.
#include <exception>
#include <exec/task.hpp>
#include <iostream>
#include <stdexcept>
#include <stdexec/execution.hpp>
#include <string>

exec::task<std::string> receive();
exec::task<int> score(std::string mail);

// What people write: endless loops.

exec::task<void> filter() {
  for (;;)
    co_await stdexec::upon_stopped(score("mail"), [] { return 0; });
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'stdexec::upon_stopped' makes a value of being cancelled, and the loop of coroutine 'filter' goes on after it was cancelled or closed [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: instead: leave the loop when it was
}

exec::task<void> filterWithADefault() {
  while (true) {
    int points = co_await stdexec::let_stopped(score("mail"), [] { return score(""); });
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'stdexec::let_stopped' makes a value of being cancelled, and the loop of coroutine 'filterWithADefault' goes on after it was cancelled or closed [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-3]]:18: note: instead: leave the loop when it was
    std::cout << points << "\n";
  }
}

// The adaptor throws, asks for it, or is outside of a loop.

exec::task<void> filterUntilStopped() {
  for (;;)
    co_await stdexec::upon_stopped(score("mail"), []() -> int {
      throw std::runtime_error("stopped");
    });
}

exec::task<void> filterOnce() {
  co_await stdexec::upon_stopped(score("mail"), [] { return 0; });
}

exec::task<void> filterTen() {
  for (int i = 0; i < 10; ++i)
    co_await stdexec::upon_stopped(score("mail"), [] { return 0; });
}

exec::task<void> filterWhileWanted() {
  auto token = co_await stdexec::get_stop_token();
  while (!token.stop_requested())
    co_await stdexec::upon_stopped(score("mail"), [] { return 0; });
}

exec::task<void> filterAsking() {
  auto token = co_await stdexec::get_stop_token();
  for (;;) {
    co_await stdexec::upon_stopped(score("mail"), [] { return 0; });
    if (token.stop_requested())
      co_return;
  }
}

exec::task<void> errorsOnly() {
  for (;;)
    co_await stdexec::upon_error(score("mail"), [](std::exception_ptr) { return 0; });
}

// Being stopped is no exception.

exec::task<void> caught() {
  for (;;) {
    try {
      std::cout << co_await score(co_await receive()) << "\n";
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
  }
}

exec::task<void> allCaught() {
  for (;;) {
    try {
      std::cout << co_await score(co_await receive()) << "\n";
    } catch (...) {
    }
  }
}

exec::task<int> scoreOrZero(std::string mail) {
  try {
    co_return co_await score(mail);
  } catch (...) {
    co_return 0;
  }
}
