// RUN: %check %s --rules=%S/Inputs/print.yaml '--checks=-*,async-skipped-cleanup'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a destructor takes back is not skipped.
#include "Inputs/print.h"

class report {
public:
  own::lazy<> printByHand(print::printer &to) {
    if (printing)
      co_return;
    printing = true;
    co_await to.page("Report");
    printing = false;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'report::printByHand' is cancelled or fails: 'printing' stays true [async-skipped-cleanup]
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: it is taken here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: an exception of this 'co_await' leaves it so
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: take it back in the destructor of a local object
  }

  own::lazy<> printMarked(print::printer &to) {
    if (printing)
      co_return;
    mark marked(printing);
    co_await to.page("Report");
  }

  own::lazy<> printAndTakeBack(print::printer &to) {
    if (printing)
      co_return;
    printing = true;
    print::on_exit takeBack([this] { printing = false; });
    co_await to.page("Report");
  }

  // Earlier by hand, and in any case at the end.
  own::lazy<> printAndTakeBackSoon(print::printer &to) {
    if (printing)
      co_return;
    printing = true;
    print::on_exit takeBack([this] { printing = false; });
    co_await to.page("Report");
    printing = false;
    co_await to.page("Appendix");
  }

  own::lazy<> printMarkedAndSoon(print::printer &to) {
    if (printing)
      co_return;
    printing = true;
    mark marked(printing);
    co_await to.page("Report");
    printing = false;
    co_await to.page("Appendix");
  }

private:
  class mark {
  public:
    explicit mark(bool &flag) : flag(flag) { flag = true; }
    ~mark() { flag = false; }

  private:
    bool &flag;
  };

  bool printing = false;
};
