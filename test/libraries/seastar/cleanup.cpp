// RUN: %check %s '--checks=-*,async-unshielded-cleanup,async-skipped-cleanup' --args=-I%S/../../rules/packs/Inputs/seastar
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A key-value store on Seastar: what was given an abort_source, waits for a semaphore or
// a condition_variable, may end with an exception; anything else is not stopped.
#include <chrono>
#include <exception>
#include <iostream>
#include <seastar/core/abort_source.hh>
#include <seastar/core/condition-variable.hh>
#include <seastar/core/coroutine.hh>
#include <seastar/core/future.hh>
#include <seastar/core/gate.hh>
#include <seastar/core/semaphore.hh>
#include <seastar/core/sleep.hh>
#include <stdexcept>
#include <string>

using seastar::abort_source;
using seastar::future;
using namespace std::chrono_literals;

future<> flush(std::string table, abort_source &as);
future<> rollback(std::string table, abort_source &as);
future<> rollback(std::string table);
future<> write_row(std::string table);

// What people write.

future<> flush_or_roll_back(std::string table, abort_source &as) {
  bool failed = false;
  try {
    co_await flush(table, as);
  } catch (...) {
    failed = true;
  }
  if (failed) {
    co_await rollback(table, as);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this cleanup does not run when coroutine 'flush_or_roll_back' was cancelled: 'as' has already asked it to stop [async-unshielded-cleanup]
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: the cancellation comes out of this 'co_await'
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: and is caught here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: no abort_source, or one of its own
  }
}

future<> wait_and_roll_back(std::string table, abort_source &as) {
  try {
    co_await seastar::sleep_abortable(1s, as);
  } catch (const seastar::abort_requested_exception &) {
  }
  co_await rollback(table, as);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this cleanup does not run when coroutine 'wait_and_roll_back' was cancelled: 'as' has already asked it to stop [async-unshielded-cleanup]
}

class compaction {
public:
  future<> run(std::string table) {
    if (_running) {
      throw std::runtime_error("compaction is running");
    }
    _running = true;
    co_await flush(table, _as);
    _running = false;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'compaction::run' is cancelled or fails: '_running' stays true [async-skipped-cleanup]
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: it is taken here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: an exception of this 'co_await' leaves it so
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: take it back in the destructor of a local object
  }

  future<> run_in_turn(std::string table) {
    co_await _turns.wait(1);
    co_await flush(table, _as);
    _turns.signal(1);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'compaction::run_in_turn' is cancelled or fails: '_turns' is not given back [async-skipped-cleanup]
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: it is taken here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: an exception of this 'co_await' leaves it so
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: hold it by a guard
  }

  future<> run_when_woken() {
    ++_waiting;
    co_await _wakeup.wait();
    --_waiting;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'compaction::run_when_woken' is cancelled or fails: '_waiting' is not counted down again [async-skipped-cleanup]
  }

  future<> run_guarded(std::string table);
  future<> run_to_the_end(std::string table);
  future<> run_or_take_back(std::string table);

private:
  abort_source _as;
  seastar::semaphore _turns{1};
  seastar::condition_variable _wakeup;
  bool _running = false;
  int _waiting = 0;
};

// No abort_source, or one of its own.

future<> flush_and_always_roll_back(std::string table, abort_source &as) {
  bool failed = false;
  try {
    co_await flush(table, as);
  } catch (...) {
    failed = true;
  }
  if (failed) {
    co_await rollback(table);
  }
}

future<> flush_and_roll_back_later(std::string table, abort_source &as) {
  abort_source shutdown;
  try {
    co_await flush(table, as);
  } catch (const seastar::abort_requested_exception &) {
  }
  co_await rollback(table, shutdown);
}

future<> write_and_roll_back(std::string table, abort_source &as) {
  try {
    co_await write_row(table);
  } catch (...) {
    std::cerr << "failed\n";
  }
  co_await rollback(table, as);
}

// Taken back whatever happens, or nobody can stop it.

future<> compaction::run_guarded(std::string table) {
  auto units = co_await seastar::get_units(_turns, 1);
  co_await flush(table, _as);
}

future<> compaction::run_to_the_end(std::string table) {
  if (_running) {
    co_return;
  }
  _running = true;
  co_await write_row(table);
  _running = false;
}

future<> compaction::run_or_take_back(std::string table) {
  if (_running) {
    co_return;
  }
  _running = true;
  std::exception_ptr error;
  try {
    co_await flush(table, _as);
  } catch (...) {
    error = std::current_exception();
  }
  _running = false;
  if (error) {
    std::rethrow_exception(error);
  }
}
