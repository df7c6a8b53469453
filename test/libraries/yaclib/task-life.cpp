// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/yaclib '--checks=async-*,-async-ignored-errors'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A mail server on YACLib: a Task runs when somebody wants its result, a Future has
// been started, and who drops it does not see how it ends.
#include <yaclib/algo/wait_group.hpp>
#include <yaclib/async/run.hpp>
#include <yaclib/async/when_all.hpp>
#include <yaclib/async/when_any.hpp>
#include <yaclib/coro/await.hpp>
#include <yaclib/coro/current_executor.hpp>
#include <yaclib/coro/future.hpp>
#include <yaclib/coro/mutex.hpp>
#include <yaclib/coro/on.hpp>
#include <yaclib/coro/task.hpp>
#include <yaclib/exe/submit.hpp>
#include <yaclib/lazy/schedule.hpp>

#include <functional>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using yaclib::Future;
using yaclib::IExecutor;
using yaclib::Task;

Future<int> deliver(std::string mail);
Task<int> check(std::string mail);

// What people write.

Future<int> receive(std::string mail, IExecutor &pool) {
  check(mail);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'check' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await it
  deliver(mail);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'deliver' is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  auto again = check(mail);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'check', kept in 'again', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE+6]]:11: note: this condition is true
// CHECK-MESSAGES: :[[@LINE+6]]:5: note: 'again' is lost at this 'co_return'
  yaclib::On(pool);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'yaclib::On' is never awaited: it never runs [async-unawaited-task]
  yaclib::Yield();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'yaclib::Yield' is never awaited: it never runs [async-unawaited-task]
  if (int points = co_await check(mail))
    co_return points;
  co_return co_await std::move(again);
}

Future<int> receiveBoth(IExecutor &pool) {
  yaclib::WhenAll(deliver("one"), deliver("two"));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'yaclib::WhenAll' is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  auto first = yaclib::WhenAny(deliver("three"), deliver("four"));
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'yaclib::WhenAny', kept in 'first', is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  yaclib::Schedule(pool, [] { return 5; });
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'yaclib::Schedule' is never awaited: it never runs [async-unawaited-task]
  yaclib::Run(pool, [] { return 6; });
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'yaclib::Run' is dropped: the exception is only in the future [async-dropped-task-handle]
  auto running = yaclib::Run(pool, [] { return 7; });
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the future from 'yaclib::Run', kept in 'running', is never used: the exception is only in the future [async-dropped-task-handle]
  co_return co_await check("eight");
}

Future<int> count(yaclib::Mutex<> &mutex, int &mails) {
  auto guard = mutex.Guard();
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the lock from 'yaclib::Mutex::Guard', kept in 'guard', is never awaited: nothing is locked [async-unawaited-guard]
  ++mails;
  co_await mutex.GuardSticky();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the guard that 'yaclib::Mutex::GuardSticky' gives is dropped at once: it is released before the next statement [async-unawaited-guard]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: keep it in a variable until the end of the scope
  ++mails;
  mutex.Lock();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the lock from 'yaclib::Mutex::Lock' is never awaited: nothing is locked [async-unawaited-guard]
  co_return ++mails;
}

Future<int> checkAll(std::vector<std::string> mails) {
  std::vector<Task<int>> checks;
  for (const auto &mail : mails)
    checks.push_back(check(mail));
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the task from 'check', kept in 'checks', is never awaited: it never runs [async-unawaited-task]
  co_return co_await check("all");
}

Future<int> forward(std::string mail) {
  if (mail.empty())
    throw std::invalid_argument("no mail");
  co_return co_await check(mail);
}

Task<int> checkTwice(std::string mail) {
  auto checking = check(mail);
  int points = co_await std::move(checking);
  co_return points + co_await std::move(checking);
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: 'checking' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-MESSAGES: :[[@LINE-3]]:25: note: first awaited here
}

void forwardAll(std::vector<std::string> mails, IExecutor &pool) {
  for (const auto &mail : mails)
    forward(mail).Detach();
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'forward' is started by 'yaclib::Future::Detach' and nobody sees its errors: nobody sees the result any more [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-16]]:5: note: this exception leaves 'forward'
  yaclib::Run(pool, [] { return 1; });
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'yaclib::Run' is dropped: the exception is only in the future [async-dropped-task-handle]
  check("nobody");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'check' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: return it, or start it on the event loop
}

void onMail(std::vector<std::function<void(int)>> &handlers) {
  handlers.push_back([](int mail) -> Task<int> { co_return co_await check(std::to_string(mail)); });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void (int)>' drops the task that this lambda returns: it never runs [async-erased-task]
// CHECK-MESSAGES: :[[@LINE-2]]:22: note: instead: give it an ordinary function that starts the task
  handlers.push_back([](int mail) { return check(std::to_string(mail)); });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void (int)>' drops the task that this lambda returns: it never runs [async-erased-task]
}

// What is right.

Future<int> receiveInOrder(std::string mail, IExecutor &pool) {
  auto delivering = deliver(mail);
  auto again = check(mail);
  co_await yaclib::On(pool);
  co_await yaclib::Yield();
  int points = co_await check(mail);
  points += co_await std::move(again);
  co_return points + co_await std::move(delivering);
}

Future<int> receiveTogether(IExecutor &pool) {
  auto one = deliver("one"), two = deliver("two");
  co_await yaclib::Await(one, two);
  int points = std::move(one).Touch().Ok() + std::move(two).Touch().Ok();
  auto both = co_await yaclib::WhenAll(deliver("three"), deliver("four"));
  points += co_await yaclib::WhenAny(deliver("five"), deliver("six"));
  auto scheduled = yaclib::Schedule(pool, [] { return 7; });
  points += co_await std::move(scheduled);
  co_return points + co_await yaclib::Run(pool, [] { return 8; });
}

Future<int> inAGroup(yaclib::WaitGroup<> &group) {
  group.Consume(deliver("a"), deliver("b"));
  auto third = deliver("c");
  group.Attach(third);
  co_await group;
  co_return std::move(third).Touch().Ok();
}

Future<int> countInTurn(yaclib::Mutex<> &mutex, int &mails) {
  {
    auto guard = co_await mutex.Guard();
    ++mails;
  }
  co_await mutex.Lock();
  ++mails;
  co_await mutex.Unlock();
  co_return mails;
}

Future<int> checkEverything(std::vector<std::string> mails) {
  std::vector<Task<int>> checks;
  for (const auto &mail : mails)
    checks.push_back(check(mail));
  int points = 0;
  for (auto &each : checks)
    points += co_await std::move(each);
  co_return points;
}

Future<int> ifReady(std::string mail) {
  auto delivering = deliver(mail);
  if (!delivering.Ready())
    co_return co_await std::move(delivering);
  co_return std::move(delivering).Touch().Ok();
}

Future<int> forwardCarefully(std::string mail) {
  try {
    co_return co_await forward(mail);
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
  }
  co_return 0;
}

void forwardAllCarefully(std::vector<std::string> mails, IExecutor &pool) {
  for (const auto &mail : mails)
    forwardCarefully(mail).Detach();
  forward("one").Detach(pool, [](int points) { std::cerr << points << '\n'; });
  check("two").Detach();
  check("three").ToFuture().Detach();
  yaclib::Run(pool, [] { return 4; }).Detach();
  yaclib::Submit(pool, [] { std::cerr << "forwarded\n"; });
}

// Started where nothing can be awaited.
void forwardInBackground(std::string mail) {
  forward(mail);
  deliver(mail).ThenInline([](int points) { return points + 1; });
}

class Server {
public:
  void start() { delivering = deliver("first"); }
  Future<int> stop() { co_return co_await std::move(*delivering); }
  // No coroutine: its caller awaits.
  Task<int> checkFirst() { return check("first"); }

private:
  std::optional<Future<int>> delivering;
};

void onMailInOrder(std::vector<std::function<void(int)>> &handlers) {
  handlers.push_back([](int mail) { check(std::to_string(mail)).Detach(); });
  handlers.push_back([](int mail) { return deliver(std::to_string(mail)); });
  std::function<Task<int>(std::string)> checks = check;
  checks("mail").Detach();
}

int main() {
  auto delivering = deliver("main");
  return check("main").Get().Ok() + std::move(delivering).Get().Ok();
}
