// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/folly
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A monitor on folly::coro: a Task runs when it is awaited, a Future has begun.
#include <folly/Synchronized.h>
#include <folly/coro/Mutex.h>
#include <folly/coro/Task.h>
#include <folly/futures/Future.h>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>

using folly::coro::Task;

Task<bool> ping(std::string host);
Task<bool> unreachable();
Task<void> report(std::string host);
folly::Future<bool> start(std::string host);
void check(const std::string &host);

class ScopedLatency {
public:
  explicit ScopedLatency(const char *name);
  ~ScopedLatency();
};

class TraceSpan {
public:
  explicit TraceSpan(const char *name);
  ~TraceSpan();
};

std::mutex mutex;
folly::Synchronized<std::map<std::string, bool>> hosts;

// What people write.

Task<bool> isAlive(std::string host) {
  try {
    return ping(std::move(host));
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'ping' is returned before it has run: no exception of it is caught here [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: this handler never sees one
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: instead: make 'isAlive' a coroutine and co_await the task in it
  } catch (const std::exception &) {
    return unreachable();
  }
}

Task<bool> measured(std::string host) {
  ScopedLatency latency("ping");
  return ping(std::move(host));
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'ping' runs only after 'latency' is gone [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE-3]]:17: note: 'latency' dies when 'measured' returns
// CHECK-MESSAGES: :[[@LINE-3]]:10: note: instead: make 'measured' a coroutine and co_await the task in it
}

Task<void> traced(std::string host) {
  TraceSpan span("report");
  return report(std::move(host));
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'report' runs only after 'span' is gone [async-return-without-await]
}

Task<void> reportUnderALock(std::string host) {
  std::lock_guard lock(mutex);
  return report(std::move(host));
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'report' runs only after 'lock' is gone [async-return-without-await]
}

Task<void> reportUnderASynchronizedOne(std::string host) {
  auto locked = hosts.wlock();
  return report(std::move(host));
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'report' runs only after 'locked' is gone [async-return-without-await]
}

// The same, awaited.

Task<bool> isAliveAtLast(std::string host) {
  try {
    co_return co_await ping(std::move(host));
  } catch (const std::exception &) {
    co_return false;
  }
}

Task<bool> measuredToTheEnd(std::string host) {
  ScopedLatency latency("ping");
  co_return co_await ping(std::move(host));
}

Task<void> oneByOne(folly::coro::Mutex &order, std::string host) {
  auto lock = co_await order.co_scoped_lock();
  co_await report(std::move(host));
}

// Something else is meant.

Task<bool> checked(std::string host) {
  try {
    check(host);
    return ping(std::move(host));
  } catch (const std::exception &) {
    return unreachable();
  }
}

Task<bool> remembered(std::string host) {
  auto locked = hosts.wlock();
  locked->insert_or_assign(host, false);
  return ping(std::move(host));
}

folly::Future<bool> begunOrNot(std::string host) {
  try {
    return start(std::move(host));
  } catch (const std::exception &) {
    return start("localhost");
  }
}

folly::Future<bool> begun(std::string host) {
  ScopedLatency latency("start");
  return start(std::move(host));
}
