// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/corral '--checks=-*,async-dangling-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A weather station on corral and Boost.Asio: tasks that refer to what is gone when
// they run.
#include <corral/asio.h>
#include <corral/corral.h>

#include <boost/asio/io_context.hpp>

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using corral::Task;

std::string sensorName(int id);
void print(std::string_view line);

Task<int> readSensor(const std::string &name);
Task<> publish(boost::asio::io_context &io, const std::string &name) {
  co_await corral::sleepFor(io, 1s);
  print(name);
}
Task<> publishCopy(boost::asio::io_context &io, std::string name) {
  co_await corral::sleepFor(io, 1s);
  print(name);
}

// What people write.

Task<int> measure() {
  auto second = readSensor(sensorName(2));
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: the task from 'readSensor' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+3]]:40: note: 'second' is awaited here
// CHECK-MESSAGES: :[[@LINE-3]]:28: note: instead: co_await it in the same statement, or let 'readSensor' take it by value
  int value = co_await readSensor("first");
  co_return value + co_await std::move(second);
}

Task<int> measureNamed(int id) {
  std::string name = sensorName(id);
  return readSensor(name);
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the task from 'readSensor' refers to 'name', which dies when 'measureNamed' returns [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-2]]:21: note: instead: make 'measureNamed' a coroutine and co_await it, or let 'readSensor' take it by value
}

Task<> measureBoth(boost::asio::io_context &io) {
  auto both = corral::allOf(readSensor(sensorName(1)), readSensor("second"));
// CHECK-MESSAGES: :[[@LINE-1]]:40: warning: the task from 'readSensor' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-2]]:67: warning: the task from 'readSensor' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(both);
  auto either = corral::anyOf(readSensor(sensorName(1)), corral::sleepFor(io, 1s));
// CHECK-MESSAGES: :[[@LINE-1]]:42: warning: the task from 'readSensor' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(either);
}

Task<> closures(boost::asio::io_context &io, std::string name) {
  auto publishing = [&io, name]() -> Task<> { co_await publish(io, name); }();
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE+3]]:22: note: 'publishing' is awaited here
// CHECK-MESSAGES: :[[@LINE-3]]:64: note: 'io' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:21: note: instead: pass it what it needs as arguments
  co_await std::move(publishing);
}

Task<> station(boost::asio::io_context &io, int sensors) {
  CORRAL_WITH_NURSERY(reads) {
    for (int id = 0; id < sensors; ++id) {
      std::string name = sensorName(id);
      reads.start([&]() -> Task<> { co_await publish(io, name); });
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'name', which this coroutine lambda captures by reference, dies {{.*}}, before its task is done [async-dangling-capture]
    }
    co_return corral::join;
  };
}

// What is right.

Task<int> measureInOrder(std::string name) {
  auto second = readSensor(name);
  int value = co_await readSensor("first") + co_await readSensor(sensorName(2));
  co_return value + co_await std::move(second);
}

Task<int> measureOf(const std::string &name) { return readSensor(name); }

Task<> measureBothInOrder(boost::asio::io_context &io) {
  co_await corral::allOf(readSensor(sensorName(1)), readSensor("second"));
  co_await corral::anyOf(readSensor(sensorName(1)), corral::sleepFor(io, 1s));
  std::string name = sensorName(3);
  auto both = corral::allOf(readSensor(name), publishCopy(io, sensorName(4)));
  co_await std::move(both);
}

Task<> closuresInOrder(boost::asio::io_context &io, std::string name) {
  co_await [&]() -> Task<> { co_await publish(io, name); }();
  auto closure = [&]() -> Task<> { co_await publish(io, name); };
  auto publishing = closure();
  co_await std::move(publishing);
}

// The nursery keeps the closures and the arguments.
Task<> stationInOrder(boost::asio::io_context &io, std::vector<std::string> names) {
  std::string all = "all";
  CORRAL_WITH_NURSERY(reads) {
    for (const auto &name : names)
      reads.start(publishCopy, std::ref(io), name);
    for (auto &name : names)
      reads.start([&]() -> Task<> { co_await publish(io, name); });
    reads.start([&]() -> Task<> { co_await publish(io, all); });
    for (int id = 0; id < 4; ++id)
      reads.start([&io, name = sensorName(id)]() -> Task<> { co_await publish(io, name); });
    co_return corral::join;
  };
}

int main() {
  boost::asio::io_context io;
  std::string name = sensorName(1);
  auto publishing = publish(io, name);
  corral::run(io, std::move(publishing));
  corral::run(io, publish(io, sensorName(2)));
}
