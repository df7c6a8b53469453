// RUN: %check %s --rules=%S/Inputs/mail.yaml '--checks=-*,async-unshielded-cleanup'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Only the way through a handler that takes the cancellation, and stays in the
// coroutine, comes to the cleanup with it.
#include "Inputs/mail.h"
#include <cstdlib>
#include <iostream>

own::lazy<> forAll(mail::connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (...) {
    std::cerr << "failed\n";
  }
  co_await peer.close();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this cleanup does not run when coroutine 'forAll' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
// CHECK-MESSAGES: :[[@LINE-6]]:5: note: the cancellation comes out of this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:5: note: and is caught here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: instead: co_await mail::shielded(...)
}

own::lazy<> forItsBase(mail::connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await peer.close();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this cleanup does not run when coroutine 'forItsBase' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
}

own::lazy<> forItAlone(mail::connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (const mail::refused &) {
    throw;
  } catch (const mail::operation_cancelled &) {
  }
  co_await peer.close();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this cleanup does not run when coroutine 'forItAlone' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
}

own::lazy<> firstOfTwo(mail::connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (const mail::operation_cancelled &) {
    std::cerr << "stopped\n";
  } catch (...) {
    std::cerr << "failed\n";
  }
  co_await peer.close();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this cleanup does not run when coroutine 'firstOfTwo' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
}

own::lazy<> outerOne(mail::connection &peer) {
  try {
    try {
      co_await peer.send("NOOP");
    } catch (const mail::refused &error) {
      std::cerr << error.what() << "\n";
    }
  } catch (...) {
  }
  co_await peer.close();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this cleanup does not run when coroutine 'outerOne' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
}

own::lazy<> innerOne(mail::connection &peer) {
  try {
    try {
      co_await peer.send("NOOP");
    } catch (const mail::operation_cancelled &) {
      std::cerr << "stopped\n";
    }
    co_await peer.close();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this cleanup does not run when coroutine 'innerOne' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
}

own::lazy<> outOfALoop(mail::connection &peer) {
  for (;;) {
    try {
      co_await peer.send("NOOP");
    } catch (...) {
      break;
    }
  }
  co_await peer.close();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this cleanup does not run when coroutine 'outOfALoop' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
}

// It goes past handlers for other errors, and skips what comes after them.

own::lazy<> forOthers(mail::connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (const mail::refused &error) {
    std::cerr << error.what() << "\n";
  }
  co_await peer.close();
}

own::lazy<> forTheRest(mail::connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (const mail::operation_cancelled &) {
    throw;
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await peer.close();
}

// These handlers leave the coroutine.

own::lazy<> thrownOn(mail::connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (...) {
    peer.drop();
    throw;
  }
  co_await peer.close();
}

own::lazy<> returned(mail::connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (...) {
    peer.drop();
    co_return;
  }
  co_await peer.close();
}

own::lazy<> thrownAsAnother(mail::connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (const std::exception &error) {
    peer.drop();
    throw mail::refused(error.what());
  }
  co_await peer.close();
}

own::lazy<> ended(mail::connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (...) {
    std::abort();
  }
  co_await peer.close();
}
