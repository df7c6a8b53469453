// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A permit that a function has by then is given back before the task runs: it limits
// nothing.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <optional>
#include <utility>
#include <vector>

class Limiter {
public:
  struct Permit {
    Permit(Permit &&) noexcept;
    ~Permit();
  };
  Permit enter();
  std::optional<Permit> tryEnter();
};

own::lazy<int> download(int page);
own::lazy<int> downloadWith(Limiter::Permit permit, int page);
own::eager<int> start(int page);
void count(int page);

own::semaphore slots(3);
own::mutex mutex;

own::lazy<int> permitted(Limiter &limiter, int page) {
  auto permit = limiter.enter();
  return download(page);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'download' runs only after 'permit' is gone [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE-3]]:8: note: 'permit' dies when 'permitted' returns
// CHECK-MESSAGES: :[[@LINE-3]]:10: note: instead: make 'permitted' a coroutine and co_await the task in it
}

own::lazy<int> constant(Limiter &limiter, int page) {
  const Limiter::Permit permit = limiter.enter();
  return download(page);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'download' runs only after 'permit' is gone [async-return-without-await]
}

own::lazy<int> units(int page) {
  own::semaphore::units units(slots, 1);
  return download(page);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'download' runs only after 'units' is gone [async-return-without-await]
}

own::lazy<int> locked(int page) {
  own::mutex::scoped_guard guard(mutex);
  return download(page);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'download' runs only after 'guard' is gone [async-return-without-await]
}

// Held until the task is done, or needed for something else.

own::lazy<int> awaited(int page) {
  auto units = co_await slots.get_units(1);
  co_return co_await download(page);
}

own::lazy<int> awaitedUnderALock(int page) {
  auto guard = co_await mutex.scoped_lock();
  co_return co_await download(page);
}

own::lazy<int> givenToTheTask(Limiter &limiter, int page) {
  auto permit = limiter.enter();
  return downloadWith(std::move(permit), page);
}

own::lazy<int> counted(Limiter &limiter, int page) {
  auto permit = limiter.enter();
  count(page);
  return download(page);
}

own::lazy<int> ofAnInnerScope(Limiter &limiter, int page) {
  {
    auto permit = limiter.enter();
    count(page);
  }
  return download(page);
}

own::lazy<int> keptElsewhere(Limiter &limiter, std::vector<Limiter::Permit> &all, int page) {
  auto permit = limiter.enter();
  all.push_back(std::move(permit));
  return download(page);
}

own::eager<int> ofAnEagerTask(Limiter &limiter, int page) {
  auto permit = limiter.enter();
  return start(page);
}
