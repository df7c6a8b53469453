// RUN: %check %s --rules=%S/Inputs/print.yaml '--checks=-*,async-skipped-cleanup'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is counted up, and down again by hand, is one too many ever after.
#include "Inputs/print.h"

class queue {
public:
  own::lazy<> add(print::printer &to) {
    ++waiting;
    co_await to.page("Letter");
    --waiting;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'queue::add' is cancelled or fails: 'waiting' is not counted down again [async-skipped-cleanup]
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: it is taken here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: an exception of this 'co_await' leaves it so
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: take it back in the destructor of a local object
  }

  own::lazy<> addAfterwards(print::printer &to) {
    waiting++;
    if (waiting < 10)
      co_await to.page("Letter");
    waiting--;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'queue::addAfterwards' is cancelled or fails: 'waiting' is not counted down again [async-skipped-cleanup]
  }

  own::lazy<> addAll(print::printer &to, int letters) {
    for (int letter = 0; letter != letters; ++letter) {
      ++waiting;
      co_await to.page("Letter");
      --waiting;
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: this is skipped when coroutine 'queue::addAll' is cancelled or fails: 'waiting' is not counted down again [async-skipped-cleanup]
    }
  }

  own::lazy<> addSeveral(print::printer &to) {
    waiting += 3;
    co_await to.page("Letter");
    waiting -= 3;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'queue::addSeveral' is cancelled or fails: 'waiting' is not counted down again [async-skipped-cleanup]
  }

  // Down again before it is suspended.
  own::lazy<> tick(print::printer &to) {
    for (;;) {
      ++waiting;
      to.beep();
      --waiting;
      co_await to.page("Letter");
    }
  }

  // Counts what happened, and nothing is taken back.
  own::lazy<> count(print::printer &to) {
    ++printed;
    co_await to.page("Letter");
    ++printed;
  }

  // Takes one away, and puts it back.
  own::lazy<> reprint(print::printer &to) {
    --printed;
    co_await to.page("Letter");
    ++printed;
  }

  // On one way out it stays counted: it was not meant to be taken back.
  own::lazy<> keep(print::printer &to) {
    ++waiting;
    co_await to.page("Letter");
    if (printed > 10)
      co_return;
    --waiting;
  }

  // The coroutine's own.
  own::lazy<> countPages(print::printer &to) {
    int depth = 0;
    ++depth;
    co_await to.page(std::to_string(depth));
    --depth;
  }

private:
  int waiting = 0;
  int printed = 0;
};
