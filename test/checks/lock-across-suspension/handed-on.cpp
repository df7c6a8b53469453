// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whoever gets a guard, or the lock itself, may unlock it.
#include "Inputs/task.h"
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

co::task<> store(int value);
void keep(int value);
void unlockAndNotify(std::unique_lock<std::mutex> &lock);
void finish(std::unique_lock<std::mutex> lock);
void look(const std::unique_lock<std::mutex> &lock);
void increment(const std::lock_guard<std::mutex> &);
co::task<> storeUnder(std::unique_lock<std::mutex> lock);
co::task<> unlockAndStore(std::unique_lock<std::mutex> &lock);
void later(std::function<void()> run);

struct Transaction {
  explicit Transaction(std::unique_lock<std::mutex> lock);
  Transaction(std::unique_lock<std::mutex> &&lock, int id);
};

std::mutex m;
int balance = 0;

co::task<> onlyLookedAt() {
  std::unique_lock l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'l' is held while coroutine 'onlyLookedAt' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  look(l);
  co_await store(balance);
}

co::task<> asAProofOfTheLock() {
  std::lock_guard l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'l' is held while coroutine 'asAProofOfTheLock' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  increment(l);
  co_await store(balance);
}

co::task<> handedOnAfterwards() {
  std::unique_lock l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'l' is held while coroutine 'handedOnAfterwards' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(balance);
  finish(std::move(l));
}

co::task<> handedOnInABranch(bool last) {
  std::unique_lock l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'l' is held while coroutine 'handedOnInABranch' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  if (last)
    finish(std::move(l));
  co_await store(balance);
}

co::task<> capturedByCopyOfAnotherThing() {
  std::unique_lock l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'l' is held while coroutine 'capturedByCopyOfAnotherThing' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  int now = balance;
  later([now] { keep(now); });
  co_await store(balance);
}

co::task<std::unique_lock<std::mutex>> returnedAfterwards() {
  std::unique_lock l(m);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'l' is held while coroutine 'returnedAfterwards' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(balance);
  co_return std::move(l);
}

// Nobody knows whether it is still held.

co::task<> byReference() {
  std::unique_lock l(m);
  unlockAndNotify(l);
  co_await store(balance);
}

co::task<> toACoroutineThatUnlocks() {
  std::unique_lock l(m);
  co_await unlockAndStore(l);
}

co::task<> madeForACoroutine() { co_await storeUnder(std::unique_lock(m)); }

co::task<> toAConstructor() {
  std::unique_lock l(m);
  Transaction transaction(std::move(l), 1);
  co_await store(balance);
}

co::task<> toAVector(std::vector<std::unique_lock<std::mutex>> &locks) {
  std::unique_lock l(m);
  locks.push_back(std::move(l));
  co_await store(balance);
}

co::task<> toAClosure() {
  std::unique_lock l(m);
  later([&l] { l.unlock(); });
  co_await store(balance);
}

co::task<> toAClosureThatIsCalled() {
  std::unique_lock l(m);
  auto unlock = [&] { l.unlock(); };
  unlock();
  co_await store(balance);
}

co::task<> byAPointer() {
  std::unique_lock l(m);
  auto unlock = [](std::unique_lock<std::mutex> *lock) { lock->unlock(); };
  unlock(&l);
  co_await store(balance);
}

co::task<> byAReferenceWrapper() {
  std::unique_lock l(m);
  std::invoke(unlockAndNotify, std::ref(l));
  co_await store(balance);
}

std::unique_lock<std::mutex> locked() {
  std::unique_lock l(m);
  return l;
}

co::task<std::unique_lock<std::mutex>> returnedAtOnce() {
  co_await store(balance);
  std::unique_lock l(m);
  co_return std::move(l);
}

co::task<> toAClosureThatIsAwaited() {
  std::unique_lock l(m);
  co_await [&]() -> co::task<> {
    l.unlock();
    co_await store(balance);
  }();
}
