// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Templates are looked at where they are instantiated; each place is reported
// once.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <utility>

own::lazy<> save();
int plain();
template <typename T> own::lazy<T> load(T key);
struct asynchronous {
  own::lazy<> flush();
};
struct synchronous {
  void flush();
};

template <typename T> co::task<> discards(T key) {
  load(key);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'load' is never awaited: it never runs [async-unawaited-task]
  co_return;
}

// What a call makes depends on the argument.
template <typename F> co::task<> depends(F make) {
  make.flush();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: the task from 'asynchronous::flush' is never awaited: it never runs [async-unawaited-task]
  co_return;
}
template <typename F> co::task<> dependsQuietly(F make) {
  make.flush();
  co_return;
}

template <typename... Ts> co::task<> packs(Ts... keys) {
  (load(keys), ...);
// CHECK-MESSAGES: :[[@LINE-1]]:4: warning: the task from 'load' is never awaited: it never runs [async-unawaited-task]
  co_return;
}

template <typename T> struct table {
  own::lazy<> insert(T key);
  co::task<> twice(T key) {
    insert(key);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the task from 'table::insert' is never awaited: it never runs [async-unawaited-task]
    co_await insert(key);
  }
  co::task<> never(T key) {
    insert(key);
    co_return;
  }
};

template <typename T> co::task<> stores(T key, bool now) {
  auto t = load(key);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'load', kept in 't', is not awaited on every path: on the others it never runs [async-unawaited-task]
  if (now)
    co_await std::move(t);
}

auto generic = [](auto key) -> co::task<> {
  load(key);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'load' is never awaited: it never runs [async-unawaited-task]
  co_return;
};

co::task<> uses() {
  co_await discards(1);
  co_await discards(2L);
  co_await discards('c');
  co_await depends(asynchronous());
  co_await depends(synchronous());
  co_await dependsQuietly(synchronous());
  co_await packs(1, 2, 'c');
  table<int> t;
  co_await t.twice(1);
  co_await stores(1, true);
  co_await stores(1L, true);
  co_await generic(1);
  co_await generic(1L);
}

// Both are awaited, started or handed on in every instantiation.
template <typename... Ts> own::lazy<> all(Ts... tasks) {
  (co_await std::move(tasks), ...);
}
template <typename T> own::lazy<> passes(T task) {
  return std::forward<T>(task);
}
co::task<> fine() {
  co_await all(load(1), load(2L));
  co_await passes(save());
}
