// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/stdexec '--checks=-*,async-unbounded-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A spam filter on stdexec: how many tasks there are at once.
#include <exec/async_scope.hpp>
#include <exec/start_detached.hpp>
#include <exec/static_thread_pool.hpp>
#include <exec/task.hpp>
#include <stdexec/execution.hpp>
#include <string>
#include <utility>
#include <vector>

exec::task<void> filter(std::string mail);
exec::task<int> score(std::string mail);

// What people write.

exec::task<void> filterAll(std::vector<std::string> mails, exec::static_thread_pool &pool) {
  exec::async_scope scope;
  for (const std::string &mail : mails)
    scope.spawn(stdexec::starts_on(pool.get_scheduler(), filter(mail)));
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: coroutine 'filterAll' starts 'filter' for every element of 'mails': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: in this loop
// CHECK-MESSAGES: :[[@LINE-3]]:11: note: instead: let as many senders as are wanted take one element after the other
  co_await scope.on_empty();
}

exec::task<void> filterAndForget(std::vector<std::string> mails) {
  for (const std::string &mail : mails)
    exec::start_detached(filter(mail));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'filterAndForget' starts 'filter' for every element of 'mails': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: in this loop
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: instead: let as many senders as are wanted take one element after the other
  co_return;
}

// Good.

exec::task<void> filterInTurn(std::vector<std::string> mails, exec::static_thread_pool &pool) {
  for (const std::string &mail : mails)
    co_await stdexec::starts_on(pool.get_scheduler(), filter(mail));
}

exec::task<void> filterBoth() { co_await stdexec::when_all(score("one"), score("two")); }

exec::task<void> scopeForEach(std::vector<std::string> mails) {
  for (const std::string &mail : mails) {
    exec::async_scope scope;
    scope.spawn(filter(mail));
    scope.spawn(filter(mail + " again"));
    co_await scope.on_empty();
  }
}
