// RUN: %check %s --checks=-*,async-swallowed-cancellation
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Handlers that let it through, on some ways or on all.
#include "Inputs/jobs.h"
#include <cassert>
#include <cstdlib>

void cleanUp() noexcept;
[[noreturn]] void fatal(const char *text);
void rethrowUnknown() {
  jobs::log("unknown");
  throw;
}
[[noreturn]] void failWith(const std::exception &error);
void logOnly(const std::exception &error) { jobs::log(error.what()); }
void logChecked(const std::exception &error) {
  assert(*error.what());
  jobs::log(error.what());
}
[[noreturn]] void logAndAbort(const std::exception &error) {
  jobs::log(error.what());
  std::abort();
}
/// It throws only to catch.
void logUnknown() {
  try {
    throw;
  } catch (const std::exception &error) {
    jobs::log(error.what());
  } catch (...) {
    jobs::log("unknown");
  }
}
void logAllButStops() {
  try {
    throw;
  } catch (const std::runtime_error &error) {
    jobs::log(error.what());
  }
}

co::task<> onOneWayOnly(bool strict) {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'onOneWayOnly' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      if (strict)
        throw;
      jobs::log(error.what());
    }
  }
}

co::task<> throughAHelper() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'throughAHelper' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      logOnly(error);
    }
  }
}

co::task<> throughAHelperWithAnAssertion() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'throughAHelperWithAnAssertion' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      logChecked(error);
    }
  }
}

co::task<> throughAHelperThatAsksWhatItIs() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'jobs::operation_cancelled': coroutine 'throughAHelperThatAsksWhatItIs' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      logUnknown();
    }
  }
}

co::task<> askingWhatItIs() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'jobs::operation_cancelled': coroutine 'askingWhatItIs' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      try {
        throw;
      } catch (const std::exception &error) {
        jobs::log(error.what());
      } catch (...) {
        jobs::log("unknown");
      }
    }
  }
}

co::task<> theOtherHandler() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (const std::runtime_error &) {
      throw;
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'theOtherHandler' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      jobs::log(error.what());
    }
  }
}

co::task<> afterACleanup() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (...) {
      cleanUp();
      throw;
    }
  }
}

co::task<> asAnother() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (const std::exception &error) {
      throw std::runtime_error(error.what());
    }
  }
}

co::task<> byAHelper() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (...) {
      rethrowUnknown();
    }
  }
}

co::task<> byAHelperThatAsksForOthers() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (...) {
      logAllButStops();
    }
  }
}

co::task<> byAHelperSomewhereElse() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (const std::exception &error) {
      failWith(error);
    }
  }
}

co::task<> toTheEndOfTheProgram(bool quietly) {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (...) {
      if (quietly)
        std::abort();
      fatal("lost");
    }
  }
}

void die(const char *text) { // nobody has said [[noreturn]]
  jobs::log(text);
  std::abort();
}

co::task<> toTheEndOfTheProgramUnsaid() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (const std::exception &) {
      die("lost");
    }
  }
}

co::task<> toTheEndOfTheProgramByAHelper() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (const std::exception &error) {
      logAndAbort(error);
    }
  }
}

co::task<> anEarlierHandler() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (const jobs::operation_cancelled &) {
      throw;
    } catch (const std::exception &error) {
      jobs::log(error.what());
    }
  }
}

co::task<> anEarlierHandlerThatLeaves() {
  for (;;) {
    try {
      jobs::use(co_await jobs::receive());
    } catch (const jobs::operation_cancelled &) {
      break;
    } catch (...) {
      jobs::log("lost a message");
    }
  }
}

co::task<> anOuterTry() {
  try {
    for (;;) {
      try {
        jobs::use(co_await jobs::receive());
      } catch (const jobs::operation_cancelled &) {
        throw;
      } catch (...) {
        jobs::log("lost a message");
      }
    }
  } catch (const std::exception &error) {
    jobs::log(error.what());
  }
}
