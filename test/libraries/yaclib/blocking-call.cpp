// RUN: %check %s '--checks=-*,async-blocking-call' --args=-I%S/../../rules/packs/Inputs/yaclib
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A mail server on YACLib: its coroutines run where they are called until they
// move to a pool.
#include <yaclib/algo/wait_group.hpp>
#include <yaclib/async/run.hpp>
#include <yaclib/async/wait.hpp>
#include <yaclib/async/wait_for.hpp>
#include <yaclib/async/when_all.hpp>
#include <yaclib/coro/await.hpp>
#include <yaclib/coro/current_executor.hpp>
#include <yaclib/coro/future.hpp>
#include <yaclib/coro/mutex.hpp>
#include <yaclib/coro/on.hpp>
#include <yaclib/coro/task.hpp>
#include <yaclib/exe/inline.hpp>
#include <yaclib/exe/submit.hpp>
#include <yaclib/lazy/schedule.hpp>
#include <yaclib/runtime/fair_thread_pool.hpp>

#include <chrono>
#include <fstream>
#include <string>
#include <thread>

using namespace std::chrono_literals;
using yaclib::Future;
using yaclib::IExecutor;
using yaclib::Task;

Future<int> deliver(std::string mail);
Task<int> check(std::string mail);

int store(const std::string &mail) {
  std::ofstream file(mail);
  return file.good();
}

// Bugs.

Future<int> retry(std::string mail) {
  std::this_thread::sleep_for(1s);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: call to 'std::this_thread::sleep_for' blocks the thread in coroutine 'retry': it sleeps until the time is over [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: instead: co_await a timer of the event loop through a yaclib::MakeContract()
  co_return co_await deliver(mail);
}

Future<int> both(std::string a, std::string b) {
  Future<int> first = deliver(a);
  Future<int> second = deliver(b);
  yaclib::Wait(first, second);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: call to 'yaclib::Wait' blocks the thread in coroutine 'both': it waits until the results are there [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: instead: co_await yaclib::Await(...)
  if (!yaclib::WaitFor(1s, first))
  // CHECK-NOTES: :[[@LINE-1]]:8: warning: call to 'yaclib::WaitFor' blocks the thread in coroutine 'both': it waits until the results are there [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:8: note: instead: co_await yaclib::Await(...)
    co_return 0;
  co_return deliver(b).Get().Ok();
  // CHECK-NOTES: :[[@LINE-1]]:24: warning: call to 'yaclib::Future::Get' blocks the thread in coroutine 'both': it waits until the result is there [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:24: note: instead: co_await the future
}

Future<int> checked(std::string mail) { co_return check(mail).Get().Ok(); }
// CHECK-NOTES: :[[@LINE-1]]:63: warning: call to 'yaclib::Task::Get' blocks the thread in coroutine 'checked': it starts the task and waits until it has ended [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:63: note: instead: co_await the task

Task<int> kept(std::string mail) { co_return store(mail); }
// CHECK-NOTES: :[[@LINE-1]]:46: warning: call to 'store' blocks the thread in coroutine 'kept': it reaches 'std::ofstream', which opens a file on disk [async-blocking-call]
// CHECK-NOTES: :[[@LINE-34]]:17: note: 'store' constructs 'std::ofstream' here
// CHECK-NOTES: :[[@LINE-3]]:46: note: instead: co_await yaclib::On(file_pool) before the call

Future<int> all(yaclib::WaitGroup<> &group) {
  group.Consume(deliver("a"), deliver("b"));
  group.Wait();
  // CHECK-NOTES: :[[@LINE-1]]:9: warning: call to 'yaclib::WaitGroup::Wait' blocks the thread in coroutine 'all': it waits until all of the group is done [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:9: note: instead: co_await the wait group
  co_return 1;
}

Future<int> shutDown(yaclib::FairThreadPool &pool) {
  pool.Stop();
  pool.Wait();
  // CHECK-NOTES: :[[@LINE-1]]:8: warning: call to 'yaclib::FairThreadPool::Wait' blocks the thread in coroutine 'shutDown': it waits until the threads of the pool end [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:8: note: instead: co_await yaclib::Run(executor, work)
  co_return co_await deliver("last");
}

// With no executor, or the one that runs everything at once, it is this thread
// that does it.
Future<int> here() {
  Future<int> stored = yaclib::Run([] { return store("here"); });
  // CHECK-NOTES: :[[@LINE-1]]:48: warning: call to 'store' blocks the thread in coroutine 'here': it reaches 'std::ofstream', which opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-58]]:17: note: 'store' constructs 'std::ofstream' here
  // CHECK-NOTES: :[[@LINE-3]]:48: note: instead: co_await yaclib::On(file_pool) before the call
  co_return co_await std::move(stored);
}

Future<int> maybeThere(IExecutor &pool, bool large) {
  if (large)
    co_await yaclib::On(pool);
  co_return store("mail");
  // CHECK-NOTES: :[[@LINE-1]]:13: warning: call to 'store' blocks the thread in coroutine 'maybeThere': it reaches 'std::ofstream', which opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-68]]:17: note: 'store' constructs 'std::ofstream' here
  // CHECK-NOTES: :[[@LINE-3]]:13: note: instead: co_await yaclib::On(file_pool) before the call
}

// Not bugs.

Future<int> bothLater(std::string a, std::string b) {
  Future<int> first = deliver(a);
  Future<int> second = deliver(b);
  co_await yaclib::Await(first, second);
  co_return std::move(first).Touch().Ok() + std::move(second).Get().Ok();
}

Future<int> checkedLater(std::string mail) { co_return co_await check(mail); }

Future<int> ready(Future<int> sent) {
  if (sent.Ready())
    co_return std::move(sent).Get().Ok();
  co_return co_await std::move(sent);
}

// Only looks.
Future<int> seen(Future<int> &sent) { co_return std::as_const(sent).Get() != nullptr; }

Future<int> attached(yaclib::WaitGroup<> &group, IExecutor &files) {
  Future<int> first = deliver("a");
  group.Attach(first);
  co_await group.AwaitOn(files);
  co_return std::move(first).Get().Ok() + store("a");
}

Future<int> allLater(yaclib::WaitGroup<> &group) {
  group.Consume(deliver("a"), deliver("b"));
  if (!group.WaitFor(0s))
    co_await group;
  co_return 1;
}

// What was awaited has ended, and the threads have nothing left to do.
Future<int> once() {
  auto pool = yaclib::MakeFairThreadPool(1);
  int done = co_await yaclib::Run(*pool, [] { return store("once"); });
  pool->Stop();
  pool->Wait();
  co_return done;
}

Future<int> there(IExecutor &files) {
  co_await yaclib::On(files);
  std::this_thread::sleep_for(1s);
  co_return store("mail");
}

Future<int> thereAsWell(IExecutor &files, yaclib::Mutex<> &mutex) {
  auto guard = co_await mutex.Guard();
  int stored = co_await yaclib::Run(files, [] { return store("mail"); });
  co_return stored + co_await yaclib::Schedule(files, [] { return store("copy"); });
}

void chained(IExecutor &files) {
  yaclib::Submit(files, [] { store("mail"); });
  yaclib::Run(files, [] { return store("mail"); }).Then([](int) { return store("copy"); }).Detach();
  deliver("mail").Detach(files, [](int) { store("mail"); });
}

int main() {
  store("first");
  return both("a", "b").Get().Ok();
}
