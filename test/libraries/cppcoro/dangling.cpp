// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/cppcoro '--checks=-*,async-dangling-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A server on cppcoro: tasks that refer to what is gone when they run.
#include <cppcoro/async_scope.hpp>
#include <cppcoro/shared_task.hpp>
#include <cppcoro/static_thread_pool.hpp>
#include <cppcoro/sync_wait.hpp>
#include <cppcoro/task.hpp>
#include <cppcoro/when_all.hpp>
#include <cppcoro/when_all_ready.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using cppcoro::shared_task;
using cppcoro::task;

std::string readWord();
void print(std::string_view line);

task<int> count(const std::string &word);
task<std::string> readLine();
shared_task<std::string> configuration();
task<> note(cppcoro::static_thread_pool &pool, const std::string &line) {
  co_await pool.schedule();
  print(line);
}
task<> noteCopy(cppcoro::static_thread_pool &pool, std::string line) {
  co_await pool.schedule();
  print(line);
}

// What people write.

task<int> search() {
  auto first = count(readWord());
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the task from 'count' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+3]]:31: note: 'first' is awaited here
// CHECK-MESSAGES: :[[@LINE-3]]:22: note: instead: co_await it in the same statement, or let 'count' take it by value
  int second = co_await count("cppcoro");
  co_return second + co_await first;
}

task<int> countIn(std::string word) {
  return count(word);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'count' refers to 'word', which dies when 'countIn' returns [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-2]]:16: note: instead: make 'countIn' a coroutine and co_await it, or let 'count' take it by value
}

task<> prepare() {
  auto both = cppcoro::when_all(count(readWord()), count("b"));
// CHECK-MESSAGES: :[[@LINE-1]]:39: warning: the task from 'count' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-2]]:58: warning: the task from 'count' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await both;
  std::vector<task<int>> counts;
  for (int i = 0; i < 3; ++i)
    counts.push_back(count(std::to_string(i)));
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: the task from 'count' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await cppcoro::when_all_ready(std::move(counts));
}

task<> serve(cppcoro::static_thread_pool &pool) {
  cppcoro::async_scope connections;
  {
    std::string line = readWord();
    connections.spawn(note(pool, line));
// CHECK-MESSAGES: :[[@LINE-1]]:34: warning: the task from 'note' refers to 'line', which dies {{.*}} [async-dangling-argument]
  }
  connections.spawn(note(pool, "served"));
// CHECK-MESSAGES: :[[@LINE-1]]:32: warning: the task from 'note' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-45]]:9: note: 'line' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:32: note: instead: co_await it in the same statement, or let 'note' take it by value
  co_await connections.join();
}

task<> closures(cppcoro::static_thread_pool &pool, std::string line) {
  auto noting = [&]() -> task<> { co_await note(pool, line); }();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE+3]]:12: note: 'noting' is awaited here
// CHECK-MESSAGES: :[[@LINE-3]]:49: note: 'pool' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:17: note: instead: pass it what it needs as arguments
  co_await noting;
  cppcoro::async_scope connections;
  connections.spawn([&pool, line]() -> task<> { co_await note(pool, line); }());
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
  co_await connections.join();
}

// What is right.

task<int> searchInOrder(std::string word) {
  auto first = count(word);
  int second = co_await count(readWord()) + co_await count("cppcoro");
  auto both = cppcoro::when_all(count(word), count(word));
  co_await both;
  co_return second + co_await first;
}

task<int> countOf(const std::string &word) { return count(word); }

task<> serveInOrder(cppcoro::static_thread_pool &pool) {
  std::string line = readWord();
  cppcoro::async_scope connections;
  connections.spawn(note(pool, line));
  connections.spawn(noteCopy(pool, readWord()));
  co_await connections.join();
}

task<int> lengthInOrder() {
  auto line = co_await readLine();
  auto reading = readLine();
  auto &&other = co_await reading;
  auto settings = configuration();
  const auto &text = co_await settings;
  int vowels = 0;
  for (char letter : std::string(co_await readLine()))
    vowels += letter == 'a' || letter == 'e';
  co_return static_cast<int>(line.size() + other.size() + text.size()) + vowels;
}

task<> closuresInOrder(cppcoro::static_thread_pool &pool, std::string line) {
  co_await [&]() -> task<> { co_await note(pool, line); }();
  auto closure = [&]() -> task<> { co_await note(pool, line); };
  auto noting = closure();
  co_await noting;
}

int main() {
  cppcoro::static_thread_pool pool;
  std::string line = readWord();
  auto noting = note(pool, line);
  cppcoro::sync_wait(noting);
  return cppcoro::sync_wait(count("main"));
}
