// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/folly
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A monitor on folly::coro: what folly::Synchronized gives holds a blocking lock,
// and the threads of the executor that goes on are those that wait for it.
#include <chrono>
#include <folly/SharedMutex.h>
#include <folly/SpinLock.h>
#include <folly/Synchronized.h>
#include <folly/coro/AsyncGenerator.h>
#include <folly/coro/Mutex.h>
#include <folly/coro/SharedMutex.h>
#include <folly/coro/Sleep.h>
#include <folly/coro/Task.h>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using folly::coro::Task;

Task<bool> ping(std::string host);
Task<void> report(std::string host);

using Hosts = std::map<std::string, bool>;
folly::Synchronized<Hosts> hosts;

// What people write.

Task<void> watch(std::string host) {
  auto locked = hosts.wlock();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: guard 'locked' is held while coroutine 'watch' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
// CHECK-MESSAGES: :[[@LINE+3]]:21: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-3]]:8: note: instead: release it before the coroutine is suspended
// CHECK-MESSAGES: :[[@LINE-4]]:8: note: instead: co_await a folly::coro::Mutex's co_scoped_lock(), or keep the locked part short
  (*locked)[host] = co_await ping(host);
}

Task<void> reportAll() {
  auto locked = hosts.rlock();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: guard 'locked' is held while coroutine 'reportAll' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  for (const auto &[host, alive] : *locked)
    co_await report(host);
}

Task<void> reportEmpty() {
  if (auto locked = hosts.rlock(); locked->empty())
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: guard 'locked' is held while coroutine 'reportEmpty' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await report("nobody");
}

Task<void> forgetSlowly() {
  auto locked = folly::wlock(hosts);
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: guard 'locked' is held while coroutine 'forgetSlowly' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  locked->clear();
  co_await folly::coro::sleep(10ms);
}

struct Monitor {
  folly::SharedMutex mutex;
  folly::SpinLock spin;
  Hosts known;

  Task<void> add(std::string host) {
    std::unique_lock lock(mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: guard 'lock' is held while coroutine 'Monitor::add' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    known.emplace(host, co_await ping(host));
  }
  Task<bool> isKnown(std::string host) {
    std::shared_lock lock(mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: guard 'lock' is held while coroutine 'Monitor::isKnown' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_return known.contains(host) || co_await ping(host);
  }
  Task<void> clear() {
    mutex.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: mutex 'mutex' is held while coroutine 'Monitor::clear' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    known.clear();
    co_await report("cleared");
    mutex.unlock();
  }
  Task<void> spinning() {
    std::lock_guard lock(spin);
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: guard 'lock' is held while coroutine 'Monitor::spinning' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    co_await report("spinning");
  }
};

folly::coro::AsyncGenerator<std::string> all() {
  auto locked = hosts.rlock();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: guard 'locked' is held while coroutine 'all' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  for (const auto &[host, alive] : *locked)
    co_yield std::string(host);
}

// The same, without waiting for anything under the lock, or with one that is
// awaited.

Task<void> watchFirst(std::string host) {
  bool alive = co_await ping(host);
  hosts.wlock()->insert_or_assign(host, alive);
  co_await report(host);
}

Task<void> reportCopies() {
  Hosts copy = *hosts.rlock();
  for (const auto &[host, alive] : copy)
    co_await report(host);
  std::vector<std::string> dead = hosts.withRLock([](const Hosts &known) {
    std::vector<std::string> names;
    for (const auto &[host, alive] : known)
      if (!alive)
        names.push_back(host);
    return names;
  });
  for (std::string &host : dead)
    co_await report(std::move(host));
}

Task<void> inABlock(std::string host) {
  bool known;
  {
    auto locked = hosts.rlock();
    known = locked->contains(host);
  }
  if (!known)
    co_await report(host);
}

Task<void> underAnAsynchronousLock(folly::coro::Mutex &mutex, Hosts &known, std::string host) {
  auto lock = co_await mutex.co_scoped_lock();
  known[host] = co_await ping(host);
}

Task<void> byHand(folly::coro::Mutex &mutex, Hosts &known, std::string host) {
  co_await mutex.co_lock();
  known[host] = co_await ping(host);
  mutex.unlock();
}

Task<void> adopted(folly::coro::Mutex &mutex, std::string host) {
  co_await mutex.co_lock();
  std::unique_lock lock{mutex, std::adopt_lock};
  co_await report(host);
}

Task<void> shared(folly::coro::SharedMutex &mutex, std::string host) {
  auto lock = co_await mutex.co_scoped_lock_shared();
  co_await report(host);
}
