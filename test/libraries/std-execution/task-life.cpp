// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/std-execution
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A backup tool on C++26's senders, as beman::execution has them for C++23: all of
// them do nothing before they are awaited or spawned.
#include <beman/execution/execution.hpp>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ex = beman::execution;

ex::task<long> upload(std::string volume);
ex::task<void> note(std::string line);

// What people write.

ex::task<long> backup(std::string volume, ex::parallel_scheduler pool) {
  note("backing up " + volume);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'note' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await it
  auto again = upload(volume);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'upload', kept in 'again', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE+4]]:12: note: this condition is true
// CHECK-MESSAGES: :[[@LINE+4]]:5: note: 'again' is lost at this 'co_return'
  ex::schedule(pool);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'beman::execution::schedule' is never awaited: it never runs [async-unawaited-task]
  if (long size = co_await upload(volume))
    co_return size;
  co_return co_await std::move(again);
}

ex::task<void> backupBoth() {
  ex::when_all(upload("one"), upload("two"));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'beman::execution::when_all' is never awaited: it never runs [async-unawaited-task]
  auto both = ex::when_all_with_variant(upload("three"), upload("four"));
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the operation from 'beman::execution::when_all_with_variant', kept in 'both', is never awaited: it never runs [async-unawaited-task]
  co_await note("backed up");
}

ex::task<void> backupAll(std::vector<std::string> volumes) {
  std::vector<ex::task<long>> uploads;
  for (const auto &volume : volumes)
    uploads.push_back(upload(volume));
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: the task from 'upload', kept in 'uploads', is never awaited: it never runs [async-unawaited-task]
  co_await note("all is backed up");
}

ex::task<void> startAll(ex::counting_scope &scope) {
  ex::spawn_future(upload("one"), scope.get_token());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'beman::execution::spawn_future' is dropped: dropping the future asks the work to stop [async-dropped-task-handle]
  auto uploading = ex::spawn_future(upload("two"), scope.get_token());
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the future from 'beman::execution::spawn_future', kept in 'uploading', is never used: dropping the future asks the work to stop [async-dropped-task-handle]
  ex::associate(upload("three"), scope.get_token());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'beman::execution::associate' is never awaited: it never runs [async-unawaited-task]
  co_await scope.join();
}

ex::task<void> noteTwice(std::string line) {
  auto noting = note(line);
  co_await std::move(noting);
  co_await std::move(noting);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'noting' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: first awaited here
}

void onVolume(std::vector<std::function<void(int)>> &handlers) {
  note("a volume");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'note' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: return it, or start it on the event loop
  handlers.push_back([](int volume) -> ex::task<void> { co_await note(std::to_string(volume)); });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void (int)>' drops the task that this lambda returns: it never runs [async-erased-task]
// CHECK-MESSAGES: :[[@LINE-2]]:22: note: instead: give it an ordinary function that starts the task
  handlers.push_back([](int volume) { return upload(std::to_string(volume)); });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void (int)>' drops the task that this lambda returns: it never runs [async-erased-task]
}

// What is right.

ex::task<long> backupInOrder(std::string volume, ex::parallel_scheduler pool) {
  co_await note("backing up " + volume);
  auto again = upload(volume);
  co_await ex::schedule(pool);
  long size = co_await upload(volume);
  co_return size + co_await std::move(again);
}

ex::task<void> backupTogether(ex::parallel_scheduler pool) {
  auto both = ex::when_all(upload("one"), upload("two"));
  co_await std::move(both);
  auto third = upload("three");
  co_await ex::starts_on(pool, std::move(third));
  auto fourth = ex::on(pool, upload("four"));
  co_await std::move(fourth);
  co_await (ex::just(5L) | ex::then([](long size) { return size + 1; }));
}

ex::task<void> backupEverything(std::vector<std::string> volumes) {
  std::vector<ex::task<long>> uploads;
  for (const auto &volume : volumes)
    uploads.push_back(upload(volume));
  for (auto &each : uploads)
    co_await std::move(each);
}

// What is spawned into a scope is waited for there.
ex::task<void> startAllInScope(ex::counting_scope &scope) {
  ex::spawn(ex::upon_error(note("one"), [](auto) noexcept {}), scope.get_token());
  auto uploading = ex::spawn_future(upload("two"), scope.get_token());
  auto owned = ex::associate(upload("three"), scope.get_token());
  co_await std::move(uploading);
  co_await std::move(owned);
  scope.request_stop();
  co_await scope.join();
}

ex::task<void> ifNew(bool isNew) {
  std::optional<ex::task<void>> noting;
  if (isNew)
    noting.emplace(note("new"));
  if (noting)
    co_await std::move(*noting);
}

// No coroutine: its caller awaits.
ex::task<long> backupHome() { return upload("/home"); }

void onVolumeInOrder(std::vector<std::function<void(int)>> &handlers, ex::counting_scope &scope) {
  handlers.push_back([&scope](int) {
    ex::spawn(ex::upon_error(note("a volume"), [](auto) noexcept {}), scope.get_token());
  });
  handlers.push_back([](int volume) { ex::sync_wait(note(std::to_string(volume))); });
  std::function<ex::task<void>(std::string)> notes = note;
  ex::sync_wait(notes("a volume"));
}

int main() {
  auto uploading = backupHome();
  auto [size] = ex::sync_wait(std::move(uploading)).value();
  return size == 0;
}
