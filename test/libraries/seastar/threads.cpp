// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/seastar
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// seastar::async gives code a stack of its own, on the reactor's thread: there
// future::get() suspends, but what blocks the thread blocks the shard.
#include <filesystem>
#include <fstream>
#include <seastar/core/app-template.hh>
#include <seastar/core/coroutine.hh>
#include <seastar/core/sleep.hh>
#include <seastar/core/thread.hh>
#include <seastar/core/when_all.hh>
#include <seastar/coroutine/as_future.hh>
#include <seastar/util/closeable.hh>
#include <string>
#include <thread>

using namespace std::chrono_literals;
using seastar::future;

struct Journal {
  future<> open(std::string name);
  future<int> entries();
  future<> stop();
};

int replay(Journal &journal) { return journal.entries().get(); }

future<int> recover(Journal &journal) {
  return seastar::async([&journal] {
    journal.open("journal").get();
    auto stop = seastar::deferred_stop(journal);
    seastar::sleep(10ms).get();
    seastar::thread::maybe_yield();
    int count = replay(journal);
    std::filesystem::copy("journal", "journal.old");
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'std::filesystem::copy' blocks the thread in a callback of the event loop: it {{.*}} [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:5: note: instead: co_await seastar::open_file_dma(...), or seastar::util::read_entire_file
    return count;
  });
}

future<> recoverSlowly(Journal &journal) {
  return seastar::async([&journal] {
    while (journal.entries().get() > 0)
      std::this_thread::sleep_for(1s);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: call to 'std::this_thread::sleep_for' blocks the thread in a callback of the event loop: it sleeps until the time is over [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:7: note: instead: co_await seastar::sleep(...), or seastar::sleep_abortable
  });
}

seastar::thread watcher(Journal &journal) {
  return seastar::thread([&journal] {
    std::ofstream log("watched");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: constructing 'std::ofstream' blocks the thread in a callback of the event loop: it opens a file on disk [async-blocking-call]
    while (journal.entries().get() > 0)
      seastar::sleep(1s).get();
  });
}

// A future that is at hand as a value is ready.

future<int> entriesOrNone(Journal &journal) {
  future<int> entries = co_await seastar::coroutine::as_future(journal.entries());
  if (entries.failed()) {
    entries.ignore_ready_future();
    co_return 0;
  }
  co_return entries.get();
}

future<int> entriesOfBoth(Journal &first, Journal &second) {
  auto [one, other] = co_await seastar::when_all(first.entries(), second.entries());
  co_return one.get() + other.get();
}

future<int> entriesOrZero(Journal &journal) {
  return journal.entries().then_wrapped([](future<int> entries) {
    try {
      return entries.get();
    } catch (...) {
      return 0;
    }
  });
}

int main(int argc, char **argv) {
  seastar::app_template app;
  Journal journal;
  return app.run(argc, argv, [&journal] { return recoverSlowly(journal); });
}

future<> again(int argc, char **argv) {
  seastar::app_template app;
  app.run(argc, argv, [] { return seastar::sleep(1s); });
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: call to 'seastar::app_template::run' blocks the thread in coroutine 'again': it starts the reactors and runs them until the program ends [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:7: note: instead: co_await the work itself; the reactor already runs
  co_return;
}
