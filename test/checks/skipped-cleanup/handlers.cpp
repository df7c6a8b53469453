// RUN: %check %s --rules=%S/Inputs/print.yaml '--checks=-*,async-skipped-cleanup'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A handler that takes it back is as good as a guard, if it is for every exception.
#include "Inputs/print.h"
#include <iostream>

class report {
public:
  own::lazy<> forOthers(print::printer &to) {
    if (printing)
      co_return;
    printing = true;
    try {
      co_await to.page("Report");
    } catch (const print::out_of_paper &) {
      printing = false;
      throw;
    }
    printing = false;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'report::forOthers' is cancelled or fails: 'printing' stays true [async-skipped-cleanup]
// CHECK-MESSAGES: :[[@LINE-9]]:5: note: it is taken here
// CHECK-MESSAGES: :[[@LINE-8]]:7: note: an exception of this 'co_await' leaves it so
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: take it back in the destructor of a local object
  }

  own::lazy<> throwsOn(print::printer &to) {
    if (printing)
      co_return;
    printing = true;
    try {
      co_await to.page("Report");
    } catch (...) {
      to.beep();
      throw;
    }
    printing = false;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'report::throwsOn' is cancelled or fails: 'printing' stays true [async-skipped-cleanup]
  }

  own::lazy<> notForAll(print::printer &to) {
    ++waiting;
    try {
      co_await to.page("Report");
    } catch (...) {
      --waiting;
      throw;
    }
    co_await to.page("Appendix");
    --waiting;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'report::notForAll' is cancelled or fails: 'waiting' is not counted down again [async-skipped-cleanup]
  }

  own::lazy<> throwsOnAfterwards(print::printer &to) {
    if (printing)
      co_return;
    printing = true;
    try {
      co_await to.page("Report");
    } catch (...) {
      printing = false;
      throw;
    }
    printing = false;
  }

  own::lazy<> goesOn(print::printer &to) {
    ++waiting;
    try {
      co_await to.page("Report");
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
    --waiting;
  }

  own::lazy<> keepsTheError(print::printer &to) {
    std::exception_ptr error;
    if (printing)
      co_return;
    printing = true;
    try {
      co_await to.page("Report");
      co_await to.page("Appendix");
    } catch (...) {
      error = std::current_exception();
    }
    printing = false;
    if (error)
      std::rethrow_exception(error);
  }

  own::lazy<> withAHelper(print::printer &to) {
    auto takeBack = [this] { printing = false; };
    if (printing)
      co_return;
    printing = true;
    try {
      co_await to.page("Report");
    } catch (...) {
      takeBack();
      throw;
    }
    printing = false;
  }

private:
  int waiting = 0;
  bool printing = false;
};
