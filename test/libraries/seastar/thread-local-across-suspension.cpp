// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/seastar
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A key-value store on Seastar, where thread_local means one for each shard: a coroutine
// stays on its shard, and so do references. Others of the shard run in between.
#include <cerrno>
#include <chrono>
#include <map>
#include <seastar/core/coroutine.hh>
#include <seastar/core/sleep.hh>
#include <seastar/coroutine/maybe_yield.hh>
#include <string>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;
using seastar::future;

struct Statistics {
  long reads = 0;
  long writes = 0;
};

thread_local Statistics statistics;
thread_local std::map<std::string, std::string> cache;
thread_local std::string operation;
thread_local int readers = 0;

future<std::string> load(std::string key);
void log(const std::string &text);

// What people write.

future<std::string> get(std::string key) {
  operation = "get";
  std::string value = co_await load(key);
  log(operation + " " + key);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread-local 'operation' was set before coroutine 'get' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: set here
// CHECK-MESSAGES: :[[@LINE-4]]:23: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: keep it in a variable of the coroutine
  co_return value;
}

future<> closeLater(int descriptor) {
  if (::close(descriptor) != 0) {
    co_await seastar::coroutine::maybe_yield();
    log(std::to_string(errno));
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'errno' was set before coroutine 'closeLater' was suspended: what ran since may have set it [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: set here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:24: note: instead: copy it into a variable before the suspension
  }
}

future<> eachTime(std::string key) {
  for (operation = "poll";;) {
    log(operation);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: thread-local 'operation' was set before coroutine 'eachTime' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
    co_await load(key);
  }
}

// It is the same shard.

future<std::string> cached(std::string key) {
  auto &known = cache;
  if (auto found = known.find(key); found != known.end())
    co_return found->second;
  std::string value = co_await load(key);
  known.emplace(key, value);
  co_return value;
}

future<> counted(std::string key) {
  Statistics *mine = &statistics;
  ++mine->reads;
  co_await load(key);
  ++mine->writes;
}

future<> upAndDown(std::string key) {
  ++readers;
  co_await load(key);
  --readers;
}

future<bool> stays() {
  auto shard = std::this_thread::get_id();
  co_await seastar::sleep(1ms);
  co_return shard == std::this_thread::get_id();
}

// The coroutine's own.

future<std::string> getByName(std::string key) {
  std::string mine = "get " + key;
  operation = mine;
  std::string value = co_await load(key);
  log(mine);
  co_return value;
}

future<> closeAndTell(int descriptor) {
  if (::close(descriptor) != 0) {
    int error = errno;
    co_await seastar::sleep(1ms);
    log(std::to_string(error));
  }
}
