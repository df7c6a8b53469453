// RUN: %check %s '--checks=-*,async-ignored-errors'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Results that are statements of their own, by the type of what is given.
#include "Inputs/results.h"

co::task<> bugs() {
  co_await own::flush();
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: the result of 'own::flush' is dropped in coroutine 'bugs', so nobody learns whether it failed [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: instead: look at it
  // CHECK-NOTES: :[[@LINE-3]]:3: note: if it does not matter, say so with '(void)'
  co_await own::find("key");
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: the result of 'own::find' is dropped in coroutine 'bugs', so nobody learns whether it failed [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: instead: look at it
  // CHECK-NOTES: :[[@LINE-3]]:3: note: if it does not matter, say so with '(void)'
  co_await own::attempt(1), print("done");
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: the result of 'own::attempt' is dropped in coroutine 'bugs', so nobody learns whether it failed [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: instead: look at it
  // CHECK-NOTES: :[[@LINE-3]]:3: note: if it does not matter, say so with '(void)'
  for (int i = 0; i < 3; ++i)
    co_await own::write("text");
  // CHECK-NOTES: :[[@LINE-1]]:5: warning: the result of 'own::write' is dropped in coroutine 'bugs', so nobody learns whether it failed [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-2]]:5: note: instead: look at it
  // CHECK-NOTES: :[[@LINE-3]]:5: note: if it does not matter, say so with '(void)'
  auto pending = own::ask("when?");
  co_await std::move(pending);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: the result of 'own::ask' is dropped in coroutine 'bugs', so nobody learns whether it failed [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: instead: look at it
  // CHECK-NOTES: :[[@LINE-3]]:3: note: if it does not matter, say so with '(void)'
}

auto closure = [](int times) -> co::task<> {
  if (times > 1)
    co_await own::flush();
  // CHECK-NOTES: :[[@LINE-1]]:5: warning: the result of 'own::flush' is dropped in a coroutine lambda, so nobody learns whether it failed [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-2]]:5: note: instead: look at it
  // CHECK-NOTES: :[[@LINE-3]]:5: note: if it does not matter, say so with '(void)'
};

// Near misses.

co::task<> holdsNoError() {
  co_await own::paint();
  co_await own::peek();
  co_await co::event();
}

co::task<> saysThatItIsMeant() {
  (void)co_await own::flush();
  static_cast<void>(co_await own::find("key"));
  std::ignore = co_await own::read(nullptr);
}

co::task<int> looks() {
  if (co_await own::flush())
    co_return 0;
  log(co_await own::flush());
  print((co_await own::find("key")).value());
  co_return *co_await own::attempt(2);
}

co::task<std::error_code> handsOn() { co_return co_await own::flush(); }

co::task<> nobodyMindsHowItEnds() {
  co_await own::shutdown();
  co_await own::close();
  print("closed");
}

co::task<> closeAll() {
  co_await own::flush();
  print("closed");
}
