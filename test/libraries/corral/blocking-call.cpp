// RUN: %check %s '--checks=-*,async-blocking-call' --args=-I%S/../../rules/packs/Inputs/corral
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A weather station on corral and Boost.Asio: one thread reads the sensors and
// answers, and a thread pool is there for what takes long.
#include <corral/ThreadPool.h>
#include <corral/asio.h>
#include <corral/corral.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <fstream>
#include <string>
#include <thread>

using namespace std::chrono_literals;
using corral::Task;

Task<int> readSensor(int id);

void appendToLog(const std::string &line) {
  std::ofstream("weather.log", std::ios::app) << line;
}

// Bugs.

Task<> pollSensors(boost::asio::io_context &io) {
  while (true) {
    appendToLog(std::to_string(co_await readSensor(1)));
    // CHECK-NOTES: :[[@LINE-1]]:5: warning: call to 'appendToLog' blocks the thread in coroutine 'pollSensors': it reaches 'std::ofstream', which opens a file on disk [async-blocking-call]
    // CHECK-NOTES: :[[@LINE-9]]:3: note: 'appendToLog' constructs 'std::ofstream' here
    // CHECK-NOTES: :[[@LINE-3]]:5: note: instead: co_await thread_pool.run([&] { ... })
    std::this_thread::sleep_for(1s);
    // CHECK-NOTES: :[[@LINE-1]]:5: warning: call to 'std::this_thread::sleep_for' blocks the thread in coroutine 'pollSensors': it sleeps until the time is over [async-blocking-call]
    // CHECK-NOTES: :[[@LINE-2]]:5: note: instead: co_await corral::sleepFor(io, ...)
  }
}

Task<int> average(boost::asio::io_context &io) {
  boost::asio::steady_timer timer(io, 10ms);
  timer.wait();
  // CHECK-NOTES: :[[@LINE-1]]:9: warning: call to 'boost::asio::steady_timer::wait' blocks the thread in coroutine 'average': it sleeps until the timer expires [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:9: note: instead: co_await corral::sleepFor(io, ...)
  int first = corral::run(io, readSensor(1));
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: call to 'corral::run' blocks the thread in coroutine 'average': it runs the event loop until the task is done, and fails inside of it [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:15: note: instead: co_await the task itself; the loop already runs
  co_return (first + co_await readSensor(2)) / 2;
}

// The body of a nursery and the tasks in it are coroutines of their own.
Task<> station(boost::asio::io_context &io) {
  CORRAL_WITH_NURSERY(sensors) {
    sensors.start(pollSensors, std::ref(io));
    sensors.start([&]() -> Task<> {
      appendToLog("started\n");
      // CHECK-NOTES: :[[@LINE-1]]:7: warning: call to 'appendToLog' blocks the thread in a coroutine lambda: it reaches 'std::ofstream', which opens a file on disk [async-blocking-call]
      // CHECK-NOTES: :[[@LINE-35]]:3: note: 'appendToLog' constructs 'std::ofstream' here
      // CHECK-NOTES: :[[@LINE-3]]:7: note: instead: co_await thread_pool.run([&] { ... })
      co_await readSensor(3);
    });
    std::this_thread::sleep_for(1s);
    // CHECK-NOTES: :[[@LINE-1]]:5: warning: call to 'std::this_thread::sleep_for' blocks the thread in a coroutine lambda: it sleeps until the time is over [async-blocking-call]
    // CHECK-NOTES: :[[@LINE-2]]:5: note: instead: co_await corral::sleepFor(io, ...)
    co_return corral::join;
  };
}

// Starts the work at once, so what it does before, it does on the loop.
Task<> restart(corral::UnsafeNursery &tasks) {
  tasks.start([] {
    appendToLog("restarted\n");
    // CHECK-NOTES: :[[@LINE-1]]:5: warning: call to 'appendToLog' blocks the thread in coroutine 'restart': it reaches 'std::ofstream', which opens a file on disk [async-blocking-call]
    // CHECK-NOTES: :[[@LINE-51]]:3: note: 'appendToLog' constructs 'std::ofstream' here
    // CHECK-NOTES: :[[@LINE-3]]:5: note: instead: co_await thread_pool.run([&] { ... })
    return readSensor(4);
  });
  co_return;
}

Task<> report(boost::asio::io_context &io) {
  corral::ThreadPool pool(io, 1);
  // CHECK-NOTES: :[[@LINE-1]]:22: warning: destroying 'corral::ThreadPool' blocks the thread in coroutine 'report': it waits in its destructor until the pool's threads end [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:22: note: instead: let the pool outlive the coroutines, and make it next to the event loop
  co_await pool.run([] { appendToLog("report\n"); });
}

void onTheLoop(boost::asio::io_context &io) {
  boost::asio::post(io, [] { std::this_thread::sleep_for(1s); });
  // CHECK-NOTES: :[[@LINE-1]]:30: warning: call to 'std::this_thread::sleep_for' blocks the thread in a callback of the event loop: it sleeps until the time is over [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:30: note: instead: co_await an asio::steady_timer's async_wait(asio::use_awaitable)
}

// Not bugs.

Task<> pollSensorsLater(boost::asio::io_context &io, corral::ThreadPool &pool) {
  while (true) {
    int value = co_await readSensor(1);
    co_await pool.run([value] { appendToLog(std::to_string(value)); });
    co_await corral::sleepFor(io, 1s);
  }
}

Task<int> averageLater(boost::asio::io_context &io) {
  boost::asio::steady_timer timer(io, 10ms);
  co_await timer.async_wait(corral::asio_awaitable);
  auto both = co_await corral::allOf(readSensor(1), readSensor(2));
  co_return std::get<0>(both);
}

Task<> untilTold(boost::asio::io_context &io, corral::ThreadPool &pool, corral::Event &stop) {
  co_await corral::anyOf(pollSensorsLater(io, pool), stop);
}

Task<> giveUp(corral::ThreadPool &pool) {
  co_await pool.run([](corral::ThreadPool::CancelToken cancelled) {
    while (!cancelled)
      std::this_thread::sleep_for(10ms);
  });
}

Task<> stationLater(boost::asio::io_context &io, corral::ThreadPool &pool) {
  corral::Semaphore log(1);
  CORRAL_WITH_NURSERY(sensors) {
    sensors.start([&]() -> Task<> {
      auto lock = co_await log.lock();
      co_await pool.run(appendToLog, "started\n");
    });
    co_await corral::sleepFor(io, 1s);
    co_return corral::cancel;
  };
}

int main() {
  boost::asio::io_context io;
  corral::ThreadPool pool(io, 4);
  appendToLog("hello\n");
  corral::run(io, stationLater(io, pool));
}
