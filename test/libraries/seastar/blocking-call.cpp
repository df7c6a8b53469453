// RUN: %check %s '--checks=-*,async-blocking-call' --args=-I%S/../../rules/packs/Inputs/seastar
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A key-value store on Seastar. All of a shard runs on one thread: coroutines,
// continuations, timers, and what other shards and threads hand to it.
#include <cstdlib>
#include <fstream>
#include <map>
#include <mutex>
#include <netdb.h>
#include <seastar/core/alien.hh>
#include <seastar/core/coroutine.hh>
#include <seastar/core/gate.hh>
#include <seastar/core/loop.hh>
#include <seastar/core/reactor.hh>
#include <seastar/core/semaphore.hh>
#include <seastar/core/sharded.hh>
#include <seastar/core/signal.hh>
#include <seastar/core/sleep.hh>
#include <seastar/core/timer.hh>
#include <seastar/coroutine/all.hh>
#include <seastar/coroutine/maybe_yield.hh>
#include <seastar/http/function_handlers.hh>
#include <seastar/util/closeable.hh>
#include <seastar/util/file.hh>
#include <string>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;
using seastar::future;

struct Table {
  std::map<std::string, std::string> rows;
  future<> load(std::string file);
  future<> stop();
  future<int> size();
};

// Files and sleeps.

future<> Table::load(std::string file) {
  std::ifstream in(file);
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: constructing 'std::ifstream' blocks the thread in coroutine 'Table::load': it opens a file on disk [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:17: note: instead: co_await seastar::open_file_dma(...), or seastar::util::read_entire_file
  co_await seastar::coroutine::maybe_yield();
}

future<> loadWithoutWaiting(Table &table, std::string file) {
  seastar::sstring text = co_await seastar::util::read_entire_file_contiguous(file);
  table.rows["text"] = text;
}

future<> retry(Table &table) {
  for (int attempt = 0; attempt < 3; ++attempt) {
    co_await table.load("rows");
    std::this_thread::sleep_for(100ms);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'std::this_thread::sleep_for' blocks the thread in coroutine 'retry': it sleeps until the time is over [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:5: note: instead: co_await seastar::sleep(...), or seastar::sleep_abortable
  }
}

future<> retryWithoutWaiting(Table &table) {
  for (int attempt = 0; attempt < 3; ++attempt) {
    co_await table.load("rows");
    co_await seastar::sleep(100ms);
  }
}

// A future's get() is for seastar::thread; elsewhere it ends the program.

future<int> total(Table &first, Table &second) {
  int sum = first.size().get();
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: call to 'seastar::future::get' blocks the thread in coroutine 'total': it waits for the future, which only a seastar::thread can do [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:26: note: instead: co_await the future
  co_return sum + co_await second.size();
}

int sizeNow(Table &table) { return table.size().get(); }
future<> report(Table &table) {
  int rows = sizeNow(table);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: call to 'sizeNow' blocks the thread in coroutine 'report': it reaches 'seastar::future::get', which waits for the future, which only a seastar::thread can do [async-blocking-call]
  table.rows["rows"] = std::to_string(rows);
  co_return;
}

future<int> both(Table &first, Table &second) {
  auto [a, b] = co_await seastar::coroutine::all([&] { return first.size(); },
                                                 [&] { return second.size(); });
  co_return a + b;
}

// Destructors that wait, and their asynchronous counterparts.

future<> compact(Table &table) {
  auto stop = seastar::deferred_stop(table);
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: destroying 'seastar::deferred_stop' blocks the thread in coroutine 'compact': it waits in its destructor for stop(), which only a seastar::thread can do [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:8: note: instead: co_await the object's stop(), or use seastar::with_stoppable
  co_await table.load("rows");
}

future<> compactAndStop(Table &table) {
  auto stop = seastar::deferred_stop(table);
  co_await table.load("rows");
  stop.cancel();
  co_await table.stop();
}

future<> compactWithin(Table table) {
  co_await seastar::with_stoppable(std::move(table),
                                   [](Table &table) { return table.load("rows"); });
}

// Continuations are code of the loop, too.

future<> flush(Table &table) {
  return table.size()
      .then([&table](int rows) {
        std::system("sync");
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: call to 'system' blocks the thread in a callback of the event loop: it runs a shell command and waits for its end [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:9: note: instead: co_await seastar::experimental::spawn_process(...), then its wait()
        return table.load("rows" + std::to_string(rows));
      })
      .finally([] {
        usleep(1000);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: call to 'usleep' blocks the thread in a callback of the event loop: it sleeps until the time is over [async-blocking-call]
      });
}

future<> flushWithoutWaiting(Table &table) {
  return table.size()
      .then([&table](int rows) { return table.load("rows" + std::to_string(rows)); })
      .finally([] { return seastar::sleep(1ms); });
}

future<> replay(Table &table, std::vector<std::string> files) {
  return seastar::do_for_each(files, [&table](const std::string &file) {
    if (access(file.c_str(), R_OK) != 0)
      return seastar::sleep(1ms);
    addrinfo *found = nullptr;
    getaddrinfo(file.c_str(), nullptr, nullptr, &found);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'getaddrinfo' blocks the thread in a callback of the event loop: it waits for a name server [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:5: note: instead: co_await seastar::net::dns::resolve_name(...)
    return table.load(file);
  });
}

// Another shard is another loop, and no place to block either.

future<> everywhere(seastar::sharded<Table> &tables) {
  co_await tables.invoke_on_all([](Table &table) {
    sleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'sleep' blocks the thread in a callback of the event loop: it sleeps until the time is over [async-blocking-call]
    return table.load("rows");
  });
  co_await seastar::smp::submit_to(1, [] {
    std::ofstream done("/tmp/done");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: constructing 'std::ofstream' blocks the thread in a callback of the event loop: it opens a file on disk [async-blocking-call]
  });
}

future<int> everywhereWithoutWaiting(seastar::sharded<Table> &tables) {
  co_await tables.invoke_on_all([](Table &table) { return table.load("rows"); });
  co_return co_await seastar::smp::submit_to(1, [] { return 7; });
}

// Timers, signals and handlers.

class Housekeeping {
public:
  Housekeeping() : tick([] { writeStatistics(); }) {
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: call to 'Housekeeping::writeStatistics' blocks the thread in a callback of the event loop: it reaches 'std::ofstream', which opens a file on disk [async-blocking-call]
    tick.arm(1s);
    count.set_callback([this] { ++ticks; });
    seastar::handle_signal(1, [] { sleep(1); });
// CHECK-MESSAGES: :[[@LINE-1]]:36: warning: call to 'sleep' blocks the thread in a callback of the event loop: it sleeps until the time is over [async-blocking-call]
  }

private:
  static void writeStatistics() { std::ofstream out("statistics"); }
  seastar::timer<> tick, count;
  int ticks = 0;
};

auto *statusPage() {
  return new seastar::httpd::function_handler(
      [](const seastar::http::request &request) -> std::string {
        addrinfo *found = nullptr;
        getaddrinfo(request.get_query_param("host").c_str(), "http", nullptr, &found);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: call to 'getaddrinfo' blocks the thread in a callback of the event loop: it waits for a name server [async-blocking-call]
        return found ? "up" : "down";
      },
      "txt");
}

auto *versionPage() {
  return new seastar::httpd::function_handler(
      [](const seastar::http::request &) -> std::string { return "7"; }, "txt");
}

// What has to block does it in a thread of its own, and reports back.

future<int> checksum(seastar::alien::instance &reactors, std::string file) {
  seastar::promise<int> done;
  std::thread worker([&reactors, &done, file] {
    std::ifstream in(file);
    int sum = in.get();
    seastar::alien::run_on(reactors, 0, [&done, sum]() noexcept { done.set_value(sum); });
  });
  int sum = co_await done.get_future();
  worker.join();
  co_return sum;
}

void reportBadly(seastar::alien::instance &reactors) {
  std::thread([&reactors] {
    sleep(1);
    seastar::alien::run_on(reactors, 0, []() noexcept {
      std::ofstream log("/var/log/store");
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: constructing 'std::ofstream' blocks the thread in a callback of the event loop: it opens a file on disk [async-blocking-call]
    });
  }).detach();
}

void note(std::string line) {
  if (!seastar::engine_is_ready())
    std::ofstream("/tmp/start.log") << line;
}

future<> limited(seastar::semaphore &slots, seastar::gate &running, Table &table) {
  auto holder = running.hold();
  auto units = co_await seastar::get_units(slots, 1);
  note("limited");
  co_await seastar::with_semaphore(slots, 1, [&table] { return table.load("rows"); });
}
