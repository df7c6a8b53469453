// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What nobody mentions and does something at its end is there for what runs in its
// scope: timers, spans, transactions, whatever is undone at the end.
#include "Inputs/task.h"
#include <memory>
#include <string>
#include <utility>

namespace db {
class Connection {
public:
  co::task<int> query(std::string text);
};

class Transaction {
public:
  explicit Transaction(Connection &connection);
  ~Transaction();
  co::task<int> query(std::string text);
};
} // namespace db

namespace trace {
class Span {
public:
  explicit Span(const char *name);
  ~Span();
  void tag(const char *name);
};
Span begin(const char *name);
} // namespace trace

class ScopedTimer {
public:
  explicit ScopedTimer(const char *name);
  ~ScopedTimer();
};

template <typename Function> class Defer {
public:
  explicit Defer(Function function) : function(std::move(function)) {}
  ~Defer() { function(); }

private:
  Function function;
};

struct BusyScope {
  explicit BusyScope(int &users) : users(++users) {}
  ~BusyScope() { --users; }
  int &users;
};

struct Cleanup {
  std::string path;
  ~Cleanup();
};

struct measure_time {
  ~measure_time();
};

co::task<int> work(int n);
co::task<int> nothing();

class Service {
public:
  co::task<int> timed(int n) {
    ScopedTimer timer("timed");
    return work(n);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'work' runs only after 'timer' is gone [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE-3]]:17: note: 'timer' dies when 'Service::timed' returns
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: instead: make 'Service::timed' a coroutine and co_await the task in it
  }
  co::task<int> busy(int n) {
    BusyScope scope(users_);
    return work(n);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'work' runs only after 'scope' is gone [async-return-without-await]
  }
  co::task<int> deferred(int n) {
    Defer done([this] { users_ = 0; });
    return work(n);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'work' runs only after 'done' is gone [async-return-without-await]
  }

private:
  int users_ = 0;
};

co::task<int> traced(int n) {
  trace::Span span("traced");
  return work(n);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'work' runs only after 'span' is gone [async-return-without-await]
}

co::task<int> tracedByACall(int n) {
  auto span = trace::begin("traced");
  return work(n);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'work' runs only after 'span' is gone [async-return-without-await]
}

co::task<int> inATransaction(db::Connection &connection, std::string text) {
  db::Transaction transaction(connection);
  return connection.query(std::move(text));
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the task from 'db::Connection::query' runs only after 'transaction' is gone [async-return-without-await]
}

co::task<int> cleanedUp(int n) {
  Cleanup cleanup{"/tmp/work"};
  return work(n);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'work' runs only after 'cleanup' is gone [async-return-without-await]
}

co::task<int> measured(int n) {
  measure_time measure;
  return work(n);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'work' runs only after 'measure' is gone [async-return-without-await]
}

co::task<int> onOnePath(int n) {
  if (n > 0) {
    ScopedTimer timer("onOnePath");
    return work(n);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'work' runs only after 'timer' is gone [async-return-without-await]
  }
  return nothing();
}

co::task<int> afterOtherWork(int n) {
  int doubled = 2 * n;
  ScopedTimer timer("afterOtherWork");
  return work(doubled);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'work' runs only after 'timer' is gone [async-return-without-await]
}

// Held by the coroutine.

co::task<int> awaited(int n) {
  ScopedTimer timer("awaited");
  co_return co_await work(n);
}

// Mentioned: used for something, or given to the task.

co::task<int> tagged(int n) {
  trace::Span span("tagged");
  span.tag("n");
  return work(n);
}

co::task<int> query(db::Connection &connection, std::string text) {
  db::Transaction transaction(connection);
  return transaction.query(std::move(text));
}

co::task<int> workUnder(ScopedTimer timer, int n);
co::task<int> handedOn(int n) {
  ScopedTimer timer("handedOn");
  return workUnder(std::move(timer), n);
}

co::task<int> workIn(std::unique_ptr<trace::Span> span, int n);
co::task<int> owned(int n) {
  auto span = std::make_unique<trace::Span>("owned");
  return workIn(std::move(span), n);
}

// No guards: nothing happens at their end, they live longer, or they are data.

struct time_span {
  int from, to;
};
struct Request {
  explicit Request(std::string path);
  ~Request();
  std::string path;
};

co::task<int> nothingAtItsEnd(int n) {
  time_span span{0, n};
  return work(n);
}

co::task<int> livesLonger(int n) {
  static ScopedTimer timer("livesLonger");
  return work(n);
}

co::task<int> aReference(int n, ScopedTimer &running) {
  ScopedTimer &timer = running;
  return work(n);
}

co::task<int> aParameter(int n, ScopedTimer timer) { return work(n); }

co::task<int> unusedData(int n) {
  Request request("/");
  std::string text = "request";
  return work(n);
}
