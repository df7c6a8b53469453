// RUN: %check %s '--checks=-*,async-unbounded-*' --config=async-unbounded-fan-out.ReportCounts=true --config=async-unbounded-fan-out.BoundedDomains=mount,disk --config=async-unbounded-fan-out.BoundingFunctions=own::source::*,own::scope::spawn --config=async-unbounded-accept-loop.BoundingFunctions=own::source::next
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What only the project knows: its domains, its functions, its numbers.
#include "Inputs/fan_out.h"

own::lazy<> serve(own::connection peer);

own::lazy<> counts(int count) {
  for (int i = 0; i < count; ++i)
    own::spawn(work(std::to_string(i)));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'counts' starts 'work' as often as 'count' says: nothing limits how many there are at once [async-unbounded-fan-out]
  for (int i = 0; i < 4; ++i)
    own::spawn(work(std::to_string(i)));
  co_return;
}

own::lazy<> domains(std::vector<std::string> mounts, std::vector<std::string> shards) {
  for (const std::string &mount : mounts)
    own::spawn(work(mount));
  for (const std::string &shard : shards)
    own::spawn(work(shard));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'domains' starts 'work' for every element of 'shards': nothing limits how many there are at once [async-unbounded-fan-out]
  co_return;
}

own::lazy<> turns(std::vector<std::string> links, own::source<int> &turns) {
  for (const std::string &link : links) {
    co_await turns.next();
    own::spawn(work(link));
  }
}

own::lazy<> pool(std::vector<std::string> links, own::scope &pool) {
  for (const std::string &link : links)
    pool.spawn(work(link));
  co_return;
}

own::lazy<> accepts(own::listener &port) {
  for (;;) {
    own::connection peer = co_await port.accept();
    own::spawn(serve(peer));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'accepts' starts 'serve' for every connection that 'own::listener::accept' gives: nothing limits how many there are at once [async-unbounded-accept-loop]
  }
}

own::lazy<> acceptsInTurn(own::listener &port, own::source<int> &turns) {
  for (;;) {
    co_await turns.next();
    own::spawn(serve(co_await port.accept()));
  }
}
