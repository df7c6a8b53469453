// RUN: %check %s --args=-I%S/../../runtime
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A handle that nobody takes: the work goes on, and its errors are lost.
#include <tide/tide.h>

tide::task<> refresh();
tide::task<int> count();
bool enabled();

tide::task<> asAStatement() {
  tide::spawn(refresh());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the handle from 'tide::spawn' is dropped: nobody sees the exception of a task whose handle is gone [async-dropped-task-handle]
  co_await tide::yield_now();
  tide::spawn(count(), "count");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the handle from 'tide::spawn' is dropped: {{.*}} [async-dropped-task-handle]
}

void inAnOrdinaryFunction() {
  tide::spawn(refresh());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the handle from 'tide::spawn' is dropped: {{.*}} [async-dropped-task-handle]
}

struct button {
  void pressed() {
    auto onClick = [] {
      tide::spawn(refresh());
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: the handle from 'tide::spawn' is dropped: {{.*}} [async-dropped-task-handle]
    };
    onClick();
  }
};

#define BACKGROUND(work) tide::spawn(work)

tide::task<> inOtherPlaces(int times) {
  if (enabled())
    tide::spawn(refresh());
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the handle from 'tide::spawn' is dropped: {{.*}} [async-dropped-task-handle]
  tide::spawn(refresh()), ++times;
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the handle from 'tide::spawn' is dropped: {{.*}} [async-dropped-task-handle]
  ++times, tide::spawn(refresh());
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the handle from 'tide::spawn' is dropped: {{.*}} [async-dropped-task-handle]
  BACKGROUND(refresh());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the handle from 'tide::spawn' is dropped: {{.*}} [async-dropped-task-handle]
  enabled() ? tide::spawn(refresh())
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the handle from 'tide::spawn' is dropped: {{.*}} [async-dropped-task-handle]
            : tide::spawn(refresh(), "slow");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the handle from 'tide::spawn' is dropped: {{.*}} [async-dropped-task-handle]
  (void)tide::spawn(refresh());
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the handle from 'tide::spawn' is dropped: {{.*}} [async-dropped-task-handle]
  co_return;
}

template <class Work> void start(Work work) {
  tide::spawn(std::move(work));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the handle from 'tide::spawn' is dropped: {{.*}} [async-dropped-task-handle]
}
void starts() { start(refresh()); }

template <class Work> void neverStarted(Work work) {
  tide::spawn(std::move(work));
}

// Taken.

tide::task<int> awaited() {
  co_await tide::spawn(refresh());
  co_await tide::spawn(refresh()).join();
  co_return co_await tide::spawn(count());
}

tide::handle<int> returned() { return tide::spawn(count()); }

void watched() {
  tide::spawn(refresh()).add_done_callback([] {});
}

void unevaluated() {
  using handle = decltype(tide::spawn(count()));
  static_assert(sizeof(tide::spawn(count())) == sizeof(handle));
}

void silenced() {
  // Writes its own errors to the log.
  tide::spawn(refresh()); // NOLINT(async-dropped-task-handle)
}
