// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// In a coroutine that awaits the task, the try and the guard last until it is done.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <optional>
#include <stdexcept>
#include <utility>

class ScopedTimer {
public:
  explicit ScopedTimer(const char *name);
  ~ScopedTimer();
};

own::lazy<int> work(int n);
own::lazy<> store(int n);
own::lazy<int> nothing();
void log(const char *text) noexcept;

own::lazy<int> notAwaited(int n) {
  try {
    return work(n);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'work' is returned before it has run: no exception of it is caught here [async-return-without-await]
  } catch (const std::exception &) {
    return nothing();
  }
}

own::lazy<int> notHeld(int n) {
  ScopedTimer timer("notHeld");
  return work(n);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'work' runs only after 'timer' is gone [async-return-without-await]
}

// The same, awaited.

own::lazy<int> awaited(int n) {
  try {
    co_return co_await work(n);
  } catch (const std::exception &) {
    co_return 0;
  }
}

own::lazy<int> held(int n) {
  ScopedTimer timer("held");
  co_return co_await work(n);
}

own::lazy<> withoutResult(int n) {
  ScopedTimer timer("withoutResult");
  co_await store(n);
}

own::lazy<int> fallenBack(int n) {
  std::optional<int> found;
  try {
    found = co_await work(n);
  } catch (const std::exception &) {
    log("failed");
  }
  co_return found ? *found : co_await nothing();
}

own::lazy<int> keptFirst(int n) {
  ScopedTimer timer("keptFirst");
  auto task = work(n);
  log("working");
  co_return co_await std::move(task);
}

// A coroutine may also return a task as its result, which it hands to its caller.

own::lazy<own::lazy<int>> aTaskAsResult(int n) {
  ScopedTimer timer("aTaskAsResult");
  co_return work(n);
}

// Nothing to hold: it goes to the caller as it is.

own::lazy<int> forwarded(int n) { return work(n); }
