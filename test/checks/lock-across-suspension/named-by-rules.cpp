// RUN: %check %s --rules=%S/Inputs/store.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Types that only a rule file says to be guards and locks.
#include "Inputs/task.h"
#include <mutex>
#include <utility>

co::task<> put(int value);
void keep(int value);

namespace store {
class table {};
// Can only be made, and destroyed.
class table_lock {
public:
  explicit table_lock(table &t);
  ~table_lock();
};
// Can be moved and unlocked.
class row_lock {
public:
  row_lock() noexcept;
  row_lock(table &t, int row);
  row_lock(row_lock &&) noexcept;
  row_lock &operator=(row_lock &&) noexcept;
  ~row_lock();
  void release();
  explicit operator bool() const;
};
row_lock lock_row(table &t, int row);
// Says nothing by its name.
struct Section {
  Section();
  ~Section();
};
struct Entry {
  Entry();
  ~Entry();
};
class Turnstile {
public:
  void lock();
  void unlock();
};
} // namespace store

co::task<> guards(store::table &t) {
  store::table_lock whole(t);
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: guard 'whole' is held while coroutine 'guards' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  store::row_lock one(t, 1);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'one' is held while coroutine 'guards' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  auto two = store::lock_row(t, 2);
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: guard 'two' is held while coroutine 'guards' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  store::Section section;
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: guard 'section' is held while coroutine 'guards' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await put(1);
}

co::task<> laterFilled(store::table &t) {
  store::row_lock row;
  co_await put(1);
  row = store::lock_row(t, 2);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: guard 'row' is held while coroutine 'laterFilled' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await put(2);
}

co::task<> locks(store::Turnstile &turnstile) {
  turnstile.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: mutex 'turnstile' is held while coroutine 'locks' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await put(1);
  turnstile.unlock();
  std::lock_guard lock(turnstile);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'locks' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await put(2);
}

// Released.

co::task<> inABlock(store::table &t) {
  {
    store::table_lock whole(t);
    store::Section section;
    auto two = store::lock_row(t, 2);
    keep(1);
  }
  co_await put(1);
}

co::task<> released(store::table &t) {
  store::row_lock row(t, 1);
  keep(1);
  row.release();
  co_await put(1);
}

co::task<> movedIntoABlock(store::table &t) {
  store::row_lock row(t, 1);
  {
    auto kept = std::move(row);
    keep(1);
  }
  co_await put(1);
}

co::task<> empty() {
  store::row_lock row;
  co_await put(1);
}

co::task<> unlocked(store::Turnstile &turnstile) {
  turnstile.lock();
  keep(1);
  turnstile.unlock();
  co_await put(1);
}

co::task<> noGuard() {
  store::Entry entry;
  co_await put(1);
}
