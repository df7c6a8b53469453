// RUN: %check %s --rules=%S/Inputs/mail.yaml '--checks=-*,async-unshielded-cleanup'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A coroutine that says itself when it may be stopped has thought of its cleanup.
#include "Inputs/mail.h"
#include <iostream>

own::lazy<> stoppable(mail::connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await peer.close();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this cleanup does not run when coroutine 'stoppable' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
// CHECK-MESSAGES: :[[@LINE-6]]:5: note: the cancellation comes out of this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:5: note: and is caught here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: instead: co_await mail::shielded(...)
}

own::lazy<> shieldedTask(mail::connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await mail::shielded(peer.close());
}

own::lazy<> fromThenOn(mail::connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await mail::set_interruptible(false);
  co_await peer.close();
}

own::lazy<> inAScope(mail::connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  mail::uninterrupted now;
  co_await peer.close();
}

own::lazy<> fromTheStart(mail::connection &peer) {
  co_await mail::set_interruptible(false);
  try {
    co_await peer.send("NOOP");
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await peer.close();
}

own::lazy<> ifItFailed(mail::connection &peer) {
  bool failed = false;
  try {
    co_await peer.send("NOOP");
  } catch (...) {
    failed = true;
  }
  if (failed)
    co_await mail::shielded(peer.send("RSET"));
}
