// RUN: %check %s '--checks=-*,async-blocking-call' --args=-I%S/../../rules/packs/Inputs/std-execution
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A backup tool on C++26's senders, as beman::execution has them for C++23.
#include <beman/execution/execution.hpp>
#include <chrono>
#include <filesystem>
#include <string>
#include <thread>

namespace ex = beman::execution;

struct Volume {
  std::string path;
};

long pack(const Volume &volume) {
  std::filesystem::copy(volume.path, "/backup");
  return 1;
}

ex::task<long> upload(Volume volume);

ex::task<long> backup(Volume volume) {
  long size = co_await upload(volume);
  while (size == 0) {
    std::this_thread::sleep_for(std::chrono::seconds(1));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'std::this_thread::sleep_for' blocks the thread in coroutine 'backup': it sleeps until the time is over [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:5: note: instead: co_await a timer sender of the context that runs the task
    size = co_await upload(volume);
  }
  co_return size + pack(volume);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: call to 'pack' blocks the thread in coroutine 'backup': it reaches 'std::filesystem::copy', which {{.*}} [async-blocking-call]
// CHECK-MESSAGES: note: instead: co_await starts_on(get_parallel_scheduler(), ...)
}

// sync_wait is for main().

ex::task<long> backupTwo(Volume first, Volume second) {
  auto [size] = ex::sync_wait(upload(first)).value();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: call to {{.*}} blocks the thread in coroutine 'backupTwo': it runs a loop of its own until the sender is done [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:17: note: instead: co_await the sender itself
  co_return size + co_await upload(second);
}

ex::task<void> backupBoth(Volume first, Volume second) {
  auto sizes = co_await ex::when_all(upload(first), upload(second));
  (void)sizes;
}

int main() {
  auto [size] = ex::sync_wait(backup({"/home"})).value();
  return size == 0;
}

ex::task<void> serve(ex::run_loop &loop) {
  loop.run();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to 'beman::execution::run_loop::run' blocks the thread in coroutine 'serve': it runs an event loop until somebody finishes it [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:8: note: instead: co_await the sender itself; the loop already runs
  co_return;
}

// What is only ever started on a pool may block.

ex::task<long> packOne(Volume volume) { co_return pack(volume); }

ex::task<long> packBoth(Volume first, Volume second, ex::parallel_scheduler pool) {
  long size = co_await ex::starts_on(pool, packOne(first));
  auto workers = ex::get_parallel_scheduler();
  co_return size + co_await ex::on(workers, packOne(second));
}

ex::task<long> packInside(Volume volume, ex::parallel_scheduler pool) {
  co_return co_await ex::starts_on(pool, ex::just(1L) | ex::then([](long) {
                                           std::filesystem::remove_all("/backup");
                                           return 1L;
                                         }));
}

// A scheduler of a loop is no such place, nor is the inline one.

ex::task<long> packHere(Volume volume) {
  co_return pack(volume);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'pack' blocks the thread in coroutine 'packHere': it reaches 'std::filesystem::copy', which {{.*}} [async-blocking-call]
}

ex::task<long> packOnLoop(Volume volume, ex::run_loop &loop) {
  co_return co_await ex::starts_on(loop.get_scheduler(), packHere(volume));
}

// An awaited schedule() comes back.

ex::task<long> packAfter(Volume volume, ex::parallel_scheduler pool) {
  co_await ex::schedule(pool);
  co_return pack(volume);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'pack' blocks the thread in coroutine 'packAfter': it reaches 'std::filesystem::copy', which {{.*}} [async-blocking-call]
}

ex::task<void> stop(ex::counting_scope &scope) {
  scope.request_stop();
  co_await scope.join();
}
