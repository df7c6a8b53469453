// RUN: %check %s --rules=%S/Inputs/mail.yaml '--checks=-*,async-unshielded-cleanup'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A handler cannot await, so it notes down what happened, and the await that belongs to
// it comes after the try, in an if.
#include "Inputs/mail.h"
#include <iostream>
#include <optional>

own::lazy<> greet(mail::connection &peer) {
  bool failed = false;
  try {
    co_await peer.send("HELO");
  } catch (...) {
    failed = true;
  }
  if (failed)
    co_await peer.send("RSET");
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this cleanup does not run when coroutine 'greet' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: the cancellation comes out of this 'co_await'
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: and is caught here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: co_await mail::shielded(...)
}

own::lazy<> greetOrRethrow(mail::connection &peer) {
  std::exception_ptr error;
  try {
    co_await peer.send("HELO");
  } catch (...) {
    error = std::current_exception();
  }
  if (error != nullptr) {
    co_await peer.send("RSET");
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this cleanup does not run when coroutine 'greetOrRethrow' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
    std::rethrow_exception(error);
  }
}

own::lazy<> greetWithReason(mail::connection &peer) {
  std::optional<std::string> reason;
  try {
    co_await peer.send("HELO");
  } catch (const std::exception &error) {
    reason = error.what();
  }
  std::cout << "greeted\n";
  if (reason)
    co_await peer.send("NOOP " + *reason);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this cleanup does not run when coroutine 'greetWithReason' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
}

own::lazy<> greetOrElse(mail::connection &peer) {
  bool greeted = false;
  try {
    co_await peer.send("HELO");
    greeted = true;
  } catch (...) {
    greeted = false;
  }
  if (greeted)
    co_await peer.send("DATA");
  else
    co_await peer.send("RSET");
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this cleanup does not run when coroutine 'greetOrElse' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
}

own::lazy<> leftEarly(mail::connection &peer) {
  bool failed = false;
  try {
    co_await peer.send("HELO");
  } catch (...) {
    failed = true;
  }
  if (!failed)
    co_return;
  co_await peer.send("RSET");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this cleanup does not run when coroutine 'leftEarly' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
}

class session {
public:
  own::lazy<> greet() {
    try {
      co_await peer.send("HELO");
    } catch (const mail::operation_cancelled &) {
      broken = true;
    }
    if (broken)
      co_await peer.send("RSET");
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: this cleanup does not run when coroutine 'session::greet' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
  }

private:
  mail::connection peer;
  bool broken = false;
};

// What is awaited if nothing went wrong.

own::lazy<> goesOn(mail::connection &peer) {
  bool failed = false;
  try {
    co_await peer.send("HELO");
  } catch (...) {
    failed = true;
  }
  if (!failed)
    co_await peer.send("DATA");
}

own::lazy<> goesOnAfterAll(mail::connection &peer) {
  bool greeted = true;
  try {
    co_await peer.send("HELO");
  } catch (...) {
    greeted = false;
  }
  if (greeted)
    co_await peer.send("DATA");
}

own::lazy<> goesOnWithoutError(mail::connection &peer) {
  std::exception_ptr error;
  try {
    co_await peer.send("HELO");
  } catch (...) {
    error = std::current_exception();
  }
  if (error)
    std::rethrow_exception(error);
  co_await peer.send("DATA");
}

own::lazy<> goesOnWithNone(mail::connection &peer) {
  std::exception_ptr error;
  try {
    co_await peer.send("HELO");
  } catch (...) {
    error = std::current_exception();
  }
  if (error == nullptr)
    co_await peer.send("DATA");
}

// An if that asks for something else.

own::lazy<> verbose(mail::connection &peer, bool isVerbose) {
  bool failed = false;
  try {
    co_await peer.send("HELO");
  } catch (...) {
    failed = true;
  }
  if (isVerbose)
    co_await peer.send("VRFY");
  std::cout << failed << "\n";
}

own::lazy<> secondError(mail::connection &peer) {
  int state = 0;
  try {
    co_await peer.send("HELO");
  } catch (const mail::operation_cancelled &) {
    state = 1;
  } catch (const std::exception &) {
    state = 2;
  }
  if (state == 2)
    co_await peer.send("RSET");
}

own::lazy<> fallback(mail::connection &peer) {
  std::string name;
  try {
    name = co_await peer.receive();
  } catch (const std::exception &) {
    name = "nobody";
  }
  if (name.empty())
    co_await peer.send("HELP");
}

// Nothing that is awaited.

own::lazy<> dropped(mail::connection &peer) {
  bool failed = false;
  try {
    co_await peer.send("HELO");
  } catch (...) {
    failed = true;
  }
  if (failed)
    peer.drop();
}
