// RUN: %check %s '--checks=-*,async-unshielded-cleanup,async-skipped-cleanup' --args=-I%S/../../rules/packs/Inputs/cppcoro
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A robot on cppcoro: what was given a cancellation_token may throw
// operation_cancelled, and what is given the same token afterwards does.
#include <chrono>
#include <cppcoro/async_mutex.hpp>
#include <cppcoro/cancellation_source.hpp>
#include <cppcoro/cancellation_token.hpp>
#include <cppcoro/io_service.hpp>
#include <cppcoro/operation_cancelled.hpp>
#include <cppcoro/task.hpp>
#include <exception>
#include <iostream>

using cppcoro::cancellation_token;
using cppcoro::task;
using namespace std::chrono_literals;

task<> turn(int degrees, cancellation_token token = {});
task<> stop(cancellation_token token = {});
task<> grip();

// What people write.

task<> turnRound(cancellation_token token) {
  bool stopped = false;
  try {
    co_await turn(180, token);
  } catch (const cppcoro::operation_cancelled &) {
    stopped = true;
  }
  if (stopped)
    co_await turn(-180, token);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this cleanup does not run when coroutine 'turnRound' was cancelled: 'token' has already asked it to stop [async-unshielded-cleanup]
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: the cancellation comes out of this 'co_await'
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: and is caught here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: no token, or one of a cancellation_source of its own
}

task<> turnAndStop(cancellation_token token) {
  try {
    co_await turn(90, token);
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await stop(token);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this cleanup does not run when coroutine 'turnAndStop' was cancelled: 'token' has already asked it to stop [async-unshielded-cleanup]
}

class Arm {
public:
  task<> wave(cppcoro::io_service &io, cancellation_token token) {
    if (waving)
      co_return;
    waving = true;
    co_await turn(45, token);
    co_await io.schedule_after(100ms, token);
    waving = false;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'Arm::wave' is cancelled or fails: 'waving' stays true [async-skipped-cleanup]
// CHECK-MESSAGES: :[[@LINE-5]]:5: note: it is taken here
// CHECK-MESSAGES: :[[@LINE-5]]:5: note: an exception of this 'co_await' leaves it so
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: take it back in the destructor of a local object
  }

  task<> waveAlone(cancellation_token token) {
    co_await mutex.lock_async();
    co_await turn(45, token);
    mutex.unlock();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'Arm::waveAlone' is cancelled or fails: 'mutex' stays locked [async-skipped-cleanup]
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: it is taken here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: an exception of this 'co_await' leaves it so
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: hold it by a guard
  }

  task<> waveCounted(cppcoro::io_service &io, cancellation_token token) {
    ++waves;
    co_await io.schedule_after(100ms, token);
    --waves;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'Arm::waveCounted' is cancelled or fails: 'waves' is not counted down again [async-skipped-cleanup]
  }

  task<> waveGuarded(cancellation_token token);
  task<> waveToTheEnd(cppcoro::io_service &io);
  task<> waveOrTakeBack(cancellation_token token);

private:
  cppcoro::async_mutex mutex;
  bool waving = false;
  int waves = 0;
};

// No token, or another one.

task<> turnAndAlwaysStop(cancellation_token token) {
  try {
    co_await turn(90, token);
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await stop();
}

task<> turnAndStopInTime(cancellation_token token) {
  cppcoro::cancellation_source late;
  try {
    co_await turn(90, token);
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await stop(late.token());
}

task<> gripAndStop(cancellation_token token) {
  try {
    co_await grip();
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await stop(token);
}

// Taken back whatever happens, or nobody can cancel it.

task<> Arm::waveGuarded(cancellation_token token) {
  auto lock = co_await mutex.scoped_lock_async();
  co_await turn(45, token);
}

task<> Arm::waveToTheEnd(cppcoro::io_service &io) {
  if (waving)
    co_return;
  waving = true;
  co_await turn(45);
  co_await io.schedule_after(100ms);
  waving = false;
}

task<> Arm::waveOrTakeBack(cancellation_token token) {
  ++waves;
  try {
    co_await turn(45, token);
  } catch (...) {
    --waves;
    throw;
  }
  --waves;
}
