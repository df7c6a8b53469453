// RUN: %check %s --rules=%S/Inputs/print.yaml '--checks=-*,async-skipped-cleanup'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Awaits that a cancellation does not come out of leave nothing behind.
#include "Inputs/print.h"

class report {
public:
  own::lazy<> all(print::printer &to) {
    ++open;
    co_await to.page("Report");
    --open;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'report::all' is cancelled or fails: 'open' is not counted down again [async-skipped-cleanup]
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: it is taken here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: an exception of this 'co_await' leaves it so
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: take it back in the destructor of a local object
  }

  own::lazy<> elsewhere(print::printer &to) {
    ++open;
    co_await header(to);
    --open;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'report::elsewhere' is cancelled or fails: 'open' is not counted down again [async-skipped-cleanup]
  }

  own::lazy<> quietly(print::printer &to) {
    ++open;
    co_await pageOrBeep(to);
    --open;
  }

  own::lazy<> computed() {
    ++open;
    co_await layout();
    --open;
  }

  own::lazy<> ready() {
    ++open;
    co_await always();
    --open;
  }

private:
  struct always {
    bool await_ready() const noexcept { return true; }
    void await_suspend(std::coroutine_handle<>) const {}
    void await_resume() const {}
  };

  own::lazy<> header(print::printer &to) { co_await to.page("Header"); }

  own::lazy<> pageOrBeep(print::printer &to) {
    try {
      co_await to.page("Report");
    } catch (...) {
      to.beep();
    }
  }

  own::lazy<> layout() {
    ++lines;
    co_return;
  }

  int open = 0;
  int lines = 0;
};
