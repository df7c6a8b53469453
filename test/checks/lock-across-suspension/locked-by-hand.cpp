// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Mutexes that are locked and unlocked by calls.
#include "Inputs/task.h"
#include <chrono>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <pthread.h>
#include <shared_mutex>
#include <stdexcept>

using namespace std::chrono_literals;

co::task<> store(int value);
void keep(int value);
bool enabled();

std::mutex m;
std::mutex other;
std::shared_mutex shared;
pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;

co::task<> byAMethod() {
  m.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: mutex 'm' is held while coroutine 'byAMethod' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
  m.unlock();
}

co::task<> neverUnlocked() {
  m.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: mutex 'm' is held while coroutine 'neverUnlocked' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  keep(1);
  co_await store(1);
}

co::task<> forReading() {
  shared.lock_shared();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: mutex 'shared' is held while coroutine 'forReading' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
  shared.unlock_shared();
}

co::task<> inC() {
  pthread_mutex_lock(&mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: mutex 'mutex' is held while coroutine 'inC' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
  pthread_mutex_unlock(&mutex);
}

co::task<> otherLocksInC() {
  pthread_rwlock_rdlock(&rwlock);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: mutex 'rwlock' is held while coroutine 'otherLocksInC' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
  pthread_rwlock_unlock(&rwlock);
  pthread_rwlock_wrlock(&rwlock);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: mutex 'rwlock' is held while coroutine 'otherLocksInC' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(2);
  pthread_rwlock_unlock(&rwlock);
}

struct Account {
  std::mutex mutex;
  int balance = 0;
  std::unique_ptr<Account> parent;

  co::task<> deposit(int amount) {
    mutex.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: mutex 'mutex' is held while coroutine 'Account::deposit' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    balance += amount;
    co_await store(balance);
    mutex.unlock();
  }
};

co::task<> ofAnObject(Account &account) {
  account.mutex.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: mutex 'mutex' is held while coroutine 'ofAnObject' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(account.balance);
  account.mutex.unlock();
}

co::task<> byPointers(std::shared_ptr<Account> account, std::mutex *mutex) {
  account->mutex.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: mutex 'mutex' is held while coroutine 'byPointers' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(account->balance);
  account->mutex.unlock();
  account->parent->mutex.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: mutex 'mutex' is held while coroutine 'byPointers' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(account->parent->balance);
  account->parent->mutex.unlock();
  mutex->lock();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: mutex 'mutex' is held while coroutine 'byPointers' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
  mutex->unlock();
}

co::task<> byAReference(Account &account) {
  std::mutex &mutex = account.mutex;
  mutex.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: mutex 'mutex' is held while coroutine 'byAReference' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
  mutex.unlock();
}

co::task<> theWrongOne() {
  m.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: mutex 'm' is held while coroutine 'theWrongOne' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  other.unlock();
  co_await store(1);
  m.unlock();
}

co::task<> unlockedOnOnePath() {
  m.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: mutex 'm' is held while coroutine 'unlockedOnOnePath' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  if (enabled())
    m.unlock();
  co_await store(1);
}

// Unlocked before.

co::task<> unlocked() {
  m.lock();
  keep(1);
  m.unlock();
  co_await store(1);
  shared.lock_shared();
  keep(2);
  shared.unlock_shared();
  co_await store(2);
}

co::task<> unlockedInC() {
  pthread_mutex_lock(&mutex);
  keep(1);
  pthread_mutex_unlock(&mutex);
  co_await store(1);
  pthread_rwlock_wrlock(&rwlock);
  pthread_rwlock_unlock(&rwlock);
  co_await store(2);
}

co::task<> unlockedOnEachPath() {
  m.lock();
  if (enabled()) {
    keep(1);
    m.unlock();
  } else {
    m.unlock();
    keep(2);
  }
  co_await store(1);
}

co::task<> unlockedInAHandler() {
  m.lock();
  try {
    keep(1);
  } catch (...) {
    m.unlock();
    throw;
  }
  m.unlock();
  co_await store(1);
}

co::task<> unlockedOfAnObject(Account &account, std::shared_ptr<Account> shared) {
  account.mutex.lock();
  ++account.balance;
  account.mutex.unlock();
  co_await store(account.balance);
  shared->parent->mutex.lock();
  shared->parent->mutex.unlock();
  co_await store(1);
}

co::task<> unlockedAroundTheAwait() {
  m.lock();
  while (enabled()) {
    m.unlock();
    co_await store(1);
    m.lock();
  }
  m.unlock();
}

void unlock(std::mutex &mutex) { mutex.unlock(); }

// Whoever is given the mutex may unlock it.
co::task<> unlockedByAHelper(Account &account) {
  account.mutex.lock();
  unlock(account.mutex);
  co_await store(1);
  std::mutex local;
  local.lock();
  auto done = [&] { local.unlock(); };
  done();
  co_await store(2);
}

co::task<> onlyAsked() {
  bool same = m.native_handle() == other.native_handle();
  keep(same);
  co_await store(1);
}
