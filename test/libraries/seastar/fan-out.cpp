// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/seastar '--checks=-*,async-unbounded-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A store on Seastar: how many operations there are at once.
#include <seastar/core/coroutine.hh>
#include <seastar/core/gate.hh>
#include <seastar/core/loop.hh>
#include <seastar/core/map_reduce.hh>
#include <seastar/core/semaphore.hh>
#include <seastar/core/smp.hh>
#include <seastar/core/when_all.hh>
#include <seastar/coroutine/parallel_for_each.hh>
#include <seastar/net/api.hh>
#include <string>
#include <utility>
#include <vector>

using units = seastar::semaphore_units<seastar::semaphore_default_exception_factory>;

seastar::future<> put(std::string key);
seastar::future<int> size(std::string key);
seastar::future<> putWith(std::string key, units held);
seastar::future<> serve(seastar::connected_socket peer);

// What people write.

seastar::future<> putAll(std::vector<std::string> keys) {
  return seastar::parallel_for_each(keys, put);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'putAll' starts 'put' for every element of 'keys': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-2]]:10: note: instead: seastar::max_concurrent_for_each(range, n, f), or co_await seastar::get_units(semaphore, 1) before each start and move the units into the task
}

seastar::future<> putByClosure(std::vector<std::string> keys) {
  co_await seastar::coroutine::parallel_for_each(keys, [](const std::string &key) { return put(key); });
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: coroutine 'putByClosure' starts 'put' for every element of 'keys': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-2]]:12: note: instead: seastar::max_concurrent_for_each(range, n, f), or co_await seastar::get_units(semaphore, 1) before each start and move the units into the task
}

seastar::future<> putIterators(std::vector<std::string> keys) {
  std::vector<seastar::future<>> all;
  for (const std::string &key : keys)
    all.push_back(put(key));
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: coroutine 'putIterators' collects 'put' for every element of 'keys': nothing limits how many there are at once [async-unbounded-fan-out]
  co_await seastar::when_all(all.begin(), all.end());
}

seastar::future<> putAndForget(std::vector<std::string> keys) {
  for (const std::string &key : keys)
    (void)put(key);
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: coroutine 'putAndForget' starts 'put' for every element of 'keys': nothing limits how many there are at once [async-unbounded-fan-out]
  co_return;
}

seastar::future<> putInGate(std::vector<std::string> keys, seastar::gate &gate) {
  for (const std::string &key : keys)
    (void)seastar::with_gate(gate, [key] { return put(key); });
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: coroutine 'putInGate' starts 'put' for every element of 'keys': nothing limits how many there are at once [async-unbounded-fan-out]
  co_await gate.close();
}

seastar::future<int> total(std::vector<std::string> keys) {
  return seastar::map_reduce(keys, size, 0, std::plus<int>());
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'total' starts 'size' for every element of 'keys': nothing limits how many there are at once [async-unbounded-fan-out]
}

seastar::future<> listen(seastar::server_socket port) {
  for (;;) {
    auto accepted = co_await port.accept();
    (void)serve(std::move(accepted.connection));
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: coroutine 'listen' starts 'serve' for every connection that 'seastar::server_socket::accept' gives: nothing limits how many there are at once [async-unbounded-accept-loop]
  }
}

// Good.

seastar::future<> few(std::vector<std::string> keys) {
  co_await seastar::max_concurrent_for_each(keys, 20, put);
  co_await seastar::do_for_each(keys, put);
  for (const std::string &key : keys)
    co_await put(key);
}

seastar::future<> withUnits(std::vector<std::string> keys, seastar::semaphore &places) {
  for (const std::string &key : keys) {
    auto held = co_await seastar::get_units(places, 1);
    (void)putWith(key, std::move(held));
  }
}

seastar::future<> both(std::vector<std::string> keys) {
  co_await seastar::when_all(put(keys.front()), put(keys.back()));
  const char *names[] = {"a", "b"};
  co_await seastar::parallel_for_each(names, put);
}

seastar::future<> onShards(std::string key) {
  std::vector<unsigned> shards;
  return seastar::parallel_for_each(shards, [key](unsigned) { return put(key); });
}
