// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A call through a variable reaches what is put into it anywhere.
#include "Inputs/task.h"
#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unistd.h>
#include <vector>

void nap() { usleep(10); }
void rest(int time) { usleep(time); }
using callback = std::function<void()>;

struct assigned {
  callback by_assignment, by_this, conditional, bound, method, moved;
  callback by_default = nap;
  void (*pointer)() = nullptr;
  void (assigned::*member)() = nullptr;
  void reset() { nap(); }
  void start(bool loud) {
    by_assignment = [] { usleep(10); };
    this->by_this = nap;
    conditional = loud ? callback(nap) : callback();
    bound = std::bind(rest, 5);
    method = std::bind(&assigned::reset, this);
    auto local = [this] { reset(); };
    moved = std::move(local);
    pointer = &nap;
    member = &assigned::reset;
  }
};
co::task<> callsAssigned(assigned &a) {
  a.by_assignment();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'by_assignment' blocks the thread in coroutine 'callsAssigned': it reaches 'usleep', which {{.*}} [async-blocking-call]
  a.by_this();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'by_this' blocks
  a.conditional();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'conditional' blocks
  a.bound();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'bound' blocks
  a.method();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'method' blocks
  a.moved();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'moved' blocks
  a.by_default();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'by_default' blocks
  a.pointer();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'pointer' blocks
  (*a.pointer)();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'pointer' blocks
  (a.*a.member)();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'member' blocks
  co_return;
}

callback global = nap;
static callback hidden = [] { nap(); };
struct with_static {
  static inline callback shared = nap;
};
void (*const table[])() = {nap, nullptr};
co::task<> callsGlobals(unsigned i) {
  static callback local;
  local = nap;
  global();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'global' blocks
  hidden();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'hidden' blocks
  with_static::shared();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'shared' blocks
  table[i]();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'table' blocks
  local();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'local' blocks
  co_return;
}

struct kept {
  explicit kept(callback f) : constructed(std::move(f)) {}
  void set(const callback &f) { by_reference = f; }
  void later(callback f) {
    defer([this, g = std::move(f)] { by_closure = g; });
  }
  template <typename F> void any(F &&f) { forwarded = std::forward<F>(f); }
  template <typename F> static void defer(F f) { f(); }
  void nested(callback f) { set_inner(std::move(f)); }
  void set_inner(callback f) { inner = f; }
  callback constructed, by_reference, by_closure, forwarded, inner;
};
struct derived_kept : kept {
  explicit derived_kept(callback f) : kept(std::move(f)) {}
};
void keeps(callback unknown) {
  static derived_kept k = derived_kept(nap);
  k.set([] { nap(); });
  k.later(nap);
  k.any([] { nap(); });
  k.any(unknown);
  k.nested(nap);
}
co::task<> callsKept(kept &k) {
  k.constructed();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'constructed' blocks
  k.by_reference();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'by_reference' blocks
  k.by_closure();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'by_closure' blocks
  k.forwarded();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'forwarded' blocks
  k.inner();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'inner' blocks
  co_return;
}

struct options {
  int size = 0;
  callback on_start, on_stop;
};
struct copied {
  explicit copied(options o) : on_stop(std::move(o.on_stop)) {}
  callback on_stop;
};
copied makeCopied() { return copied({.size = 1, .on_stop = nap}); }
co::task<> callsCopied(copied &c) {
  c.on_stop();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'on_stop' blocks
  co_return;
}

struct containers {
  std::vector<callback> pushed, emplaced, listed = {nap};
  std::map<std::string, std::function<void(int)>> commands;
  std::map<int, std::vector<callback>> deep;
  std::map<int, callback> paired;
  std::array<callback, 2> fixed;
  std::optional<callback> maybe;
  std::shared_ptr<callback> shared = std::make_shared<callback>();
  void add(callback f) { pushed.push_back(std::move(f)); }
  void fill() {
    add([] { nap(); });
    emplaced.emplace_back(nap);
    commands["rest"] = rest;
    commands.emplace("quick", [](int) {});
    deep[1].push_back(nap);
    paired.insert(std::make_pair(1, nap));
    fixed[0] = nap;
    maybe = nap;
    *shared = nap;
  }
};
co::task<> callsElements(containers &c, const std::string &name) {
  for (auto &handler : c.pushed)
    handler();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'pushed' blocks
  for (callback handler : c.emplaced)
    handler();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'emplaced' blocks
  c.listed.front()();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'listed' blocks
  auto found = c.commands.find(name);
  if (found != c.commands.end())
    found->second(1);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'commands' blocks
  c.commands.at(name)(2);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'commands' blocks
  for (auto &[key, command] : c.commands)
    command(3);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'commands' blocks
  for (const auto &each : c.deep[1])
    each();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'deep' blocks
  c.paired[1]();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'paired' blocks
  c.fixed[0]();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'fixed' blocks
  if (c.maybe)
    (*c.maybe)();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'maybe' blocks
  (*c.shared)();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'shared' blocks
  co_return;
}
co::task<> callsCopies(containers &c) {
  auto all = c.pushed;
  for (auto at = all.begin(); at != all.end(); ++at)
    (*at)();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'pushed' blocks
  auto one = std::move(c.emplaced.back());
  one();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'emplaced' blocks
  std::exchange(c.paired[1], nullptr)();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'paired' blocks
  co_return;
}
