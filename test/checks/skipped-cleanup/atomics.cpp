// RUN: %check %s --rules=%S/Inputs/print.yaml '--checks=-*,async-skipped-cleanup'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Flags and counters that several threads use.
#include "Inputs/print.h"
#include <atomic>

class report {
public:
  own::lazy<> exchanged(print::printer &to) {
    if (printing.exchange(true))
      co_return;
    co_await to.page("Report");
    printing = false;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'report::exchanged' is cancelled or fails: 'printing' stays true [async-skipped-cleanup]
// CHECK-MESSAGES: :[[@LINE-5]]:9: note: it is taken here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: an exception of this 'co_await' leaves it so
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: take it back in the destructor of a local object
  }

  own::lazy<> stored(print::printer &to) {
    if (printing.load())
      co_return;
    printing.store(true);
    co_await to.page("Report");
    printing.store(false);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'report::stored' is cancelled or fails: 'printing' stays true [async-skipped-cleanup]
  }

  own::lazy<> assigned(print::printer &to) {
    if (printing)
      co_return;
    printing = true;
    co_await to.page("Report");
    printing = false;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'report::assigned' is cancelled or fails: 'printing' stays true [async-skipped-cleanup]
  }

  own::lazy<> counted(print::printer &to) {
    ++open;
    co_await to.page("Report");
    --open;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'report::counted' is cancelled or fails: 'open' is not counted down again [async-skipped-cleanup]
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: it is taken here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: an exception of this 'co_await' leaves it so
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: take it back in the destructor of a local object
  }

  own::lazy<> added(print::printer &to) {
    open.fetch_add(1);
    co_await to.page("Report");
    open.fetch_sub(1);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'report::added' is cancelled or fails: 'open' is not counted down again [async-skipped-cleanup]
  }

  own::lazy<> takenBack(print::printer &to) {
    if (printing.exchange(true))
      co_return;
    print::on_exit takeBack([this] { printing.store(false); });
    ++open;
    print::on_exit countDown([this] { --open; });
    co_await to.page("Report");
  }

  own::lazy<> beeped(print::printer &to) {
    co_await to.page("Report");
    if (printing.exchange(true))
      co_return;
    to.beep();
    printing = false;
  }

  own::lazy<> own(print::printer &to) {
    std::atomic<int> lines = 0;
    ++lines;
    co_await to.page(std::to_string(lines));
    --lines;
  }

  // The last one out of many that was set first.
  own::lazy<> closed(print::printer &to) {
    if (closing.exchange(true))
      co_return;
    co_await to.page("Last");
  }

private:
  std::atomic<bool> printing = false;
  std::atomic<bool> closing = false;
  std::atomic<int> open = 0;
};
