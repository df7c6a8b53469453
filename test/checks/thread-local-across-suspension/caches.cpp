// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A cache or pool for each thread is there to be asked where one is: which one that is,
// does not matter.
#include "Inputs/task.h"
#include <optional>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

co::task<std::string> load(std::string key);
void use(const std::string &text);
void use(int value);

struct Arena {
  char *allocate(int size);
  void reset();
};

thread_local std::unordered_map<std::string, std::string> cache;
thread_local std::mt19937 engine;
thread_local std::vector<std::string> pool;
thread_local int hits = 0;
thread_local Arena arena;

co::task<std::string> keptAcross(std::string key) {
  auto &known = cache;
  if (auto found = known.find(key); found != known.end())
    co_return found->second;
  std::string value = co_await load(key);
  known.emplace(key, value);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'known' refers to a thread-local variable of the thread that coroutine 'keptAcross' was in before it was suspended [async-thread-local-across-suspension]
  co_return value;
}

co::task<> arenaAcross(int size) {
  Arena *memory = &arena;
  use(co_await load("key"));
  use(*memory->allocate(size));
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'memory' refers to a thread-local variable of the thread that coroutine 'arenaAcross' was in before it was suspended [async-thread-local-across-suspension]
}

co::task<std::string> askedOnBothSides(std::string key) {
  if (auto found = cache.find(key); found != cache.end())
    co_return found->second;
  std::string value = co_await load(key);
  cache.emplace(key, value);
  co_return value;
}

co::task<> randomOnBothSides() {
  use(static_cast<int>(engine()));
  use(co_await load("key"));
  use(static_cast<int>(engine()));
}

co::task<> takenAndGivenBack() {
  std::string buffer;
  if (!pool.empty()) {
    buffer = std::move(pool.back());
    pool.pop_back();
  }
  buffer = co_await load(buffer);
  pool.push_back(std::move(buffer));
}

co::task<> readOnBothSides() {
  if (hits > 100)
    use(co_await load("often"));
  use(hits);
}

co::task<> resetAfter(int size) {
  use(*arena.allocate(size));
  use(co_await load("key"));
  arena.reset();
}

co::task<> lookedUpAgain(std::string key) {
  {
    auto &known = cache;
    use(known[key]);
  }
  std::string value = co_await load(key);
  auto &known = cache;
  known[key] = value;
}
