// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Each closure is looked at by itself: it holds only what it locks.
#include "Inputs/task.h"
#include <functional>
#include <mutex>
#include <utility>

co::task<> put(int value);
void keep(int value);
void later(std::function<co::task<>()> run);

struct Cache {
  std::mutex mutex;
  int size = 0;
  co::task<> fill();
};

std::mutex m;

auto closure = []() -> co::task<> {
  std::lock_guard lock(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'lock' is held while a coroutine lambda is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await put(1);
};

co::task<> inACoroutine() {
  auto inner = []() -> co::task<> {
    std::lock_guard lock(m);
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: guard 'lock' is held while a coroutine lambda is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await put(1);
  };
  co_await inner();
}

void inAnOrdinaryFunction(Cache &cache) {
  later([&cache]() -> co::task<> {
    std::lock_guard lock(cache.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: guard 'lock' is held while a coroutine lambda is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await put(cache.size);
  });
}

co::task<> Cache::fill() {
  auto refill = [this]() -> co::task<> {
    mutex.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: mutex 'mutex' is held while a coroutine lambda is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await put(size);
    mutex.unlock();
  };
  co_await refill();
}

auto generic = [](auto &mutex) -> co::task<> {
  std::lock_guard lock(mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'lock' is held while a coroutine lambda is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await put(1);
};
co::task<> useOfGeneric(Cache &cache) { return generic(cache.mutex); }

co::task<> aroundAClosure() {
  std::lock_guard lock(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'aroundAClosure' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  auto inner = []() -> co::task<> { co_await put(1); };
  co_await inner();
}

// The lock is the inner one's, which does not await, or the outer one's, which
// does not either.

co::task<> lockedInside() {
  auto inner = [] {
    std::lock_guard lock(m);
    keep(1);
  };
  inner();
  co_await put(1);
  [] { m.lock(); };
  co_await put(2);
}

co::task<> awaitedInside() {
  std::lock_guard lock(m);
  later([]() -> co::task<> { co_await put(1); });
  auto inner = []() -> co::task<> { co_await put(2); };
  keep(sizeof(inner));
  co_return;
}

co::task<> eachReleases() {
  auto inner = []() -> co::task<> {
    {
      std::lock_guard lock(m);
      keep(1);
    }
    co_await put(1);
  };
  co_await inner();
  std::lock_guard lock(m);
  keep(2);
}

void noCoroutine() {
  std::lock_guard lock(m);
  later([]() -> co::task<> { co_await put(1); });
}

// Called while the lock is held, but suspended without.
co::task<> lockedByAnInvokedClosure() {
  std::unique_lock lock(m);
  std::invoke([&] {
    keep(1);
    lock.unlock();
  });
  co_await put(1);
}
