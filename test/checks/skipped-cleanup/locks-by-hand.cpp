// RUN: %check %s --rules=%S/Inputs/print.yaml '--checks=-*,async-skipped-cleanup'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A lock or permit that is awaited without a guard is released by hand: or not at all.
#include "Inputs/print.h"

class office {
public:
  own::lazy<> print() {
    co_await tray.lock();
    co_await hp.page("Letter");
    tray.unlock();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'office::print' is cancelled or fails: 'tray' stays locked [async-skipped-cleanup]
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: it is taken here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: an exception of this 'co_await' leaves it so
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: hold it by a guard
  }

  own::lazy<> printInTurn() {
    co_await places.acquire();
    co_await hp.page("Letter");
    places.release();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'office::printInTurn' is cancelled or fails: 'places' is not given back [async-skipped-cleanup]
  }

  own::lazy<> printInTheTray(print::tray &other) {
    co_await other.lock();
    if (co_await hp.ready())
      co_await hp.page("Letter");
    other.unlock();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'office::printInTheTray' is cancelled or fails: 'other' stays locked [async-skipped-cleanup]
  }

  // A guard holds it.
  own::lazy<> printGuarded() {
    auto lock = co_await tray.scoped_lock();
    co_await hp.page("Letter");
  }

  own::lazy<> printGuardedByHand() {
    co_await tray.lock();
    print::on_exit unlock([this] { tray.unlock(); });
    co_await hp.page("Letter");
  }

  // Nothing is awaited in between.
  own::lazy<> beep() {
    co_await tray.lock();
    hp.beep();
    tray.unlock();
    co_await hp.page("Letter");
  }

  // Whoever throws it on gives it back.
  own::lazy<> printOrGiveBack() {
    co_await places.acquire();
    try {
      co_await hp.page("Letter");
    } catch (...) {
      places.release();
      throw;
    }
    places.release();
  }

  // Handed to somebody else.
  own::lazy<> takePlace() { co_await places.acquire(); }
  void leavePlace() { places.release(); }

private:
  print::printer hp;
  print::tray tray;
  print::queue_places places{2};
};
