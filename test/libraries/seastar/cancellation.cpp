// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/seastar '--checks=-*,async-swallowed-cancellation,async-cancellation-as-success'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A key-value store on Seastar: only what is given an abort_source, or waits at a
// gate, a semaphore or a condition variable, is told to stop.
#include <chrono>
#include <exception>
#include <iostream>
#include <seastar/core/abort_source.hh>
#include <seastar/core/condition-variable.hh>
#include <seastar/core/coroutine.hh>
#include <seastar/core/gate.hh>
#include <seastar/core/semaphore.hh>
#include <seastar/core/sleep.hh>
#include <seastar/coroutine/as_future.hh>
#include <string>
#include <utility>

using seastar::future;
using namespace std::chrono_literals;

future<> flush();
future<> compact(seastar::abort_source &stop);
future<std::string> load(std::string key);
future<std::string> load(std::string key, seastar::abort_source &stop);

// What people write.

future<> compactForEver(seastar::abort_source &stop) {
  for (;;) {
    try {
      co_await compact(stop);
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'seastar::abort_requested_exception': coroutine 'compactForEver' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:7: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: let it through, with a handler before this one: 'catch (const seastar::abort_requested_exception &) { throw; }'
      std::cerr << error.what() << "\n";
    }
  }
}

future<> flushRegularly(seastar::abort_source &stop) {
  while (true) {
    try {
      co_await seastar::sleep_abortable(10s, stop);
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'seastar::abort_requested_exception': coroutine 'flushRegularly' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:7: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: let it through, with a handler before this one: 'catch (const seastar::abort_requested_exception &) { throw; }'
    }
    co_await flush();
  }
}

future<> flushInTheGate(seastar::gate &gate) {
  while (true) {
    try {
      co_await seastar::with_gate(gate, [] { return flush(); });
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'seastar::gate_closed_exception': coroutine 'flushInTheGate' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:7: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: let it through, with a handler before this one: 'catch (const seastar::gate_closed_exception &) { throw; }'
      std::cerr << error.what() << "\n";
    }
  }
}

future<> flushOneByOne(seastar::semaphore &turns) {
  for (;;) {
    try {
      auto turn = co_await seastar::get_units(turns, 1);
      co_await flush();
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'seastar::broken_semaphore': coroutine 'flushOneByOne' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-4]]:19: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-7]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: let it through, with a handler before this one: 'catch (const seastar::broken_semaphore &) { throw; }'
      std::cerr << "not flushed\n";
    }
  }
}

future<> flushWhenAsked(seastar::condition_variable &asked) {
  for (;;) {
    try {
      co_await asked.wait();
      co_await flush();
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'seastar::broken_condition_variable': coroutine 'flushWhenAsked' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-7]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: let it through, with a handler before this one: 'catch (const seastar::broken_condition_variable &) { throw; }'
      std::cerr << error.what() << "\n";
    }
  }
}

future<> compactQuietly(seastar::abort_source &stop) {
  for (;;)
    co_await compact(stop).handle_exception([](std::exception_ptr) {});
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'seastar::future::handle_exception' makes a value of being cancelled, and the loop of coroutine 'compactQuietly' goes on after it was cancelled or closed [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: instead: leave the loop when it was
}

future<std::string> loadOrNothing(std::string key, seastar::abort_source &stop) {
  try {
    co_return co_await load(std::move(key), stop);
  } catch (const std::exception &) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' turns 'seastar::abort_requested_exception' into an ordinary return: whoever awaits coroutine 'loadOrNothing' cannot tell that it was cancelled [async-cancellation-as-success]
// CHECK-MESSAGES: :[[@LINE-3]]:15: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: it returns here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: let it through, with a handler before this one: 'catch (const seastar::abort_requested_exception &) { throw; }'
    co_return "";
  }
}

// They let it through, or ask.

future<> compactUntilAborted(seastar::abort_source &stop) {
  for (;;) {
    try {
      co_await compact(stop);
    } catch (const seastar::abort_requested_exception &) {
      throw;
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
  }
}

future<> compactWhileWanted(seastar::abort_source &stop) {
  while (!stop.abort_requested()) {
    try {
      co_await compact(stop);
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
  }
}

future<> compactAndCheck(seastar::abort_source &stop) {
  for (;;) {
    try {
      co_await compact(stop);
    } catch (const std::exception &error) {
      stop.check();
      std::cerr << error.what() << "\n";
    }
  }
}

future<> flushUntilWokenUp(seastar::abort_source &stop) {
  while (!stop.abort_requested()) {
    try {
      co_await seastar::sleep_abortable(10s, stop);
    } catch (const seastar::sleep_aborted &) {
      break;
    }
    co_await flush();
  }
}

future<> flushInTheOpenGate(seastar::gate &gate) {
  while (!gate.is_closed()) {
    try {
      co_await seastar::with_gate(gate, [] { return flush(); });
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
  }
}

future<> compactByHandlers(seastar::abort_source &stop) {
  for (;;)
    co_await compact(stop).handle_exception([](std::exception_ptr error) {
      std::rethrow_exception(error);
    });
}

future<> flushUnlessBroken(seastar::semaphore &turns) {
  for (;;) {
    try {
      auto turn = co_await seastar::get_units(turns, 1);
      co_await flush();
    } catch (const seastar::broken_semaphore &) {
      co_return;
    } catch (const seastar::semaphore_aborted &) {
      co_return;
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
  }
}

// Nobody told it that it may be stopped.

future<> flushForEver() {
  for (;;) {
    try {
      co_await flush();
      co_await seastar::sleep(10s);
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
  }
}

future<> flushQuietly() {
  for (;;)
    co_await flush().handle_exception([](std::exception_ptr) {});
}

future<> flushUnheard() {
  for (;;)
    auto flushed = co_await seastar::coroutine::as_future(flush());
}

future<std::string> loadWithoutATokenOrNothing(std::string key) {
  try {
    co_return co_await load(std::move(key));
  } catch (const std::exception &) {
    co_return "";
  }
}

future<> compactOnce(seastar::abort_source &stop) {
  co_await compact(stop).handle_exception([](std::exception_ptr) {});
}
