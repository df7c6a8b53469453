// RUN: %check %s --rules=%S/Inputs/mail.yaml '--checks=-*,async-unshielded-cleanup'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Coroutine lambdas and templates that are used.
#include "Inputs/mail.h"

own::lazy<> inALambda(mail::connection &peer) {
  auto session = [&peer]() -> own::lazy<> {
    try {
      co_await peer.send("NOOP");
    } catch (...) {
    }
    co_await peer.close();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this cleanup does not run when a coroutine lambda was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
// CHECK-MESSAGES: :[[@LINE-5]]:7: note: the cancellation comes out of this 'co_await'
// CHECK-MESSAGES: :[[@LINE-5]]:7: note: and is caught here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: co_await mail::shielded(...)
  };
  co_await session();
}

template <typename Connection> own::lazy<> session(Connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (...) {
  }
  co_await peer.close();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this cleanup does not run when coroutine 'session' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
}

template <typename Connection> own::lazy<> neverUsed(Connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (...) {
  }
  co_await peer.close();
}

own::lazy<> used(mail::connection &peer) { co_await session(peer); }

// The try and the cleanup are not in the same coroutine.

own::lazy<> tryInTheLambda(mail::connection &peer) {
  auto tried = [&peer]() -> own::lazy<> {
    try {
      co_await peer.send("NOOP");
    } catch (...) {
    }
  };
  co_await tried();
  co_await peer.close();
}

own::lazy<> cleanupInTheLambda(mail::connection &peer) {
  auto closed = [&peer]() -> own::lazy<> { co_await peer.close(); };
  co_await closed();
}
