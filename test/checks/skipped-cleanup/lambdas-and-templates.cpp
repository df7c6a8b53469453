// RUN: %check %s --rules=%S/Inputs/print.yaml '--checks=-*,async-skipped-cleanup'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Coroutine lambdas and templates that are used.
#include "Inputs/print.h"

class report {
public:
  own::lazy<> printAll(print::printer &to) {
    auto print = [this, &to]() -> own::lazy<> {
      ++open;
      co_await to.page("Report");
      --open;
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: this is skipped when a coroutine lambda is cancelled or fails: 'open' is not counted down again [async-skipped-cleanup]
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: it is taken here
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: an exception of this 'co_await' leaves it so
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: take it back in the destructor of a local object
    };
    co_await print();
  }

  template <typename Printer> own::lazy<> printWith(Printer &to) {
    ++open;
    co_await to.page("Report");
    --open;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'report::printWith' is cancelled or fails: 'open' is not counted down again [async-skipped-cleanup]
  }

  template <typename Printer> own::lazy<> neverUsed(Printer &to) {
    ++open;
    co_await to.page("Report");
    --open;
  }

  own::lazy<> printHere(print::printer &to) { co_await printWith(to); }

  // Counted here, and down by somebody else.
  own::lazy<std::function<void()>> printAndCount(print::printer &to) {
    ++open;
    co_await to.page("Report");
    co_return [this] { --open; };
  }

private:
  int open = 0;
};
