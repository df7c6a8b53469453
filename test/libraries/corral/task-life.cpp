// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/corral
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A weather station on corral and Boost.Asio: a Task runs when it is awaited, or
// when a nursery starts it.
#include <corral/ThreadPool.h>
#include <corral/asio.h>
#include <corral/corral.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using corral::Task;

Task<int> readSensor(int id);
Task<> publish(int value);
Task<bool> isQuiet();

// What people write.

Task<int> measure(boost::asio::io_context &io) {
  publish(0);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'publish' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await it
  auto second = readSensor(2);
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the task from 'readSensor', kept in 'second', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE+5]]:7: note: this condition is true
// CHECK-MESSAGES: :[[@LINE+5]]:5: note: 'second' is lost at this 'co_return'
  corral::sleepFor(io, 1s);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'corral::sleepFor' is never awaited: it never runs [async-unawaited-task]
  int value = co_await readSensor(1);
  if (co_await isQuiet())
    co_return value;
  co_return value + co_await std::move(second);
}

Task<> compare() {
  corral::allOf(readSensor(1), readSensor(2));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'corral::allOf' is never awaited: it never runs [async-unawaited-task]
  auto first = corral::anyOf(readSensor(3), readSensor(4));
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the operation from 'corral::anyOf', kept in 'first', is never awaited: it never runs [async-unawaited-task]
  co_await publish(1);
}

Task<> measureInTurn(corral::Semaphore &bus, int &total) {
  auto lock = bus.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the lock from 'corral::Semaphore::lock', kept in 'lock', is never awaited: nothing is locked [async-unawaited-guard]
  total += co_await readSensor(1);
  co_await bus.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the guard that 'corral::Semaphore::lock' gives is dropped at once: it is released before the next statement [async-unawaited-guard]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: keep it in a variable until the end of the scope
  total += co_await readSensor(2);
  bus.acquire();
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: the permit from 'corral::Semaphore::acquire' is never awaited: nothing is acquired [async-unawaited-guard]
  total += co_await readSensor(3);
  bus.release();
}

Task<> readAll(int sensors) {
  std::vector<Task<int>> reads;
  for (int id = 0; id < sensors; ++id)
    reads.push_back(readSensor(id));
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the task from 'readSensor', kept in 'reads', is never awaited: it never runs [async-unawaited-task]
  co_await publish(sensors);
}

// What a nursery starts has to return its task.
Task<> station() {
  CORRAL_WITH_NURSERY(sensors) {
    sensors.start([] { return readSensor(1); });
    sensors.start([]() -> Task<> {
      publish(2);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: the task from 'publish' is never awaited: it never runs [async-unawaited-task]
      co_return;
    });
    readSensor(2);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the task from 'readSensor' is never awaited: it never runs [async-unawaited-task]
    co_return corral::join;
  };
}

Task<> publishTwice(int value) {
  auto publishing = publish(value);
  co_await std::move(publishing);
  co_await std::move(publishing);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'publishing' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: first awaited here
}

void onAlarm(boost::asio::io_context &io, std::vector<std::function<void()>> &handlers) {
  publish(-1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'publish' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: return it, or start it on the event loop
  handlers.push_back([]() -> Task<> { co_await publish(-1); });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
// CHECK-MESSAGES: :[[@LINE-2]]:22: note: instead: give it an ordinary function that starts the task
  boost::asio::post(io, [] { return publish(-1); });
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'boost::asio::post' drops the task that this lambda returns: it never runs [async-erased-task]
}

// What is right.

Task<int> measureBoth(boost::asio::io_context &io) {
  co_await publish(0);
  co_await corral::sleepFor(io, 1s);
  auto second = readSensor(2);
  int value = co_await readSensor(1);
  co_return value + co_await second;
}

Task<> compareThem(boost::asio::io_context &io) {
  auto both = co_await corral::allOf(readSensor(1), readSensor(2));
  auto reading = readSensor(3);
  auto first = corral::anyOf(std::move(reading), corral::sleepFor(io, 1s));
  co_await first;
  co_await corral::noncancellable(publish(std::get<0>(both)));
  co_await corral::yield;
}

Task<> measureOneByOne(corral::Semaphore &bus, int &total) {
  auto lock = co_await bus.lock();
  total += co_await readSensor(1);
  if (bus.tryAcquire())
    bus.release();
  co_await bus.acquire();
  total += co_await readSensor(2);
  bus.release();
}

Task<> stationLater(boost::asio::io_context &io, int sensors) {
  CORRAL_WITH_NURSERY(reads) {
    for (int id = 0; id < sensors; ++id)
      reads.start(readSensor, id);
    reads.start([&]() -> Task<> {
      co_await corral::sleepFor(io, 1s);
      reads.cancel();
    });
    co_return corral::join;
  };
}

// The errors of what is started are thrown where the nursery is joined.
void restart(corral::UnsafeNursery &tasks) {
  tasks.start(publish, 1);
  tasks.start([]() -> Task<> {
    if (co_await readSensor(1) < 0)
      throw 1;
  });
}

Task<> atMost(int value) {
  std::optional<Task<>> publishing;
  if (value > 0)
    publishing = publish(value);
  if (publishing)
    co_await std::move(*publishing);
}

// No coroutine: its caller awaits.
Task<> publishNothing() { return publish(0); }

void onAlarmLater(std::vector<std::function<void()>> &handlers, corral::UnsafeNursery &tasks) {
  handlers.push_back([&tasks] { tasks.start(publish, -1); });
  std::function<Task<>(int)> publishes = publish;
  tasks.start(publishes, -2);
}

int main() {
  boost::asio::io_context io;
  auto stationed = stationLater(io, 4);
  corral::run(io, std::move(stationed));
  corral::run(io, publishNothing());
}
