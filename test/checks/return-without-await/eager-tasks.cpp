// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An eager task runs up to its first suspension before its call returns, and a future
// is started by whoever makes it: what is around it is there for that part.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <future>
#include <mutex>
#include <stdexcept>
#include <utility>

class ScopedTimer {
public:
  explicit ScopedTimer(const char *name);
  ~ScopedTimer();
};

own::eager<int> start(int n);
own::cancelling<int> startCancelling(int n);
own::lazy<int> work(int n);
own::shared<int> share(int n);
own::done_aware<int> repeat(int n);
own::eager<int> nothing();
own::lazy<int> nothingLazy();
own::shared<int> nothingShared();
std::future<int> inAThread(int n);
co::detached detach(int n);
co::generator<int> numbers(int n);
void log(const char *text) noexcept;

std::mutex mutex;

// Lazy ones of all kinds.

own::lazy<int> lazy(int n) {
  try {
    return work(n);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'work' is returned before it has run: no exception of it is caught here [async-return-without-await]
  } catch (const std::exception &) {
    return nothingLazy();
  }
}

own::shared<int> shared(int n) {
  try {
    return share(n);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'share' is returned before it has run: no exception of it is caught here [async-return-without-await]
  } catch (const std::exception &) {
    return nothingShared();
  }
}

own::done_aware<int> again(int n) {
  ScopedTimer timer("again");
  return repeat(n);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'repeat' runs only after 'timer' is gone [async-return-without-await]
}

// Eager ones.

own::eager<int> eager(int n) {
  try {
    return start(n);
  } catch (const std::exception &) {
    return nothing();
  }
}

own::eager<int> eagerAndTimed(int n) {
  ScopedTimer timer("eager");
  return start(n);
}

own::cancelling<int> cancelling(int n) {
  std::lock_guard lock(mutex);
  return startCancelling(n);
}

co::detached detached(int n) {
  try {
    return detach(n);
  } catch (const std::exception &) {
    log("failed");
    throw;
  }
}

std::future<int> future(int n) {
  std::lock_guard lock(mutex);
  return inAThread(n);
}

std::future<int> async(int n) {
  try {
    return std::async(std::launch::async, [n] { return n; });
  } catch (const std::system_error &) {
    return std::async(std::launch::deferred, [n] { return n; });
  }
}

// Generators are iterated, not awaited.

co::generator<int> generator(int n) {
  try {
    return numbers(n);
  } catch (const std::exception &) {
    log("failed");
    throw;
  }
}

// No task at all.

int value(int n) {
  try {
    return 100 / n;
  } catch (const std::exception &) {
    return 0;
  }
}
