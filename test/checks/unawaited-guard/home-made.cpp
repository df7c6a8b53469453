// RUN: %check %s --rules=%S/Inputs/store.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a guard is: a class with a destructor that does something and a name
// that says so, or what a method of a lock gives that a rule knows.
#include "Inputs/task.h"
#include <mutex>
#include <utility>

void write();

template <typename Result> struct giving {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) const;
  Result await_resume() const;
};

class gate {
public:
  class holder {
  public:
    holder(holder &&) noexcept;
    ~holder();
  };
  giving<holder> hold();
};

class write_lock {
public:
  write_lock(write_lock &&) noexcept;
  ~write_lock();
};

class Limiter {
public:
  struct Permit {
    Permit(Permit &&) noexcept;
    ~Permit();
  };
  co::task<Permit> enter();
};

// A guard of the C++ library, over a lock that is awaited.
class recursive {
public:
  co::task<std::unique_lock<recursive>> locked();
  void lock();
  void unlock();
};

co::task<write_lock> exclusive();

co::task<> unawaited(gate &g, Limiter &limiter, recursive &r) {
  auto held = g.hold();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the lock from 'gate::hold', kept in 'held', is never awaited: nothing is locked [async-unawaited-guard]
  auto lock = exclusive();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the lock from 'exclusive', kept in 'lock', is never awaited: nothing is locked [async-unawaited-guard]
  auto permit = limiter.enter();
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the permit from 'Limiter::enter', kept in 'permit', is never awaited: nothing is acquired [async-unawaited-guard]
  auto standard = r.locked();
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the lock from 'recursive::locked', kept in 'standard', is never awaited: nothing is locked [async-unawaited-guard]
  write();
  co_return;
}

co::task<> dropped(gate &g, Limiter &limiter) {
  co_await g.hold();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the guard that 'gate::hold' gives is dropped at once: it is released before the next statement [async-unawaited-guard]
  co_await limiter.enter();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the guard that 'Limiter::enter' gives is dropped at once: it is released before the next statement [async-unawaited-guard]
  write();
}

// By a rule, whatever they give.

namespace store {
class latch {
public:
  giving<void> lock();
  giving<int> count();
  void unlock();
};
class slots {
public:
  giving<int> acquire();
};
} // namespace store

co::task<> byARule(store::latch &latch, store::slots &slots) {
  latch.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the lock from 'store::latch::lock' is never awaited: nothing is locked [async-unawaited-guard]
  auto slot = slots.acquire();
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the permit from 'store::slots::acquire', kept in 'slot', is never awaited: nothing is acquired [async-unawaited-guard]
  latch.unlock();
  co_await latch.lock();
  co_await slots.acquire();
  latch.unlock();
}

// No guards: nothing happens at their end, or their name says otherwise.

struct lock_statistics {
  int waits;
};
class connection {
public:
  connection(connection &&) noexcept;
  ~connection();
};

struct statistics {
  giving<lock_statistics> read();
  giving<connection> connect();
  giving<int> lock();
};

co::task<> noGuards(statistics &s) {
  s.read();
  auto unused = s.connect();
  s.lock();
  co_await s.read();
  co_await s.connect();
}

// Already held when it is awaited.

class [[nodiscard]] ready_permit {
public:
  ready_permit(ready_permit &&) noexcept;
  ~ready_permit();
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) const;
  void await_resume() const;
};
ready_permit acquireNow();

co::task<> heldFromTheStart() {
  auto permit = acquireNow();
  write();
  co_return;
}
