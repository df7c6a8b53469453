// RUN: %check %s '--checks=-*,async-return-without-await'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A template is looked at as it is instantiated: what it returns may be a task or
// not, and it is told once.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <mutex>
#include <stdexcept>
#include <utility>

co::task<int> load(int key);
own::eager<int> loadNow(int key);
int cached(int key);
void log(const char *text) noexcept;

template <typename Key> co::task<Key> find(Key key);

template <typename T> struct ScopedValue {
  ScopedValue(T &place, T value) noexcept : place(place), before(std::exchange(place, value)) {}
  ~ScopedValue() { place = before; }
  T &place;
  T before;
};

template <typename Key> co::task<Key> findOr(Key key, Key other) {
  try {
    return find(key);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'find' is returned before it has run: no exception of it is caught here [async-return-without-await]
  } catch (const std::exception &) {
    return find(other);
  }
}

co::task<int> instantiatedTwice(int key) {
  long other = co_await findOr(1L, 2L);
  co_return static_cast<int>(other) + co_await findOr(key, 1);
}

template <typename Value> class Cache {
public:
  co::task<Value> get(Value key) {
    std::lock_guard<std::mutex> lock(mutex);
    return read(key);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'Cache::read' runs only after 'lock' is gone [async-return-without-await]
  }
  co::task<Value> getCarefully(Value key) {
    std::lock_guard<std::mutex> lock(mutex);
    co_return co_await read(key);
  }

private:
  co::task<Value> read(Value key);
  std::mutex mutex;
};

template class Cache<int>;

int depth = 0;

template <typename Key> co::task<Key> nested(Key key) {
  ScopedValue<int> scope(depth, 1);
  return find(key);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'find' runs only after 'scope' is gone [async-return-without-await]
}

template co::task<int> nested(int);

// What it returns depends on what it is given.

template <typename Function> auto guarded(Function function, int key) {
  ScopedValue<int> scope(depth, 1);
  return function(key);
}

int withAValue(int key) { return guarded(cached, key); }
own::eager<int> withAnEagerTask(int key) { return guarded(loadNow, key); }

template <typename Key> auto caught(Key key) {
  try {
    return cached(key);
  } catch (const std::exception &) {
    return cached(0);
  }
}

int noTask(int key) { return caught(key); }

// A branch that is not there.

template <bool Guarded> co::task<int> maybe(int key) {
  if constexpr (Guarded) {
    ScopedValue<int> scope(depth, 1);
    co_return co_await load(key);
  } else {
    co_return co_await load(key);
  }
}

template <bool Tried> co::task<int> either(int key) {
  if constexpr (Tried) {
    try {
      log("trying");
    } catch (...) {
    }
  }
  return load(key);
}

template co::task<int> maybe<true>(int);
template co::task<int> maybe<false>(int);
template co::task<int> either<true>(int);
template co::task<int> either<false>(int);
