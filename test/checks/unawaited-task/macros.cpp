// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A call in a macro is found where the macro is used.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <cstdio>

own::lazy<> save(int key);
own::lazy<int> load(int key);

#define SAVE(key) save(key)
#define AWAIT(what) co_await what
#define UNLESS(condition, what)                                                \
  do {                                                                         \
    if (!(condition))                                                          \
      what;                                                                    \
  } while (false)
#define SAVE_TWICE(key)                                                        \
  do {                                                                         \
    co_await save(key);                                                        \
    save(key);                                                                 \
  } while (false)
#define EXPECT_EQUAL(a, b)                                                     \
  do {                                                                         \
    if ((a) != (b))                                                            \
      std::puts(#a);                                                           \
  } while (false)
#define SIZE_OF(what) sizeof(what)

co::task<> uses(bool done) {
  SAVE(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  UNLESS(done, save(2));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  UNLESS(done, SAVE(3));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  SAVE_TWICE(4);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
  auto kept = SAVE(5);
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'save', kept in 'kept', is never awaited: it never runs [async-unawaited-task]
  co_return;
}

co::task<> fine(bool done) {
  AWAIT(save(1));
  AWAIT(SAVE(2));
  UNLESS(done, co_await SAVE(3));
  EXPECT_EQUAL(co_await load(4), 4);
  (void)SIZE_OF(save(5));
  auto kept = SAVE(6);
  AWAIT(std::move(kept));
}
