// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Who compares the id of the thread before with that after, or prints it, knows that
// they may differ.
#include "Inputs/task.h"
#include <cassert>
#include <cstdio>
#include <iostream>
#include <map>
#include <pthread.h>
#include <sstream>
#include <thread>

co::task<int> fetch(int key);
void log(const char *text);
void log(std::thread::id before, std::thread::id after);

std::map<std::thread::id, int> counters;

co::task<> usedAsAKey() {
  auto before = std::this_thread::get_id();
  co_await fetch(1);
  if (before != std::this_thread::get_id())
    ++counters[before];
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'before' is the thread that coroutine 'usedAsAKey' was in before it was suspended [async-thread-local-across-suspension]
}

co::task<> compared() {
  auto before = std::this_thread::get_id();
  co_await fetch(1);
  if (before != std::this_thread::get_id())
    log("another thread");
}

co::task<> comparedWithAVariable() {
  const auto before = std::this_thread::get_id();
  co_await fetch(1);
  const auto after = std::this_thread::get_id();
  bool same = before == after;
  log(same ? "same thread" : "another thread");
}

co::task<> comparedByOrder() {
  auto before = std::this_thread::get_id();
  co_await fetch(1);
  if (before < std::this_thread::get_id())
    log("later thread");
}

co::task<> asserted() {
  auto before = std::this_thread::get_id();
  co_await fetch(1);
  assert(before == std::this_thread::get_id());
}

co::task<> comparedInC() {
  pthread_t before = pthread_self();
  co_await fetch(1);
  if (!pthread_equal(before, pthread_self()))
    log("another thread");
}

co::task<> printed() {
  auto before = std::this_thread::get_id();
  co_await fetch(1);
  std::cout << "was in " << before << ", is in " << std::this_thread::get_id() << "\n";
}

co::task<> printedToAString() {
  auto before = std::this_thread::get_id();
  co_await fetch(1);
  std::ostringstream text;
  text << before;
  log(text.str().c_str());
}

co::task<> logged() {
  auto before = std::this_thread::get_id();
  co_await fetch(1);
  log(before, std::this_thread::get_id());
}
