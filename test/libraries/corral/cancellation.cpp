// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/corral '--checks=-*,async-swallowed-cancellation,async-cancellation-as-success'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A weather station on corral: a task that is cancelled is unwound without an
// exception, so that no handler can be wrong about it.
#include <corral/asio.h>
#include <corral/corral.h>

#include <boost/asio/io_context.hpp>

#include <chrono>
#include <exception>
#include <iostream>

using namespace std::chrono_literals;
using corral::Task;

Task<int> readSensor(int id);
Task<> publish(int value);

Task<> station(int id) {
  for (;;) {
    try {
      co_await publish(co_await readSensor(id));
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
  }
}

Task<> quietStation(int id) {
  while (true) {
    try {
      co_await publish(co_await readSensor(id));
    } catch (...) {
    }
  }
}

Task<> twoSensors(boost::asio::io_context &io) {
  try {
    co_await publish(co_await readSensor(1));
  } catch (...) {
    std::cerr << "the first is broken\n";
  }
  co_await corral::sleepFor(io, 1s);
  co_await publish(co_await readSensor(2));
}

Task<int> readOrZero(int id) {
  try {
    co_return co_await readSensor(id);
  } catch (const std::exception &) {
    co_return 0;
  }
}

Task<> readers(corral::Channel<int> &values) {
  for (;;) {
    if (auto value = co_await values.receive())
      co_await publish(*value);
  }
}
