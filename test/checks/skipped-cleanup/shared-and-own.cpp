// RUN: %check %s --rules=%S/Inputs/print.yaml '--checks=-*,async-skipped-cleanup'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What others see is left behind: fields, globals, statics, what references and pointers
// lead to. What is the coroutine's own goes with it.
#include "Inputs/print.h"
#include <memory>

struct job {
  bool printing = false;
  int readers = 0;
};

bool printing = false;

own::lazy<> global(print::printer &to) {
  if (printing)
    co_return;
  printing = true;
  co_await to.page("Report");
  printing = false;
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this is skipped when coroutine 'global' is cancelled or fails: 'printing' stays true [async-skipped-cleanup]
}

own::lazy<> localStatic(print::printer &to) {
  static bool printing = false;
  if (printing)
    co_return;
  printing = true;
  co_await to.page("Report");
  printing = false;
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this is skipped when coroutine 'localStatic' is cancelled or fails: 'printing' stays true [async-skipped-cleanup]
}

own::lazy<> reference(print::printer &to, job &next) {
  if (next.printing)
    co_return;
  next.printing = true;
  co_await to.page("Report");
  next.printing = false;
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this is skipped when coroutine 'reference' is cancelled or fails: 'printing' stays true [async-skipped-cleanup]
}

own::lazy<> pointer(print::printer &to, job *next) {
  if (next->printing)
    co_return;
  next->printing = true;
  co_await to.page("Report");
  next->printing = false;
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this is skipped when coroutine 'pointer' is cancelled or fails: 'printing' stays true [async-skipped-cleanup]
}

own::lazy<> shared(print::printer &to, std::shared_ptr<job> next) {
  if (next->printing)
    co_return;
  next->printing = true;
  co_await to.page("Report");
  next->printing = false;
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this is skipped when coroutine 'shared' is cancelled or fails: 'printing' stays true [async-skipped-cleanup]
}

own::lazy<> values(print::printer &to, bool &printing, int &readers) {
  if (printing)
    co_return;
  printing = true;
  ++readers;
  co_await to.page("Report");
  printing = false;
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this is skipped when coroutine 'values' is cancelled or fails: 'printing' stays true [async-skipped-cleanup]
  --readers;
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this is skipped when coroutine 'values' is cancelled or fails: 'readers' is not counted down again [async-skipped-cleanup]
}

own::lazy<> localVariables(print::printer &to) {
  bool printing = false;
  int readers = 0;
  if (printing)
    co_return;
  printing = true;
  ++readers;
  co_await to.page("Report");
  printing = false;
  --readers;
}

own::lazy<> localObject(print::printer &to) {
  job next;
  if (next.printing)
    co_return;
  next.printing = true;
  ++next.readers;
  co_await to.page("Report");
  next.printing = false;
  --next.readers;
}

own::lazy<> parameter(print::printer &to, job next) {
  if (next.printing)
    co_return;
  next.printing = true;
  co_await to.page("Report");
  next.printing = false;
}

own::lazy<> referenceToLocal(print::printer &to) {
  job next;
  int &readers = next.readers;
  ++readers;
  co_await to.page("Report");
  --readers;
}

own::lazy<> steps(print::printer &to, const char *text) {
  ++text;
  co_await to.page(text);
  --text;
}
