// RUN: %check %s '--checks=-*,async-blocking-call' --args=-I%S/../../rules/packs/Inputs/cppcoro
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// cppcoro: what blocks its io_service, and what does not.
#include <algorithm>
#include <chrono>
#include <cppcoro/async_generator.hpp>
#include <cppcoro/async_latch.hpp>
#include <cppcoro/async_manual_reset_event.hpp>
#include <cppcoro/async_mutex.hpp>
#include <cppcoro/async_scope.hpp>
#include <cppcoro/fmap.hpp>
#include <cppcoro/generator.hpp>
#include <cppcoro/io_service.hpp>
#include <cppcoro/net/socket.hpp>
#include <cppcoro/read_only_file.hpp>
#include <cppcoro/resume_on.hpp>
#include <cppcoro/schedule_on.hpp>
#include <cppcoro/static_thread_pool.hpp>
#include <cppcoro/sync_wait.hpp>
#include <cppcoro/task.hpp>
#include <cppcoro/when_all.hpp>
#include <fstream>
#include <netdb.h>
#include <string>
#include <thread>

using namespace std::chrono_literals;
using cppcoro::task;

// A server that slows itself down, and one that does not.
task<> echo(cppcoro::net::socket &client) {
  char data[1024];
  while (auto size = co_await client.recv(data, sizeof data)) {
    std::this_thread::sleep_for(1ms);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'std::this_thread::sleep_for' blocks the thread in coroutine 'echo': it sleeps until the time is over [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:5: note: instead: co_await ioService.schedule_after(...)
    co_await client.send(data, size);
  }
}

task<> echoSlowly(cppcoro::io_service &ioService,
                  cppcoro::net::socket &client) {
  char data[1024];
  while (auto size = co_await client.recv(data, sizeof data)) {
    co_await ioService.schedule_after(1ms);
    co_await client.send(data, size);
  }
}

task<> listen(cppcoro::io_service &ioService) {
  cppcoro::async_scope connections;
  auto listening = cppcoro::net::socket::create_tcpv4(ioService);
  listening.listen();
  for (int client = 0; client < 100; ++client) {
    auto accepted = cppcoro::net::socket::create_tcpv4(ioService);
    co_await listening.accept(accepted);
    connections.spawn(echoSlowly(ioService, accepted));
  }
  co_await connections.join();
}

// The usual main: a coroutine that is nothing but the loop.
int main() {
  cppcoro::io_service ioService;
  cppcoro::sync_wait(cppcoro::when_all(
      [&]() -> task<> {
        cppcoro::io_work_scope scope(ioService);
        co_await listen(ioService);
      }(),
      [&]() -> task<> {
        ioService.process_events();
        co_return;
      }()));
}

// The loop, and bridges, inside of a coroutine.
task<int> answer() { co_return 42; }

task<int> doubled() {
  int once = cppcoro::sync_wait(answer());
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: call to 'cppcoro::sync_wait' blocks the thread in coroutine 'doubled': it waits until the coroutine is done [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:14: note: instead: co_await the work itself
  co_return 2 * once;
}

task<int> doubledAwaited() { co_return 2 * co_await answer(); }

task<> waitForEvents(cppcoro::io_service &ioService) {
  co_await ioService.schedule();
  ioService.process_one_event();
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'cppcoro::io_service::process_one_event' blocks the thread in coroutine 'waitForEvents': it waits until an event loop has something to do [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:13: note: instead: co_await the work itself; the io_service already runs
}

task<double> dotProduct(cppcoro::static_thread_pool &pool, const double *a,
                        const double *b, std::size_t count);

task<double> meanOnOwnPool(const double *a, const double *b, std::size_t n) {
  cppcoro::static_thread_pool pool(4);
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: destroying 'cppcoro::static_thread_pool' blocks the thread in coroutine 'meanOnOwnPool': it waits in its destructor until the pool's threads end [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:31: note: instead: co_await schedule_on(threadPool, work)
  double sum = co_await dotProduct(pool, a, b, n);
  co_return sum / static_cast<double>(n);
}

double meanOfMain(const double *a, const double *b, std::size_t n) {
  cppcoro::static_thread_pool pool(4);
  return cppcoro::sync_wait(dotProduct(pool, a, b, n)) / static_cast<double>(n);
}

// Names: looked up on the loop, and on a pool in four ways.
static addrinfo *lookUp(const std::string &host) {
  addrinfo *found = nullptr;
  getaddrinfo(host.c_str(), "http", nullptr, &found);
  return found;
}

task<addrinfo *> resolve(std::string host) {
  co_return lookUp(host);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'lookUp' blocks the thread in coroutine 'resolve': it reaches 'getaddrinfo', which {{.*}} [async-blocking-call]
// CHECK-NOTES: :{{[0-9]+}}:3: note: 'lookUp' calls 'getaddrinfo' here
// CHECK-NOTES: :[[@LINE-3]]:13: note: instead: co_await schedule_on(threadPool, work)
}

task<addrinfo *> hop(cppcoro::static_thread_pool &pool, std::string host) {
  co_await pool.schedule();
  co_return lookUp(host);
}

task<addrinfo *> lookUpTask(std::string host) { co_return lookUp(host); }

task<addrinfo *> offload(cppcoro::static_thread_pool &pool, std::string host) {
  co_return co_await schedule_on(pool, lookUpTask(host));
}

task<addrinfo *> lookUpPiped(std::string host) { co_return lookUp(host); }

task<addrinfo *> pipe(cppcoro::static_thread_pool &pool,
                      cppcoro::io_service &ioService, std::string host) {
  co_return co_await (lookUpPiped(host) | cppcoro::schedule_on(pool) |
                      cppcoro::resume_on(ioService));
}

// What was awaited on the pool has left the coroutine there.
task<addrinfo *> stay(cppcoro::static_thread_pool &pool, std::string host) {
  co_await cppcoro::schedule_on(pool, answer());
  co_return lookUp(host);
}

task<addrinfo *> comeBack(cppcoro::static_thread_pool &pool,
                          cppcoro::io_service &ioService, std::string host) {
  co_await pool.schedule();
  co_await ioService.schedule();
  co_return lookUp(host);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'lookUp' blocks the thread in coroutine 'comeBack': it reaches 'getaddrinfo', which {{.*}} [async-blocking-call]
// CHECK-NOTES: :{{[0-9]+}}:3: note: 'lookUp' calls 'getaddrinfo' here
// CHECK-NOTES: :[[@LINE-3]]:13: note: instead: {{.*}}
}

task<addrinfo *> resumed(cppcoro::static_thread_pool &pool,
                         cppcoro::io_service &ioService, std::string host) {
  co_await pool.schedule();
  co_await cppcoro::resume_on(ioService, answer());
  co_return lookUp(host);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'lookUp' blocks the thread in coroutine 'resumed': it reaches 'getaddrinfo', which {{.*}} [async-blocking-call]
// CHECK-NOTES: :{{[0-9]+}}:3: note: 'lookUp' calls 'getaddrinfo' here
// CHECK-NOTES: :[[@LINE-3]]:13: note: instead: {{.*}}
}

task<addrinfo *> onLoop(cppcoro::io_service &ioService, std::string host) {
  co_return co_await schedule_on(ioService, resolve(host));
}

// What is done with a result runs where it was awaited.
task<std::string> firstLine() {
  co_return co_await cppcoro::fmap(
      [](int number) {
        std::ifstream file(std::to_string(number));
        return std::string();
      },
      answer());
// CHECK-MESSAGES: :[[@LINE-4]]:23: warning: constructing 'std::ifstream' blocks the thread in coroutine 'firstLine': it opens a file on disk [async-blocking-call]
// CHECK-NOTES: :[[@LINE-5]]:23: note: instead: co_await schedule_on(threadPool, work), or read() of a cppcoro::read_only_file
}

task<std::string> number() {
  co_return co_await cppcoro::fmap([](int n) { return std::to_string(n); },
                                   answer());
}

// Files, locks and events of the library are awaited.
task<int> countLines(cppcoro::io_service &ioService, std::string path) {
  auto file = cppcoro::read_only_file::open(ioService, path);
  char data[4096];
  int lines = 0;
  for (std::uint64_t at = 0, size = file.size(); at < size;) {
    auto read = co_await file.read(at, data, sizeof data);
    at += read;
    lines += static_cast<int>(std::count(data, data + read, '\n'));
  }
  co_return lines;
}

task<> append(cppcoro::async_mutex &mutex, std::string &all,
              cppcoro::async_latch &done) {
  auto lock = co_await mutex.scoped_lock_async();
  all += "line";
  done.count_down();
  co_await done;
}

cppcoro::generator<std::string> lines(std::string path) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);)
    co_yield line;
}

cppcoro::async_generator<int> ticks(cppcoro::io_service &ioService) {
  for (int tick = 0;; ++tick) {
    co_await ioService.schedule_after(1s);
    co_yield tick;
  }
}
