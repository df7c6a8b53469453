// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/stdexec
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A mail filter on stdexec: senders do nothing before they are awaited or started,
// and an error of what is started in the background ends the program.
#include <chrono>
#include <exec/async_scope.hpp>
#include <exec/ensure_started.hpp>
#include <exec/start_detached.hpp>
#include <exec/static_thread_pool.hpp>
#include <exec/task.hpp>
#include <exec/timed_scheduler.hpp>
#include <exec/timed_thread_scheduler.hpp>
#include <exec/when_any.hpp>
#include <functional>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <stdexec/execution.hpp>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

exec::task<int> score(std::string mail);
exec::task<void> move(std::string mail, std::string folder);
stdexec::task<void> log(std::string line);

// What people write.

exec::task<int> filter(std::string mail, exec::timed_thread_context &timers) {
  move(mail, "inbox");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'move' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await it
  log("filtering");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'log' is never awaited: it never runs [async-unawaited-task]
  auto again = score(mail);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'score', kept in 'again', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE+6]]:11: note: this condition is true
// CHECK-MESSAGES: :[[@LINE+6]]:5: note: 'again' is lost at this 'co_return'
  exec::schedule_after(timers.get_scheduler(), 10ms);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'experimental::execution::schedule_after' is never awaited: it never runs [async-unawaited-task]
  exec::reschedule_coroutine_on(timers.get_scheduler());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'experimental::execution::reschedule_coroutine_on' is never awaited: it never runs [async-unawaited-task]
  if (int points = co_await score(mail))
    co_return points;
  co_return co_await std::move(again);
}

exec::task<void> filterBoth() {
  stdexec::when_all(score("one"), score("two"));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'stdexec::when_all' is never awaited: it never runs [async-unawaited-task]
  auto first = exec::when_any(score("three"), score("four"));
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the operation from 'experimental::execution::__when_any::when_any', kept in 'first', is never awaited: it never runs [async-unawaited-task]
  co_await move("both", "inbox");
}

exec::task<void> filterAll(std::vector<std::string> mails) {
  std::vector<exec::task<int>> scores;
  for (const auto &mail : mails)
    scores.push_back(score(mail));
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the task from 'score', kept in 'scores', is never awaited: it never runs [async-unawaited-task]
  co_await move("all", "inbox");
}

exec::task<void> learn(std::string mail) {
  if (mail.empty())
    throw std::invalid_argument("nothing to learn");
  co_await move(mail, "learnt");
}

exec::task<void> learnAll(exec::async_scope &scope, stdexec::counting_scope &counted) {
  scope.spawn(learn("one"));
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'learn' is started by 'experimental::execution::__scope::async_scope::spawn' and nobody sees its errors: an error ends the program [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: this exception leaves 'learn'
// CHECK-MESSAGES: :[[@LINE-3]]:9: note: instead: handle its errors inside of it, or keep what tells how it ends
  exec::start_detached(learn("two"));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'learn' is started by 'experimental::execution::start_detached' and nobody sees its errors: an error ends the program [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-11]]:5: note: this exception leaves 'learn'
  scope.spawn_future(learn("three"));
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the future from 'experimental::execution::__scope::async_scope::spawn_future' is dropped: the error is only in the future [async-dropped-task-handle]
  auto learning = stdexec::spawn_future(learn("four"), counted.get_token());
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the future from 'stdexec::spawn_future', kept in 'learning', is never used: dropping the future asks the work to stop [async-dropped-task-handle]
  exec::ensure_started(learn("five"));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'experimental::execution::ensure_started' is dropped: dropping the future asks the work to stop [async-dropped-task-handle]
  scope.nest(learn("six"));
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'experimental::execution::__scope::async_scope::nest' is never awaited: it never runs [async-unawaited-task]
  stdexec::associate(learn("seven"), counted.get_token());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'stdexec::associate' is never awaited: it never runs [async-unawaited-task]
  co_await scope.on_empty();
}

exec::task<void> moveTwice(std::string mail) {
  auto moving = move(mail, "inbox");
  co_await std::move(moving);
  co_await std::move(moving);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'moving' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: first awaited here
}

void onMail(std::vector<std::function<void(int)>> &handlers) {
  move("mail", "inbox");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'move' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: return it, or start it on the event loop
  handlers.push_back([](int mail) -> exec::task<void> { co_await learn(std::to_string(mail)); });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void (int)>' drops the task that this lambda returns: it never runs [async-erased-task]
// CHECK-MESSAGES: :[[@LINE-2]]:22: note: instead: give it an ordinary function that starts the task
  handlers.push_back([](int mail) { return learn(std::to_string(mail)); });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void (int)>' drops the task that this lambda returns: it never runs [async-erased-task]
}

// What is right.

exec::task<int> filterInOrder(std::string mail, exec::timed_thread_context &timers) {
  co_await move(mail, "inbox");
  co_await log("filtering");
  auto again = score(mail);
  co_await exec::schedule_after(timers.get_scheduler(), 10ms);
  co_await exec::reschedule_coroutine_on(timers.get_scheduler());
  int points = co_await score(mail);
  co_return points + co_await std::move(again);
}

exec::task<void> filterTogether(exec::static_thread_pool &pool) {
  auto both = stdexec::when_all(score("one"), score("two"));
  co_await std::move(both);
  co_await exec::when_any(score("three"), score("four"));
  auto fifth = score("five");
  co_await stdexec::starts_on(pool.get_scheduler(), std::move(fifth));
  auto sixth = stdexec::on(pool.get_scheduler(), score("six"));
  co_await std::move(sixth);
  co_await (stdexec::just(7) | stdexec::then([](int points) { return points + 1; }));
}

exec::task<void> filterEverything(std::vector<std::string> mails) {
  std::vector<exec::task<int>> scores;
  for (const auto &mail : mails)
    scores.push_back(score(mail));
  for (auto &each : scores)
    co_await std::move(each);
}

exec::task<void> learnCarefully(std::string mail) {
  try {
    co_await learn(mail);
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
  }
}

exec::task<void> learnAllCarefully(exec::async_scope &scope, stdexec::counting_scope &counted) {
  scope.spawn(learnCarefully("one"));
  exec::start_detached(learnCarefully("two"));
  stdexec::spawn(stdexec::upon_error(learn("three"), [](auto) noexcept {}), counted.get_token());
  auto learning = scope.spawn_future(learn("four"));
  co_await std::move(learning);
  co_await stdexec::spawn_future(learn("five"), counted.get_token());
  co_await scope.nest(learn("six"));
  auto started = exec::ensure_started(learn("seven"));
  co_await std::move(started);
  co_await counted.join();
  co_await scope.on_empty();
}

exec::task<void> ifSpam(bool isSpam) {
  std::optional<exec::task<void>> moving;
  if (isSpam)
    moving.emplace(move("mail", "spam"));
  if (moving)
    co_await std::move(*moving);
}

// No coroutine: its caller awaits.
exec::task<int> scoreFirst() { return score("one"); }

void onMailInOrder(std::vector<std::function<void(int)>> &handlers, exec::async_scope &scope) {
  handlers.push_back([&scope](int mail) { scope.spawn(learnCarefully(std::to_string(mail))); });
  handlers.push_back([](int mail) { stdexec::sync_wait(learn(std::to_string(mail))); });
  std::function<exec::task<void>(std::string)> learns = learnCarefully;
  scope.spawn(learns("mail"));
}

int main() {
  auto scoring = scoreFirst();
  auto [points] = stdexec::sync_wait(std::move(scoring)).value();
  return points;
}
