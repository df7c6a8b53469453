// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// At a co_yield whoever iterates goes on, with the generator's locks held.
#include "Inputs/task.h"
#include <map>
#include <mutex>
#include <string>
#include <vector>

std::mutex m;
std::map<int, std::string> names;

co::generator<std::string> all() {
  std::lock_guard lock(m);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'all' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
// CHECK-MESSAGES: :[[@LINE+4]]:5: note: suspended at this 'co_yield'
// CHECK-MESSAGES: :[[@LINE-3]]:19: note: instead: release it before the coroutine is suspended
// CHECK-MESSAGES: :[[@LINE-4]]:19: note: instead: co_await an asynchronous mutex, or keep the locked part short
  for (const auto &[key, name] : names)
    co_yield name;
}

co::generator<int> keys() {
  m.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: mutex 'm' is held while coroutine 'keys' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  for (const auto &[key, name] : names)
    co_yield key;
  m.unlock();
}

co::generator<int> lockedForEach(std::vector<int> wanted) {
  for (int key : wanted) {
    std::scoped_lock lock(m);
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: guard 'lock' is held while coroutine 'lockedForEach' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    if (names.contains(key))
      co_yield key;
  }
}

class Table {
public:
  co::generator<int> rows() const {
    std::unique_lock lock(mutex_);
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: guard 'lock' is held while coroutine 'Table::rows' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
    for (int row : rows_)
      co_yield row;
  }

  co::generator<int> copied() const {
    std::vector<int> rows;
    {
      std::unique_lock lock(mutex_);
      rows = rows_;
    }
    for (int row : rows)
      co_yield row;
  }

private:
  mutable std::mutex mutex_;
  std::vector<int> rows_;
};

// A copy is made with the lock, and yielded without.

co::generator<std::string> copied() {
  std::map<int, std::string> copy;
  {
    std::lock_guard lock(m);
    copy = names;
  }
  for (const auto &[key, name] : copy)
    co_yield name;
}

co::generator<std::string> oneByOne() {
  for (int key = 0;; ++key) {
    std::unique_lock lock(m);
    auto found = names.find(key);
    if (found == names.end())
      co_return;
    std::string name = found->second;
    lock.unlock();
    co_yield name;
  }
}

co::generator<std::size_t> lockedInAClosure() {
  auto size = [] {
    std::lock_guard lock(m);
    return names.size();
  };
  while (size() < 10)
    co_yield size();
}

// Whoever iterates holds it, and is no coroutine.
std::size_t count() {
  std::lock_guard lock(m);
  std::size_t n = 0;
  for (const std::string &name : copied())
    n += name.size();
  return n;
}
