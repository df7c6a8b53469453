// RUN: %check %s --rules=%S/Inputs/print.yaml '--checks=-*,async-skipped-cleanup'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A flag that keeps a second one out stays set for good when the first one is stopped.
#include "Inputs/print.h"
#include <iostream>

class report {
public:
  own::lazy<> print(print::printer &to) {
    if (printing)
      throw std::logic_error("is being printed");
    printing = true;
    co_await to.page("Report");
    printing = false;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'report::print' is cancelled or fails: 'printing' stays true [async-skipped-cleanup]
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: it is taken here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: an exception of this 'co_await' leaves it so
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: take it back in the destructor of a local object
  }

  own::lazy<bool> printOnce(print::printer &to) {
    if (printing || pages == 0)
      co_return false;
    this->printing = true;
    for (int page = 0; page != pages; ++page)
      co_await to.page(std::to_string(page));
    this->printing = false;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'report::printOnce' is cancelled or fails: 'printing' stays true [async-skipped-cleanup]
    co_return true;
  }

  own::lazy<> printWhenFree(print::printer &to) {
    if (!printing) {
      printing = true;
      if (co_await to.ready())
        co_await to.page("Report");
      printing = false;
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: this is skipped when coroutine 'report::printWhenFree' is cancelled or fails: 'printing' stays true [async-skipped-cleanup]
    }
  }

  own::lazy<> printOneOf(print::printer &to, bool isShort) {
    if (printing)
      co_return;
    printing = true;
    if (isShort) {
      co_await to.page("Summary");
      printing = false;
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: this is skipped when coroutine 'report::printOneOf' is cancelled or fails: 'printing' stays true [async-skipped-cleanup]
      co_return;
    }
    printing = false;
  }

  own::lazy<> printInTurn(print::printer &to) {
    while (printing)
      co_await to.ready();
    printing = true;
    co_await to.page("Report");
    printing = false;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'report::printInTurn' is cancelled or fails: 'printing' stays true [async-skipped-cleanup]
  }

  // Taken back before anybody else can run.
  own::lazy<> mark(print::printer &to) {
    co_await to.page("Report");
    if (printing)
      co_return;
    printing = true;
    std::cout << "marked\n";
    printing = false;
    co_await to.page("Report");
  }

  // Nobody asks for it: it is there to be shown.
  own::lazy<> show(print::printer &to) {
    shown = true;
    co_await to.page("Report");
    shown = false;
  }

  // It is not taken back here at all.
  own::lazy<> start(print::printer &to) {
    if (started)
      co_return;
    started = true;
    co_await to.page("Report");
  }
  void stop() { started = false; }

  // The other way round.
  own::lazy<> pause(print::printer &to) {
    if (!started)
      co_return;
    started = false;
    co_await to.page("Pause");
  }

private:
  int pages = 1;
  bool printing = false;
  bool shown = false;
  bool started = false;
};
