// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/libcoro '--checks=-*,async-unbounded-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A scanner on libcoro: how many tasks there are at once.
#include <coro/coro.hpp>
#include <memory>
#include <string>
#include <utility>
#include <vector>

coro::task<int> probe(std::string host);
coro::task<void> record(std::string host);
coro::task<void> recordAndRelease(std::string host, coro::semaphore<20> &places);
coro::task<void> serve(coro::net::tcp::client peer);

// What people write.

coro::task<void> probeAll(std::vector<std::string> hosts) {
  std::vector<coro::task<int>> probes;
  for (const std::string &host : hosts)
    probes.emplace_back(probe(host));
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: coroutine 'probeAll' collects 'probe' for every element of 'hosts': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: in this loop
// CHECK-MESSAGES: :[[@LINE+2]]:12: note: all are awaited at once here
// CHECK-MESSAGES: :[[@LINE-4]]:25: note: instead: co_await a coro::semaphore before each start, and release it at the end of the task
  co_await coro::when_all(std::move(probes));
}

coro::task<void> recordAll(std::vector<std::string> hosts, coro::thread_pool &pool) {
  for (const std::string &host : hosts)
    pool.spawn_detached(record(host));
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: coroutine 'recordAll' starts 'record' for every element of 'hosts': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: in this loop
// CHECK-MESSAGES: :[[@LINE-3]]:10: note: instead: co_await a coro::semaphore before each start, and release it at the end of the task
  co_return;
}

coro::task<void> recordQueue(coro::queue<std::string> &hosts, coro::task_group<coro::thread_pool> &group) {
  for (;;) {
    auto host = co_await hosts.pop();
    if (!host)
      break;
    (void)group.start(record(*host));
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: coroutine 'recordQueue' starts 'record' for every result of 'coro::queue::pop': nothing limits how many there are at once [async-unbounded-fan-out]
  }
  co_await group;
}

// A queue that takes everything bounds nothing.
coro::task<void> recordAndQueue(std::vector<std::string> hosts, coro::queue<std::string> &begun,
                                coro::thread_pool &pool) {
// CHECK-MESSAGES: :[[@LINE-2]]:91: warning: 'begun' has no limit: it grows while coroutine 'recordAndQueue' puts in more than others take out [async-unbounded-queue]
  for (const std::string &host : hosts) {
    (void)co_await begun.push(host);
    pool.spawn_detached(record(host));
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: coroutine 'recordAndQueue' starts 'record' for every element of 'hosts': nothing limits how many there are at once [async-unbounded-fan-out]
  }
}

coro::task<void> listen(coro::net::tcp::server server, std::unique_ptr<coro::scheduler> &scheduler) {
  for (;;) {
    auto peer = co_await server.accept();
    if (peer)
      scheduler->spawn_detached(serve(std::move(*peer)));
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: coroutine 'listen' starts 'serve' for every connection that 'coro::net::tcp::server::accept' gives: nothing limits how many there are at once [async-unbounded-accept-loop]
  }
}

// Good.

coro::task<void> withSemaphore(std::vector<std::string> hosts, coro::thread_pool &pool,
                               coro::semaphore<20> &places) {
  for (const std::string &host : hosts) {
    co_await places.acquire();
    pool.spawn_detached(recordAndRelease(host, places));
  }
}

coro::task<void> inTurn(std::vector<std::string> hosts, coro::thread_pool &pool) {
  for (const std::string &host : hosts) {
    co_await pool.schedule();
    co_await record(host);
  }
  for (const std::string &host : hosts)
    co_await pool.spawn_joinable(record(host));
}

coro::task<void> fixed(coro::thread_pool &pool) {
  for (int i = 0; i < 4; ++i)
    pool.spawn_detached(record("localhost"));
  co_await coro::when_all(probe("a"), probe("b"));
}

coro::task<void> withARing(std::vector<std::string> hosts, coro::ring_buffer<std::string, 16> &begun,
                           coro::thread_pool &pool) {
  for (const std::string &host : hosts) {
    (void)co_await begun.produce(host);
    pool.spawn_detached(record(host));
  }
}
