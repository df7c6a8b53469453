// RUN: %check %s --rules=%S/Inputs/store.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Rules say which types are guards whose names do not, and which tasks are lazy.
#include "Inputs/task.h"
#include <stdexcept>
#include <utility>

namespace store {

class TableAccess {
public:
  explicit TableAccess(int table);
  ~TableAccess();
};

class Ticket {
public:
  explicit Ticket(int table);
  ~Ticket();
};

class Cursor {
public:
  explicit Cursor(int table);
  ~Cursor();
};

/// Their headers do not show when they run.
template <typename T> class Job {
public:
  Job(Job &&) noexcept;
  ~Job();
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};
template <typename T> class Running {
public:
  Running(Running &&) noexcept;
  ~Running();
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};

} // namespace store

co::task<int> read(int table);
store::Job<int> queue(int table);
store::Running<int> run(int table);

co::task<int> accessed(int table) {
  store::TableAccess access(table);
  return read(table);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'read' runs only after 'access' is gone [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE-3]]:22: note: 'access' dies when 'accessed' returns
// CHECK-MESSAGES: :[[@LINE-3]]:10: note: instead: take the lock in the task itself
}

co::task<int> withATicket(int table) {
  store::Ticket ticket(table);
  return read(table);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'read' runs only after 'ticket' is gone [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE-3]]:17: note: 'ticket' dies when 'withATicket' returns
// CHECK-MESSAGES: :[[@LINE-3]]:10: note: instead: make 'withATicket' a coroutine and co_await the task in it
}

store::Job<int> aJob(int table) {
  try {
    return queue(table);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'queue' is returned before it has run: no exception of it is caught here [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: this handler never sees one
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: instead: make 'aJob' a coroutine and co_await the task in it
  } catch (const std::exception &) {
    return queue(0);
  }
}

// No rule speaks of these, or one that says otherwise.

co::task<int> noGuard(int table) {
  store::Cursor cursor(table);
  return read(table);
}

store::Running<int> running(int table) {
  try {
    return run(table);
  } catch (const std::exception &) {
    return run(0);
  }
}

store::Running<int> runningWithATicket(int table) {
  store::Ticket ticket(table);
  return run(table);
}

co::task<int> awaited(int table) {
  store::Ticket ticket(table);
  co_return co_await read(table);
}
