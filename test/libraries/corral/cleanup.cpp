// RUN: %check %s '--checks=-*,async-unshielded-cleanup,async-skipped-cleanup' --args=-I%S/../../rules/packs/Inputs/corral
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A weather station on corral: a Task that is cancelled is unwound without an exception,
// so no handler sees it, and what throws is an error. Nothing is told.
#include <corral/asio.h>
#include <corral/corral.h>

#include <boost/asio/io_context.hpp>

#include <chrono>
#include <exception>
#include <iostream>

using namespace std::chrono_literals;
using corral::Task;

Task<int> readSensor(int id);
Task<> closeSensor(int id);

Task<int> readAndClose(int id) {
  int value = 0;
  try {
    value = co_await readSensor(id);
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await closeSensor(id);
  co_return value;
}

Task<int> readOrClose(int id) {
  std::exception_ptr error;
  int value = 0;
  try {
    value = co_await readSensor(id);
  } catch (...) {
    error = std::current_exception();
  }
  if (error) {
    co_await corral::noncancellable(closeSensor(id));
    std::rethrow_exception(error);
  }
  co_return value;
}

class Station {
public:
  Task<> measure(int id) {
    auto lock = co_await bus_.lock();
    last_ = co_await readSensor(id);
  }

  Task<> measureByHand(int id) {
    co_await bus_.acquire();
    last_ = co_await readSensor(id);
    bus_.release();
  }

  Task<> measureOnce(boost::asio::io_context &io, int id) {
    if (measuring_)
      co_return;
    measuring_ = true;
    ++measured_;
    last_ = co_await readSensor(id);
    co_await corral::sleepFor(io, 1s);
    --measured_;
    measuring_ = false;
  }

private:
  corral::Semaphore bus_;
  int last_ = 0;
  int measured_ = 0;
  bool measuring_ = false;
};
