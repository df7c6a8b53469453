// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Guards in optionals, pointers, members and structures.
#include "Inputs/task.h"
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

co::task<> store(int value);
void keep(int value);
bool enabled();

std::mutex m;
int balance = 0;

struct Locked {
  std::unique_lock<std::mutex> lock;
  int *value;
};

struct Access {
  explicit Access(std::mutex &mutex) : lock(mutex) {}
  std::lock_guard<std::mutex> lock;
};

co::task<> emplaced() {
  std::optional<std::lock_guard<std::mutex>> l;
  if (enabled())
    l.emplace(m);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: guard 'l' is held while coroutine 'emplaced' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(balance);
}

co::task<> inPlace() {
  std::optional<std::unique_lock<std::mutex>> l(std::in_place, m);
// CHECK-MESSAGES: :[[@LINE-1]]:47: warning: guard 'l' is held while coroutine 'inPlace' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(balance);
}

co::task<> assignedOptional() {
  std::optional<std::unique_lock<std::mutex>> l;
  l = std::unique_lock(m);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: guard 'l' is held while coroutine 'assignedOptional' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(balance);
}

co::task<> onTheHeap() {
  auto l = std::make_unique<std::lock_guard<std::mutex>>(m);
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: guard 'l' is held while coroutine 'onTheHeap' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(balance);
}

co::task<> assignedPointer() {
  std::unique_ptr<std::lock_guard<std::mutex>> l;
  co_await store(0);
  l = std::make_unique<std::lock_guard<std::mutex>>(m);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: guard 'l' is held while coroutine 'assignedPointer' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(balance);
}

co::task<> shared() {
  auto l = std::make_shared<std::unique_lock<std::mutex>>(m);
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: guard 'l' is held while coroutine 'shared' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(balance);
}

co::task<> ofAnAggregate() {
  Locked locked{std::unique_lock(m), &balance};
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: guard 'locked' is held while coroutine 'ofAnAggregate' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(*locked.value);
}

co::task<> ofAnAggregateByName() {
  Locked locked{.lock = std::unique_lock(m), .value = &balance};
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: guard 'locked' is held while coroutine 'ofAnAggregateByName' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(*locked.value);
}

co::task<> ofAClass() {
  Access access(m);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: guard 'access' is held while coroutine 'ofAClass' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(balance);
}

co::task<> memberOfALocal() {
  Locked locked;
  locked.lock = std::unique_lock(m);
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: guard 'lock' is held while coroutine 'memberOfALocal' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(balance);
}

co::task<> classInAnOptional() {
  std::optional<Access> access;
  if (enabled())
    access.emplace(m);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: guard 'access' is held while coroutine 'classInAnOptional' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(balance);
}

co::task<> classOnTheHeap() {
  auto access = enabled() ? std::make_unique<Access>(m) : nullptr;
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: guard 'access' is held while coroutine 'classOnTheHeap' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(balance);
}

class Session {
public:
  co::task<> run() {
    lock_ = std::unique_lock(mutex_);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: guard 'lock_' is held while coroutine 'Session::run' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await store(1);
    lock_.unlock();
  }
  co::task<> runExplicitly() {
    this->lock_ = std::unique_lock<std::mutex>(this->mutex_);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'lock_' is held while coroutine 'Session::runExplicitly' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await store(1);
  }
  co::task<> lockIt() {
    lock_.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: guard 'lock_' is held while coroutine 'Session::lockIt' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await store(1);
    lock_.unlock();
  }
  co::task<> emplace() {
    maybe_.emplace(mutex_);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: guard 'maybe_' is held while coroutine 'Session::emplace' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await store(1);
    maybe_.reset();
  }

  co::task<> unlocked() {
    lock_ = std::unique_lock(mutex_);
    keep(1);
    lock_.unlock();
    co_await store(1);
  }
  co::task<> lockedAtTheEnd() {
    co_await store(1);
    lock_ = std::unique_lock(mutex_);
  }
  co::task<> wasReset() {
    maybe_.emplace(mutex_);
    keep(1);
    maybe_.reset();
    co_await store(1);
  }
  // Whether it is held, depends on what was called before.
  co::task<> whoKnows() { co_await store(1); }
  void later() { lock_ = std::unique_lock(mutex_); }

private:
  std::mutex mutex_;
  std::unique_lock<std::mutex> lock_;
  std::optional<std::lock_guard<std::mutex>> maybe_;
};

// Empty again, or never filled.

co::task<> reset() {
  std::optional<std::lock_guard<std::mutex>> l;
  l.emplace(m);
  keep(1);
  l.reset();
  co_await store(balance);
}

co::task<> assignedNothing() {
  std::optional<std::unique_lock<std::mutex>> l(std::in_place, m);
  keep(1);
  l = std::nullopt;
  co_await store(balance);
}

co::task<> neverFilled() {
  std::optional<std::lock_guard<std::mutex>> l;
  std::unique_ptr<std::lock_guard<std::mutex>> pointer;
  std::unique_ptr<std::lock_guard<std::mutex>> null = nullptr;
  co_await store(balance);
}

co::task<> deleted() {
  auto l = std::make_unique<std::lock_guard<std::mutex>>(m);
  l.reset();
  co_await store(balance);
  auto other = std::make_unique<std::lock_guard<std::mutex>>(m);
  other = nullptr;
  co_await store(balance);
}

co::task<> contentUnlocked() {
  std::optional<std::unique_lock<std::mutex>> l(std::in_place, m);
  l->unlock();
  co_await store(balance);
  auto pointer = std::make_unique<std::unique_lock<std::mutex>>(m);
  pointer->unlock();
  co_await store(balance);
}

co::task<> aggregateInABlock() {
  {
    Locked locked{std::unique_lock(m), &balance};
    keep(*locked.value);
  }
  {
    Access access(m);
    keep(1);
  }
  co_await store(1);
}

co::task<> emptyAggregate() {
  Locked locked{};
  co_await store(1);
  Locked other{{}, &balance};
  co_await store(*other.value);
}

co::task<> deferredInAnAggregate() {
  Locked locked{std::unique_lock(m, std::defer_lock), &balance};
  co_await store(*locked.value);
}

co::task<> emptiedOnThatPath() {
  std::optional<std::lock_guard<std::mutex>> l;
  if (enabled()) {
    l.emplace(m);
    keep(1);
  }
  l.reset();
  co_await store(1);
}
