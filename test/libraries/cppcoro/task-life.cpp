// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/cppcoro '--checks=async-*,-async-unbounded-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A server on cppcoro: a task does nothing until it is awaited, and an exception
// that leaves a coroutine of an async_scope ends the program.
#include <chrono>
#include <cppcoro/async_generator.hpp>
#include <cppcoro/async_mutex.hpp>
#include <cppcoro/async_scope.hpp>
#include <cppcoro/fmap.hpp>
#include <cppcoro/generator.hpp>
#include <cppcoro/io_service.hpp>
#include <cppcoro/net/socket.hpp>
#include <cppcoro/resume_on.hpp>
#include <cppcoro/schedule_on.hpp>
#include <cppcoro/shared_task.hpp>
#include <cppcoro/static_thread_pool.hpp>
#include <cppcoro/sync_wait.hpp>
#include <cppcoro/task.hpp>
#include <cppcoro/when_all.hpp>
#include <cppcoro/when_all_ready.hpp>
#include <exception>
#include <functional>
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using cppcoro::shared_task;
using cppcoro::task;

task<int> count(std::string word);
task<> note(std::string line);
shared_task<std::string> configuration();

// What people write.

task<int> search(std::string word) {
  note("searching " + word);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'note' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await it
  auto again = count(word);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'count', kept in 'again', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE+2]]:11: note: this condition is true
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: 'again' is lost at this 'co_return'
  if (int found = co_await count(word))
    co_return found;
  co_return co_await again;
}

task<> prepare(cppcoro::io_service &io, cppcoro::static_thread_pool &pool) {
  io.schedule_after(10ms);
// CHECK-MESSAGES: :[[@LINE-1]]:6: warning: the operation from 'cppcoro::io_service::schedule_after' is never awaited: it never runs [async-unawaited-task]
  pool.schedule();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: the operation from 'cppcoro::static_thread_pool::schedule' is never awaited: it never runs [async-unawaited-task]
  configuration();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'configuration' is never awaited: it never runs [async-unawaited-task]
  cppcoro::when_all(count("a"), count("b"));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'cppcoro::when_all' is never awaited: it never runs [async-unawaited-task]
  auto ready = cppcoro::when_all_ready(count("c"), count("d"));
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the operation from 'cppcoro::when_all_ready', kept in 'ready', is never awaited: it never runs [async-unawaited-task]
  cppcoro::schedule_on(pool, count("e"));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'cppcoro::schedule_on' is never awaited: it never runs [async-unawaited-task]
  auto elsewhere = count("f") | cppcoro::resume_on(pool);
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: the task from 'cppcoro::operator|', kept in 'elsewhere', is never awaited: it never runs [async-unawaited-task]
  co_await note("prepared");
}

task<> countInTurn(cppcoro::async_mutex &mutex, int &total) {
  auto lock = mutex.scoped_lock_async();
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the lock from 'cppcoro::async_mutex::scoped_lock_async', kept in 'lock', is never awaited: nothing is locked [async-unawaited-guard]
  ++total;
  co_await mutex.scoped_lock_async();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the guard that 'cppcoro::async_mutex::scoped_lock_async' gives is dropped at once: it is released before the next statement [async-unawaited-guard]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: keep it in a variable until the end of the scope
  ++total;
  mutex.lock_async();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the lock from 'cppcoro::async_mutex::lock_async' is never awaited: nothing is locked [async-unawaited-guard]
  ++total;
  mutex.unlock();
}

task<> countAll(std::vector<std::string> words) {
  std::vector<task<int>> counts;
  for (const auto &word : words)
    counts.push_back(count(word));
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the task from 'count', kept in 'counts', is never awaited: it never runs [async-unawaited-task]
  co_await note("all is counted");
}

task<> echo(cppcoro::net::socket &client) {
  char data[1024];
  for (;;) {
    auto size = co_await client.recv(data, sizeof data);
    if (!size)
      throw std::runtime_error("closed");
    co_await client.send(data, size);
  }
}

task<> listen(cppcoro::net::socket &listening, cppcoro::net::socket &client) {
  cppcoro::async_scope connections;
  co_await listening.accept(client);
  connections.spawn(echo(client));
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'echo' is started by 'cppcoro::async_scope::spawn' and nobody sees its errors: an exception that leaves the coroutine ends the program [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-10]]:7: note: this exception leaves 'echo'
// CHECK-MESSAGES: :[[@LINE-3]]:15: note: instead: handle its errors inside of it, or keep what tells how it ends
  co_await connections.join();
}

task<int> countTwice(std::string word) {
  auto counting = count(word);
  int first = co_await std::move(counting);
  co_return first + co_await std::move(counting);
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: 'counting' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-MESSAGES: :[[@LINE-3]]:24: note: first awaited here
}

void onClose(std::vector<std::function<void()>> &handlers) {
  note("closing");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'note' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: return it, or start it on the event loop
  handlers.push_back([]() -> task<> { co_await note("closed"); });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
// CHECK-MESSAGES: :[[@LINE-2]]:22: note: instead: give it an ordinary function that starts the task
  handlers.push_back([] { return note("closed"); });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
}

// What is right.

task<int> searchAgain(std::string word) {
  co_await note("searching " + word);
  auto counting = count(word);
  if (int found = co_await counting)
    co_return found + co_await counting; // the same number again
  co_return 0;
}

task<> prepareInOrder(cppcoro::io_service &io, cppcoro::static_thread_pool &pool) {
  co_await io.schedule_after(10ms);
  co_await pool.schedule();
  auto both = cppcoro::when_all(count("a"), count("b"));
  co_await both;
  auto c = count("c"), d = count("d");
  co_await cppcoro::when_all_ready(std::move(c), std::move(d));
  co_await (count("f") | cppcoro::resume_on(pool));
  auto elsewhere = cppcoro::schedule_on(pool, count("e"));
  co_await elsewhere;
  auto settings = configuration();
  auto text = co_await settings;
  text += co_await settings;
  co_await note(text);
}

task<> countOneByOne(cppcoro::async_mutex &mutex, int &total) {
  {
    auto lock = co_await mutex.scoped_lock_async();
    ++total;
  }
  co_await mutex.lock_async();
  ++total;
  mutex.unlock();
  if (mutex.try_lock())
    mutex.unlock();
}

task<> countEverything(std::vector<std::string> words) {
  std::vector<task<int>> counts;
  for (const auto &word : words)
    counts.push_back(count(word));
  co_await cppcoro::when_all(std::move(counts));
}

task<> echoCarefully(cppcoro::net::socket &client) {
  try {
    co_await echo(client);
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
  }
}

task<> listenCarefully(cppcoro::net::socket &listening, cppcoro::net::socket &client) {
  cppcoro::async_scope connections;
  co_await listening.accept(client);
  connections.spawn(echoCarefully(client));
  connections.spawn(note("accepted"));
  co_await connections.join();
}

task<> noteAtMost(int level) {
  std::optional<task<>> noting;
  if (level > 3)
    noting.emplace(note("high"));
  if (noting)
    co_await *noting;
}

cppcoro::async_generator<int> numbers() { co_yield 1; }
cppcoro::generator<int> digits();

task<int> sum() {
  auto all = numbers();
  int result = 0;
  for (auto each = co_await all.begin(); each != all.end(); co_await ++each)
    result += *each;
  digits();
  co_return result;
}

void onCloseInOrder(std::vector<std::function<void()>> &handlers, cppcoro::async_scope &scope) {
  handlers.push_back([&scope] { scope.spawn(note("closed")); });
  handlers.push_back([] { cppcoro::sync_wait(note("closed")); });
  std::function<task<>(std::string)> notes = note;
  scope.spawn(notes("open"));
}

int main() {
  auto counting = count("all");
  cppcoro::sync_wait(cppcoro::when_all(note("main"), std::move(counting)));
  return cppcoro::sync_wait(search("main"));
}
