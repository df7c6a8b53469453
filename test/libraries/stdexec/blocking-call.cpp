// RUN: %check %s '--checks=-*,async-blocking-call' --args=-I%S/../../rules/packs/Inputs/stdexec
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A mail filter on stdexec: a task resumes on the scheduler it was started on,
// unless it is rescheduled, and what it sends to a pool runs there.
#include <chrono>
#include <exec/async_scope.hpp>
#include <exec/single_thread_context.hpp>
#include <exec/static_thread_pool.hpp>
#include <exec/task.hpp>
#include <exec/timed_scheduler.hpp>
#include <exec/timed_thread_scheduler.hpp>
#include <exec/when_any.hpp>
#include <fstream>
#include <netdb.h>
#include <stdexec/execution.hpp>
#include <string>
#include <thread>

using namespace std::chrono_literals;

struct Mail {
  std::string file;
};

int score(const Mail &mail) {
  std::ifstream in(mail.file);
  return in.get();
}

exec::task<int> ask(Mail mail);

// Sleeping and reading.

exec::task<int> filter(Mail mail) {
  int points = co_await ask(mail);
  if (points > 5) {
    std::this_thread::sleep_for(10ms);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'std::this_thread::sleep_for' blocks the thread in coroutine 'filter': it sleeps until the time is over [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:5: note: instead: co_await exec::schedule_after(scheduler, ...)
    points = co_await ask(mail);
  }
  co_return points + score(mail);
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: call to 'score' blocks the thread in coroutine 'filter': it reaches 'std::ifstream', which opens a file on disk, and 1 more [async-blocking-call]
// CHECK-MESSAGES: note: instead: co_await stdexec::starts_on(pool.get_scheduler(), ...)
}

exec::task<int> filterLater(Mail mail, exec::timed_thread_context &timers) {
  co_await exec::schedule_after(timers.get_scheduler(), 10ms);
  co_return co_await ask(mail);
}

stdexec::task<int> filterPortably(Mail mail) {
  addrinfo *found = nullptr;
  getaddrinfo(mail.file.c_str(), "smtp", nullptr, &found);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'getaddrinfo' blocks the thread in coroutine 'filterPortably': it waits for a name server [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await stdexec::starts_on(pool.get_scheduler(), ...)
  co_return found != nullptr;
}

// sync_wait is for main().

exec::task<int> filterTwo(Mail first, Mail second) {
  auto [points] = stdexec::sync_wait(ask(first)).value();
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: call to {{.*}} blocks the thread in coroutine 'filterTwo': it runs a loop of its own until the sender is done [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:19: note: instead: co_await the sender itself
  co_return points + co_await ask(second);
}

exec::task<void> filterBoth(Mail first, Mail second) {
  auto points = co_await stdexec::when_all(ask(first), ask(second));
  (void)points;
}

int main() {
  auto [points] = stdexec::sync_wait(filter({"1"})).value();
  return points;
}

exec::task<void> serve(stdexec::run_loop &loop) {
  loop.run();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to 'stdexec::run_loop::run' blocks the thread in coroutine 'serve': it runs an event loop until somebody finishes it [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:8: note: instead: co_await the sender itself; the loop already runs
  co_return;
}

// What is only ever started on a pool may block.

exec::task<int> learn(Mail mail) { co_return score(mail); }

exec::task<int> learnBoth(Mail first, Mail second, exec::static_thread_pool &pool,
                          exec::single_thread_context &disk) {
  int points = co_await stdexec::starts_on(pool.get_scheduler(), learn(first));
  auto alone = disk.get_scheduler();
  co_return points + co_await stdexec::on(alone, learn(second));
}

exec::task<int> weigh(Mail mail) {
  co_return score(mail);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'score' blocks the thread in coroutine 'weigh': it reaches 'std::ifstream', which opens a file on disk, and 1 more [async-blocking-call]
}

exec::task<int> weighOnTimers(Mail mail, exec::timed_thread_context &timers) {
  co_return co_await stdexec::starts_on(timers.get_scheduler(), weigh(mail));
}

exec::task<int> count(Mail mail, exec::static_thread_pool &pool) {
  co_return co_await stdexec::starts_on(
      pool.get_scheduler(), stdexec::just(1) | stdexec::then([](int) {
                              std::this_thread::sleep_for(1s);
                              return 1;
                            }));
}

// A rescheduled task stays on the pool; an awaited schedule() comes back.

exec::task<int> train(Mail mail, exec::static_thread_pool &pool) {
  co_await exec::reschedule_coroutine_on(pool.get_scheduler());
  int points = score(mail);
  co_await ask(mail);
  co_return points + score(mail);
}

exec::task<int> trainBack(Mail mail, exec::static_thread_pool &pool,
                          exec::timed_thread_context &timers) {
  co_await exec::reschedule_coroutine_on(pool.get_scheduler());
  int points = score(mail);
  co_await exec::reschedule_coroutine_on(timers.get_scheduler());
  co_return points + score(mail);
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: call to 'score' blocks the thread in coroutine 'trainBack': it reaches 'std::ifstream', which opens a file on disk, and 1 more [async-blocking-call]
}

exec::task<int> trainNot(Mail mail, exec::static_thread_pool &pool) {
  co_await stdexec::schedule(pool.get_scheduler());
  co_return score(mail);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'score' blocks the thread in coroutine 'trainNot': it reaches 'std::ifstream', which opens a file on disk, and 1 more [async-blocking-call]
}

// Contexts join their threads when they go.

exec::task<int> learnAlone(Mail mail) {
  exec::static_thread_pool pool(2);
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: destroying '{{.*}}::static_thread_pool' blocks the thread in coroutine 'learnAlone': it waits in its destructor until its threads end [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:28: note: instead: co_await the scope of the work with join(), and let the pool live longer
  co_return co_await stdexec::starts_on(pool.get_scheduler(), learn(mail));
}

exec::task<void> learnInScope(Mail mail, exec::static_thread_pool &pool, exec::async_scope &scope) {
  auto learnt = scope.spawn_future(stdexec::starts_on(pool.get_scheduler(), learn(mail)));
  co_await std::move(learnt);
  co_await scope.on_empty();
}
