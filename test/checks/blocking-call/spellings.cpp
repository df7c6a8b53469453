// RUN: %check '--checks=-*,async-blocking-call' --rules=%S/Inputs/spellings.yaml %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One rule finds a function however it is declared and called.
#include "Inputs/task.h"

namespace lib {
struct Waiter {
  template <class T> int operator()(T &&) const { return 0; }
  int operator()() const;
};
inline constexpr Waiter sync_wait{};

inline namespace v2 {
struct Job {
  friend void hidden(Job &);
};
void versioned(Job &);
template <class T> struct Box {
  template <class U> U take(T);
};
struct Socket {
  void close();
  void reset();
};
struct Base {
  ~Base();
};
} // namespace v2
using Alias = Socket;

struct Blocking {};
struct Polite {};
template <class T> void load(T, Blocking);
template <class T> void load(T, Polite);
void load(int);
} // namespace lib

namespace other {
void versioned(lib::Job &);
struct Waiter {
  int operator()() const;
} sync_wait;
} // namespace other

#define WAIT_FOR(job) lib::versioned(job)

co::task<> functionObjects() {
  lib::sync_wait(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'lib::sync_wait' blocks the thread in coroutine 'functionObjects': it waits for it [async-blocking-call]
  lib::sync_wait();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'lib::sync_wait' blocks the thread
  other::sync_wait();
  lib::Waiter own;
  own(1);
  co_return;
}

co::task<> foundByArguments(lib::Job &job) {
  versioned(job);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'lib::versioned' blocks the thread
  hidden(job);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'lib::hidden' blocks the thread
  WAIT_FOR(job);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'lib::versioned' blocks the thread
  other::versioned(job);
  co_return;
}

co::task<> usingDeclared(lib::Job &job) {
  using lib::versioned;
  versioned(job);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'lib::versioned' blocks the thread
  namespace alias = lib;
  alias::v2::versioned(job);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'lib::versioned' blocks the thread
  co_return;
}

co::task<> members(lib::Box<int> &box, lib::Alias &socket) {
  box.take<long>(1);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: call to 'lib::Box::take' blocks the thread
  socket.close();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to 'lib::Alias::close' blocks the thread
  socket.reset();
  lib::Base base;
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: destroying 'lib::Base' blocks the thread
  co_return;
}

co::task<> overloads() {
  lib::load("file", lib::Blocking());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'lib::load' blocks the thread in coroutine 'overloads': it loads it [async-blocking-call]
  lib::load("file", lib::Polite());
  lib::load(1);
  co_return;
}
