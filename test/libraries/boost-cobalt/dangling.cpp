// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/boost-cobalt '--checks=-*,async-dangling-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A chat room on Boost.Cobalt: a task starts when it is awaited, a promise at once,
// and both refer to what may be gone.
#include <boost/asio.hpp>
#include <boost/cobalt.hpp>
#include <boost/cobalt/io.hpp>
#include <boost/cobalt/main.hpp>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace asio = boost::asio;
namespace cobalt = boost::cobalt;
using namespace std::chrono_literals;

std::string nextLine();
void print(std::string_view line);

cobalt::task<void> save(const std::string &line) {
  co_await cobalt::io::sleep(1s);
  print(line);
}
cobalt::task<void> saveCopy(std::string line) {
  co_await cobalt::io::sleep(1s);
  print(line);
}
cobalt::promise<void> send(int peer, const std::string &line) {
  co_await cobalt::io::sleep(1s);
  print(line);
}
cobalt::promise<void> sendNow(int peer, const std::string &line) {
  print(line);
  co_await cobalt::io::sleep(1s);
}

// What people write.

cobalt::task<void> greet(std::string name) {
  auto saving = save("greeting " + name);
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the task from 'save' refers to a temporary 'std::{{(basic_)?string}}', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+8]]:22: note: 'saving' is awaited here
// CHECK-MESSAGES: :[[@LINE-21]]:9: note: 'line' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:22: note: instead: co_await it in the same statement, or let 'save' take it by value
  auto sending = send(1, "welcome");
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: the task from 'send' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+4]]:12: note: 'sending' is awaited here
// CHECK-MESSAGES: :[[@LINE-18]]:9: note: 'line' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:26: note: instead: co_await it in the same statement, or let 'send' take it by value
  co_await std::move(saving);
  co_await sending;
}

cobalt::task<void> saveLater(std::string line) {
  return save(line);
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'save' refers to 'line', which dies when 'saveLater' returns [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-35]]:9: note: 'line' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:15: note: instead: make 'saveLater' a coroutine and co_await it, or let 'save' take it by value
}

cobalt::promise<void> tellAll(std::vector<int> peers) {
  std::vector<cobalt::promise<void>> sends;
  for (int peer : peers)
    sends.push_back(send(peer, nextLine()));
// CHECK-MESSAGES: :[[@LINE-1]]:32: warning: the task from 'send' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await cobalt::join(sends);
}

void serve(asio::io_context &loop, std::string line) {
  cobalt::spawn(loop, save(line), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: the task from 'save' refers to 'line', which dies when 'serve' returns [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-50]]:9: note: 'line' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:28: note: instead: make 'serve' a coroutine and co_await it, or let 'save' take it by value
}

cobalt::task<void> both() {
  auto all = cobalt::gather(send(1, "one"), save(nextLine()));
// CHECK-MESSAGES: :[[@LINE-1]]:37: warning: the task from 'send' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-2]]:50: warning: the task from 'save' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(all);
}

cobalt::promise<void> sendAndForget() {
  +send(1, nextLine());
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'send' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return;
}

cobalt::task<void> closures(std::string line) {
  auto saving = [line]() -> cobalt::task<void> { co_await save(line); }();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE+3]]:22: note: 'saving' is awaited here
// CHECK-MESSAGES: :[[@LINE-3]]:64: note: 'line' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:17: note: instead: pass it what it needs as arguments
  co_await std::move(saving);
}

// What is right.

cobalt::task<void> greetInOrder(std::string name) {
  co_await save("greeting " + name);
  co_await send(1, "welcome");
  auto sending = sendNow(1, "welcome");
  auto saving = save(name);
  auto copied = saveCopy("greeting " + name);
  co_await std::move(saving);
  co_await std::move(copied);
  co_await sending;
}

cobalt::task<void> saveOf(const std::string &line) { return save(line); }

cobalt::promise<void> tellAllInOrder(std::vector<int> peers) {
  std::string line = nextLine();
  std::vector<cobalt::promise<void>> sends;
  for (int peer : peers)
    sends.push_back(send(peer, line));
  co_await cobalt::join(sends);
  co_await cobalt::gather(send(1, "one"), save(nextLine()));
}

void serveInOrder(asio::io_context &loop) {
  cobalt::spawn(loop, saveCopy(nextLine()), asio::detached);
  std::string line = nextLine();
  auto saved = cobalt::spawn(loop, save(line), asio::use_future);
  loop.run();
  saved.get();
}

cobalt::promise<void> saveElsewhere(asio::thread_pool &pool, std::string line) {
  co_await cobalt::spawn(pool.get_executor(), save(line), cobalt::use_op);
  co_await cobalt::spawn(pool.get_executor(), save(nextLine()), cobalt::use_op);
}

cobalt::task<void> closuresInOrder(std::string line) {
  co_await [line]() -> cobalt::task<void> { co_await save(line); }();
  auto closure = [&]() -> cobalt::task<void> { co_await save(line); };
  auto saving = closure();
  co_await std::move(saving);
}

cobalt::main co_main(int, char *[]) {
  co_await closuresInOrder(nextLine());
  co_return 0;
}
