// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/folly
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An index on folly::coro: a Task goes on in its executor, which has many threads.
#include <cerrno>
#include <folly/coro/AsyncGenerator.h>
#include <folly/coro/Sleep.h>
#include <folly/coro/Task.h>
#include <map>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace std::chrono_literals;
using folly::coro::Task;

struct Statistics {
  long lookups;
  long misses;
};

thread_local Statistics statistics;
thread_local std::string scratch;
thread_local const char *stage = "";
thread_local int nesting = 0;
std::map<std::thread::id, Statistics> perThread;

Task<std::string> fetch(std::string key);
void log(const std::string &text);

// What people write.

Task<std::string> lookUp(std::string key) {
  Statistics &mine = statistics;
  ++mine.lookups;
  std::string value = co_await fetch(key);
  if (value.empty())
    ++mine.misses;
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'mine' refers to a thread-local variable of the thread that coroutine 'lookUp' was in before it was suspended [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-6]]:22: note: taken here
// CHECK-MESSAGES: :[[@LINE-5]]:23: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: ask for it again after the suspension
  co_return value;
}

Task<std::string> assemble(std::vector<std::string> keys) {
  std::string &text = scratch;
  text.clear();
  for (const std::string &key : keys)
    text += co_await fetch(key);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'text' refers to a thread-local variable of the thread that coroutine 'assemble' was in before it was suspended [async-thread-local-across-suspension]
  co_return text;
}

Task<void> staged(std::string key) {
  stage = "fetching";
  std::string value = co_await fetch(key);
  log(stage + value);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread-local 'stage' was set before coroutine 'staged' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: set here
// CHECK-MESSAGES: :[[@LINE-4]]:23: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: keep it in a variable of the coroutine
}

Task<void> nested(std::string key) {
  ++nesting;
  co_await fetch(key);
  --nesting;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread-local 'nesting' was set before coroutine 'nested' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
}

Task<void> perThreadCount(std::string key) {
  auto id = std::this_thread::get_id();
  co_await fetch(key);
  ++perThread[id].lookups;
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'id' is the thread that coroutine 'perThreadCount' was in before it was suspended [async-thread-local-across-suspension]
}

Task<void> removed(std::string path) {
  if (::unlink(path.c_str()) != 0) {
    co_await fetch(path);
    if (errno != ENOENT)
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'errno' was set before coroutine 'removed' was suspended: what ran since may have set it [async-thread-local-across-suspension]
      log("not removed");
  }
}

folly::coro::AsyncGenerator<std::string> all(std::vector<std::string> keys) {
  std::string &text = scratch;
  for (const std::string &key : keys) {
    text = co_await fetch(key);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'text' refers to a thread-local variable of the thread that coroutine 'all' was in before it was suspended [async-thread-local-across-suspension]
    co_yield std::string(text);
  }
}

// Asked again, copied, or the coroutine's own.

Task<std::string> lookUpOnTwoThreads(std::string key) {
  {
    Statistics &before = statistics;
    ++before.lookups;
  }
  std::string value = co_await fetch(key);
  if (value.empty()) {
    Statistics &after = statistics;
    ++after.misses;
  }
  co_return value;
}

Task<std::string> assembleItsOwn(std::vector<std::string> keys) {
  std::string text;
  for (const std::string &key : keys)
    text += co_await fetch(key);
  co_return text;
}

Task<void> stagedTwice(std::string key) {
  stage = "fetching";
  log(stage);
  co_await fetch(key);
  stage = "fetched";
  log(stage);
}

Task<void> removedCarefully(std::string path) {
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) {
    co_await folly::coro::sleep(10ms);
    log("not removed");
  }
}
