// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/libunifex
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A photo importer on libunifex: a task runs when it is awaited or spawned, who
// drops a future asks its work to stop, and an error of detached work ends the
// program.
#include <chrono>
#include <functional>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <unifex/async_mutex.hpp>
#include <unifex/async_scope.hpp>
#include <unifex/detach_on_cancel.hpp>
#include <unifex/just.hpp>
#include <unifex/nest.hpp>
#include <unifex/on.hpp>
#include <unifex/scheduler_concepts.hpp>
#include <unifex/spawn_detached.hpp>
#include <unifex/spawn_future.hpp>
#include <unifex/static_thread_pool.hpp>
#include <unifex/stop_when.hpp>
#include <unifex/sync_wait.hpp>
#include <unifex/task.hpp>
#include <unifex/then.hpp>
#include <unifex/timed_single_thread_context.hpp>
#include <unifex/when_all.hpp>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using unifex::task;

task<int> fetch(std::string photo);
task<void> store(std::string photo, int size);

// What people write.

task<int> import(std::string photo, unifex::timed_single_thread_context &timers) {
  store(photo, 0);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'store' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await it
  auto again = fetch(photo);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'fetch', kept in 'again', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE+6]]:11: note: this condition is true
// CHECK-MESSAGES: :[[@LINE+6]]:5: note: 'again' is lost at this 'co_return'
  unifex::schedule_after(timers.get_scheduler(), 10ms);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'unifex::_schedule_after::schedule_after' is never awaited: it never runs [async-unawaited-task]
  unifex::schedule(timers.get_scheduler());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'unifex::schedule' is never awaited: it never runs [async-unawaited-task]
  if (int size = co_await fetch(photo))
    co_return size;
  co_return co_await std::move(again);
}

task<void> importBoth() {
  unifex::when_all(fetch("one"), fetch("two"));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'unifex::when_all' is never awaited: it never runs [async-unawaited-task]
  auto first = unifex::stop_when(fetch("three"), fetch("four"));
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the operation from 'unifex::stop_when', kept in 'first', is never awaited: it never runs [async-unawaited-task]
  co_await store("five", 5);
}

task<void> count(unifex::async_mutex &mutex, int &photos) {
  mutex.async_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the lock from 'unifex::async_mutex::async_lock' is never awaited: nothing is locked [async-unawaited-guard]
  ++photos;
  mutex.unlock();
  auto locking = mutex.async_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: the lock from 'unifex::async_mutex::async_lock', kept in 'locking', is never awaited: nothing is locked [async-unawaited-guard]
  ++photos;
  co_return;
}

task<void> importAll(std::vector<std::string> photos) {
  std::vector<task<int>> fetching;
  for (const auto &photo : photos)
    fetching.push_back(fetch(photo));
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: the task from 'fetch', kept in 'fetching', is never awaited: it never runs [async-unawaited-task]
  co_await store("all", 0);
}

task<void> scan(std::string photo) {
  if (photo.empty())
    throw std::invalid_argument("no photo");
  co_await store(photo, 1);
}

task<void> scanAll(unifex::async_scope &scope, unifex::static_thread_pool &pool) {
  scope.spawn(scan("one"));
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the future from 'unifex::_async_scope::async_scope::spawn' is dropped: dropping the future asks the work to stop [async-dropped-task-handle]
  auto scanning = scope.spawn_on(pool.get_scheduler(), scan("two"));
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the future from 'unifex::_async_scope::async_scope::spawn_on', kept in 'scanning', is never used: dropping the future asks the work to stop [async-dropped-task-handle]
  unifex::spawn_future(scan("three"), scope);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'unifex::spawn_future' is dropped: dropping the future asks the work to stop [async-dropped-task-handle]
  scope.detached_spawn(scan("four"));
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'scan' is started by 'unifex::_async_scope::async_scope::detached_spawn' and nobody sees its errors: an error ends the program [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-13]]:5: note: this exception leaves 'scan'
// CHECK-MESSAGES: :[[@LINE-3]]:9: note: instead: handle its errors inside of it, or keep what tells how it ends
  scope.detached_spawn_on(pool.get_scheduler(), scan("five"));
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'scan' is started by 'unifex::_async_scope::async_scope::detached_spawn_on' and nobody sees its errors: an error ends the program [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-17]]:5: note: this exception leaves 'scan'
  unifex::spawn_detached(scan("six"), scope);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'scan' is started by 'unifex::spawn_detached' and nobody sees its errors: an error ends the program [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-20]]:5: note: this exception leaves 'scan'
  scope.attach(scan("seven"));
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'unifex::_async_scope::async_scope::attach' is never awaited: it never runs [async-unawaited-task]
  unifex::nest(scan("eight"), scope);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'unifex::_nest_cpo::nest' is never awaited: it never runs [async-unawaited-task]
  co_await scope.complete();
}

task<void> storeTwice(std::string photo) {
  auto storing = store(photo, 2);
  co_await std::move(storing);
  co_await std::move(storing);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'storing' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: first awaited here
}

void onPhoto(std::vector<std::function<void(int)>> &handlers) {
  store("photo", 1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'store' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: return it, or start it on the event loop
  handlers.push_back([](int size) -> task<void> { co_await store("photo", size); });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void (int)>' drops the task that this lambda returns: it never runs [async-erased-task]
// CHECK-MESSAGES: :[[@LINE-2]]:22: note: instead: give it an ordinary function that starts the task
  handlers.push_back([](int size) { return store("photo", size); });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void (int)>' drops the task that this lambda returns: it never runs [async-erased-task]
}

// What is right.

task<int> importOnce(std::string photo, unifex::timed_single_thread_context &timers) {
  co_await store(photo, 0);
  auto again = fetch(photo);
  co_await unifex::schedule_after(timers.get_scheduler(), 10ms);
  co_await unifex::schedule(timers.get_scheduler());
  int size = co_await fetch(photo);
  co_return size + co_await std::move(again);
}

task<void> importTogether(unifex::static_thread_pool &pool) {
  auto both = unifex::when_all(fetch("one"), fetch("two"));
  co_await std::move(both);
  co_await unifex::stop_when(fetch("three"), fetch("four"));
  auto fetching = fetch("five");
  co_await unifex::on(pool.get_scheduler(), std::move(fetching));
  co_await unifex::detach_on_cancel(scan("six"));
  co_await (unifex::just(7) | unifex::then([](int size) { return size + 1; }));
}

task<void> countInTurn(unifex::async_mutex &mutex, int &photos) {
  co_await mutex.async_lock();
  ++photos;
  mutex.unlock();
  if (mutex.try_lock())
    mutex.unlock();
}

task<void> importEverything(std::vector<std::string> photos) {
  std::vector<task<int>> fetching;
  for (const auto &photo : photos)
    fetching.push_back(fetch(photo));
  for (auto &each : fetching)
    co_await std::move(each);
}

task<void> scanCarefully(std::string photo) {
  try {
    co_await scan(photo);
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
  }
}

task<void> scanAllCarefully(unifex::async_scope &scope, unifex::static_thread_pool &pool) {
  scope.detached_spawn(scanCarefully("one"));
  scope.detached_spawn_on(pool.get_scheduler(), scanCarefully("two"));
  unifex::spawn_detached(scanCarefully("three"), scope);
  auto scanning = scope.spawn(scan("four"));
  co_await std::move(scanning);
  co_await unifex::spawn_future(scan("five"), scope);
  co_await scope.attach(scan("six"));
  auto nested = unifex::nest(scan("seven"), scope);
  co_await std::move(nested);
  co_await scope.complete();
}

task<void> ifNew(bool isNew) {
  std::optional<task<void>> storing;
  if (isNew)
    storing.emplace(store("new", 1));
  if (storing)
    co_await std::move(*storing);
}

// No coroutine: its caller awaits.
task<int> fetchCover() { return fetch("cover"); }

void onPhotoInOrder(std::vector<std::function<void(int)>> &handlers, unifex::async_scope &scope) {
  handlers.push_back([&scope](int size) { scope.detached_spawn(store("photo", size)); });
  handlers.push_back([](int size) { unifex::sync_wait(store("photo", size)); });
  std::function<task<void>(std::string)> scans = scanCarefully;
  scope.detached_spawn(scans("photo"));
}

int main() {
  auto fetching = fetchCover();
  return unifex::sync_wait(std::move(fetching)).value_or(1);
}
