// RUN: %check %s '--checks=-*,async-blocking-call' --args=-I%S/../../rules/packs/Inputs/libunifex
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A photo importer on libunifex: a task runs on the scheduler it was started
// on, until it goes to another one.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <string>
#include <thread>
#include <unifex/async_manual_reset_event.hpp>
#include <unifex/async_mutex.hpp>
#include <unifex/async_scope.hpp>
#include <unifex/inline_scheduler.hpp>
#include <unifex/just.hpp>
#include <unifex/manual_event_loop.hpp>
#include <unifex/new_thread_context.hpp>
#include <unifex/on.hpp>
#include <unifex/scheduler_concepts.hpp>
#include <unifex/single_thread_context.hpp>
#include <unifex/static_thread_pool.hpp>
#include <unifex/sync_wait.hpp>
#include <unifex/task.hpp>
#include <unifex/then.hpp>
#include <unifex/timed_single_thread_context.hpp>
#include <unifex/when_all.hpp>

using namespace std::chrono_literals;

struct Photo {
  std::string name;
};

int thumbnail(const Photo &photo) {
  std::ifstream in(photo.name);
  return in.get();
}

unifex::task<int> fetch(Photo photo);

// Sleeping and reading.

unifex::task<int> import(Photo photo) {
  int size = co_await fetch(photo);
  while (size == 0) {
    std::this_thread::sleep_for(10ms);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'std::this_thread::sleep_for' blocks the thread in coroutine 'import': it sleeps until the time is over [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:5: note: instead: co_await unifex::schedule_after(scheduler, ...)
    size = co_await fetch(photo);
  }
  co_return size + thumbnail(photo);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: call to 'thumbnail' blocks the thread in coroutine 'import': it reaches 'std::ifstream', which opens a file on disk, and 1 more [async-blocking-call]
}

unifex::task<int> importLater(Photo photo, unifex::timed_single_thread_context &timers) {
  co_await unifex::schedule_after(timers.get_scheduler(), 10ms);
  co_return co_await fetch(photo);
}

// sync_wait is for main().

unifex::task<int> importTwo(Photo first, Photo second) {
  int size = unifex::sync_wait(fetch(first)).value();
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: call to {{.*}} blocks the thread in coroutine 'importTwo': it runs a loop of its own until the sender is done [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:14: note: instead: co_await the sender itself
  unifex::sync_wait_r<int>(fetch(second));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to {{.*}} blocks the thread in coroutine 'importTwo': it runs a loop of its own until the sender is done [async-blocking-call]
  co_return size;
}

unifex::task<void> importBoth(Photo first, Photo second) {
  auto sizes = co_await unifex::when_all(fetch(first), fetch(second));
  (void)sizes;
  co_await unifex::schedule();
}

int main() {
  return unifex::sync_wait(import({"cover"})).value_or(1);
}

unifex::task<void> serve(unifex::manual_event_loop &loop) {
  loop.run();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to 'unifex::manual_event_loop::run' blocks the thread in coroutine 'serve': it runs an event loop until somebody stops it [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:8: note: instead: co_await the sender itself; the loop already runs
  co_return;
}

// A task that went to a pool may block, until it goes back to a loop.

unifex::task<int> scale(Photo photo, unifex::static_thread_pool &pool,
                        unifex::manual_event_loop &main) {
  co_await unifex::schedule(pool.get_scheduler());
  int size = thumbnail(photo);
  co_await fetch(photo);
  size += thumbnail(photo);
  co_await unifex::schedule(main.get_scheduler());
  co_return size + thumbnail(photo);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: call to 'thumbnail' blocks the thread in coroutine 'scale': it reaches 'std::ifstream', which opens a file on disk, and 1 more [async-blocking-call]
}

unifex::task<int> scaleOn(Photo photo, unifex::static_thread_pool::scheduler workers) {
  co_await unifex::schedule(workers);
  co_return thumbnail(photo);
}

unifex::task<int> scaleAlone(Photo photo, unifex::single_thread_context &disk) {
  co_await unifex::schedule(disk.get_scheduler());
  co_return thumbnail(photo);
}

unifex::task<int> scaleHere(Photo photo) {
  co_await unifex::schedule(unifex::inline_scheduler());
  co_return thumbnail(photo);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'thumbnail' blocks the thread in coroutine 'scaleHere': it reaches 'std::ifstream', which opens a file on disk, and 1 more [async-blocking-call]
}

unifex::task<int> scaleOnTimers(Photo photo, unifex::timed_single_thread_context &timers) {
  co_await unifex::schedule(timers.get_scheduler());
  co_return thumbnail(photo);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'thumbnail' blocks the thread in coroutine 'scaleOnTimers': it reaches 'std::ifstream', which opens a file on disk, and 1 more [async-blocking-call]
}

// What is only ever started on a pool may block as well.

unifex::task<int> unpack(Photo photo) { co_return thumbnail(photo); }

unifex::task<int> unpackBoth(Photo first, Photo second, unifex::new_thread_context &threads,
                             unifex::static_thread_pool &pool) {
  int size = co_await unifex::on(threads.get_scheduler(), unpack(first));
  auto workers = pool.get_scheduler();
  co_return size + co_await unifex::on(workers, unpack(second));
}

unifex::task<int> index(Photo photo) {
  co_return thumbnail(photo);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'thumbnail' blocks the thread in coroutine 'index': it reaches 'std::ifstream', which opens a file on disk, and 1 more [async-blocking-call]
}

unifex::task<int> indexOnTimers(Photo photo, unifex::timed_single_thread_context &timers) {
  co_return co_await unifex::on(timers.get_scheduler(), index(photo));
}

unifex::task<int> measure(Photo photo, unifex::static_thread_pool &pool) {
  co_return co_await unifex::on(
      pool.get_scheduler(), unifex::just(1) | unifex::then([](int) {
                              return int(std::filesystem::file_size("cover"));
                            }));
}

// Work in a scope.

unifex::task<void> tidyUp(unifex::async_scope &scope, unifex::static_thread_pool &pool,
                          unifex::timed_single_thread_context &timers) {
  scope.detached_spawn_call_on(pool.get_scheduler(),
                               []() noexcept { std::filesystem::remove_all("old"); });
  scope.detached_spawn_call_on(timers.get_scheduler(),
                               []() noexcept { std::filesystem::remove_all("old"); });
// CHECK-MESSAGES: :[[@LINE-1]]:48: warning: call to 'std::filesystem::remove_all' blocks the thread in a callback of the event loop: it {{.*}} [async-blocking-call]
  co_await scope.complete();
}

// Contexts join their threads when they go.

unifex::task<int> unpackAlone(Photo photo) {
  unifex::single_thread_context disk;
// CHECK-MESSAGES: :[[@LINE-1]]:33: warning: destroying 'unifex::single_thread_context' blocks the thread in coroutine 'unpackAlone': it waits in its destructor until its threads end [async-blocking-call]
  unifex::timed_single_thread_context timers;
// CHECK-MESSAGES: :[[@LINE-1]]:39: warning: destroying 'unifex::timed_single_thread_context' blocks the thread in coroutine 'unpackAlone': it waits in its destructor until its threads end [async-blocking-call]
  co_return co_await unifex::on(disk.get_scheduler(), unpack(photo));
}

// Locks and events of the library are awaited.

unifex::task<void> add(int &total, unifex::async_mutex &mutex,
                       unifex::async_manual_reset_event &started, std::mutex &tiny) {
  co_await started.async_wait();
  co_await mutex.async_lock();
  ++total;
  mutex.unlock();
  std::lock_guard guard(tiny);
  ++total;
}
