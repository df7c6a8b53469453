// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What has a lock(), an unlock() or a guard in its name, and is no lock.
#include "Inputs/task.h"
#include <atomic>
#include <fcntl.h>
#include <memory>
#include <mutex>
#include <string>
#include <sys/mman.h>

co::task<> put(int value);
void keep(int value);

class Door {
public:
  void lock();
  void unlock();
  bool locked() const;
};

class Account {
public:
  void lock();
  void unlock();
  void acquire(int seats);
  void release(int seats);
};

struct Screen {
  void enter();
  void leave();
};

class Guard {
public:
  explicit Guard(int level) : level_(level) {}
  ~Guard() { keep(level_); }

private:
  int level_;
};

struct lock_statistics {
  int waits = 0;
  void unlock() { waits = 0; }
};

class LockedDoor {
public:
  explicit LockedDoor(Door &door) : door_(door) { door_.lock(); }
  ~LockedDoor() { door_.unlock(); }

private:
  Door &door_;
};

// Locks, and says so.
class DoorMutex {
public:
  void lock();
  void unlock();
};

std::mutex m;

co::task<> aMutex(DoorMutex &door) {
  door.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: mutex 'door' is held while coroutine 'aMutex' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await put(1);
  door.unlock();
}

co::task<> doors(Door &door, Account &account, Screen &screen) {
  door.lock();
  account.lock();
  account.acquire(2);
  screen.enter();
  LockedDoor locked(door);
  co_await put(1);
  screen.leave();
  account.release(2);
  account.unlock();
  door.unlock();
}

co::task<> names() {
  Guard guard(1);
  lock_statistics lock;
  co_await put(lock.waits);
  lock.unlock();
}

co::task<> pointers(std::weak_ptr<Account> weak) {
  if (auto account = weak.lock())
    co_await put(1);
  auto account = weak.lock();
  co_await put(2);
  auto mutex = std::weak_ptr<std::mutex>().lock();
  co_await put(3);
}

co::task<> flags(std::atomic_flag &flag, std::atomic<int> &number) {
  bool free = number.is_lock_free();
  keep(free);
  co_await put(number.load());
}

co::task<> memory(void *page) {
  mlock(page, 4096);
  co_await put(1);
  munlock(page, 4096);
}

// Only what they are about.

co::task<> mutexesThatNobodyLocks() {
  std::mutex local;
  std::unique_lock<std::mutex> empty;
  auto *pointer = &m;
  co_await put(pointer == &local);
}

co::task<> onceOnly(std::once_flag &flag) {
  std::call_once(flag, [] { keep(1); }); // NOLINT(async-blocking-call)
  co_await put(1);
}

struct Locker {
  std::mutex mutex;
  int level = 0;
  Locker() = default;
  ~Locker() { keep(level); }
};

co::task<> classWithAMutex() {
  Locker locker;
  co_await put(locker.level);
}

co::task<> ownLocals() {
  struct Task {
    int lock() { return 1; }
    void unlock() {}
  } lock;
  keep(lock.lock());
  co_await put(1);
  lock.unlock();
}
