// RUN: %check %s --rules=%S/Inputs/mail.yaml '--checks=-*,async-unshielded-cleanup'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What another coroutine lets out comes out where that is awaited.
#include "Inputs/mail.h"
#include <iostream>

own::lazy<> ask(mail::connection &peer) {
  co_await peer.send("STAT");
  std::cout << co_await peer.receive() << "\n";
}

own::lazy<> askQuietly(mail::connection &peer) {
  try {
    co_await ask(peer);
  } catch (...) {
  }
}

own::lazy<> compute(int &sum) {
  sum += 1;
  co_return;
}

own::lazy<> elsewhere(mail::connection &peer);

own::lazy<> asks(mail::connection &peer) {
  try {
    co_await ask(peer);
  } catch (...) {
  }
  co_await peer.close();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this cleanup does not run when coroutine 'asks' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
// CHECK-MESSAGES: :[[@LINE-5]]:5: note: the cancellation comes out of this 'co_await'
// CHECK-MESSAGES: :[[@LINE-5]]:5: note: and is caught here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: instead: co_await mail::shielded(...)
}

own::lazy<> asksElsewhere(mail::connection &peer) {
  try {
    co_await elsewhere(peer);
  } catch (...) {
  }
  co_await peer.close();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this cleanup does not run when coroutine 'asksElsewhere' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
}

own::lazy<> asksQuietly(mail::connection &peer) {
  try {
    co_await askQuietly(peer);
  } catch (...) {
  }
  co_await peer.close();
}

own::lazy<> computes(mail::connection &peer, int &sum) {
  try {
    co_await compute(sum);
  } catch (...) {
  }
  co_await peer.close();
}

// An await that never suspends is none.

struct ready {
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) const {}
  void await_resume() const {}
};
ready closeAtOnce(mail::connection &peer);

own::lazy<> triesSomethingReady(mail::connection &peer) {
  try {
    co_await ready();
  } catch (...) {
  }
  co_await peer.close();
}

own::lazy<> closesAtOnce(mail::connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (...) {
  }
  co_await closeAtOnce(peer);
}
