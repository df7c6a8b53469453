// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// [[maybe_unused]] says that a guard is known to do nothing for the task; NOLINT says
// it of anything.
#include "Inputs/task.h"
#include <mutex>
#include <stdexcept>

class ScopedTimer {
public:
  explicit ScopedTimer(const char *name);
  ~ScopedTimer();
};

co::task<int> work(int n);
co::task<int> nothing();

std::mutex mutex;

co::task<int> byMistake(int n) {
  ScopedTimer timer("byMistake");
  return work(n);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'work' runs only after 'timer' is gone [async-return-without-await]
}

co::task<int> lockedByMistake(int n) {
  std::lock_guard lock(mutex);
  return work(n);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'work' runs only after 'lock' is gone [async-return-without-await]
}

co::task<int> measuresTheCall(int n) {
  [[maybe_unused]] ScopedTimer timer("measuresTheCall");
  return work(n);
}

// Waits until whoever has the lock is done.
co::task<int> waitsForTheLock(int n) {
  [[maybe_unused]] std::lock_guard lock(mutex);
  return work(n);
}

co::task<int> silenced(int n) {
  ScopedTimer timer("silenced");
  return work(n); // NOLINT(async-return-without-await)
}

co::task<int> silencedTry(int n) {
  try {
    // NOLINTNEXTLINE(async-return-without-await)
    return work(n);
  } catch (const std::bad_alloc &) {
    return nothing();
  }
}
