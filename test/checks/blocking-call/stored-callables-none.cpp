// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Nothing is found where what blocks is put into something else, is never
// called on the loop, or is one of many.
#include "Inputs/task.h"
#include <functional>
#include <map>
#include <string>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

void nap() { usleep(10); }
void quick() {}
using callback = std::function<void()>;

// Never called in an async context.
struct unused {
  callback on_tick = nap;
  void run() { on_tick(); }
};

// Called on a thread of its own.
struct worker {
  callback job = nap;
  std::vector<callback> jobs = {nap};
};
co::task<> offloads(worker &w) {
  std::thread([&] {
    w.job();
    for (auto &each : w.jobs)
      each();
  }).detach();
  co_return;
}

// Another field of the same type; the same name in another class.
struct two {
  callback first = nap, second = quick;
  std::vector<callback> firsts = {nap}, seconds = {quick};
};
struct other {
  callback first = quick;
};
co::task<> callsOthers(two &t, other &o) {
  t.second();
  o.first();
  for (auto &each : t.seconds)
    each();
  t.seconds[0]();
  co_return;
}

// All maps have pairs.
struct maps {
  std::map<int, callback> slow, fast;
  void fill() {
    slow[1] = nap;
    slow.emplace(2, nap);
    slow.begin()->second = nap;
    fast[1] = quick;
  }
};
co::task<> callsPairs(maps &m) {
  m.fast.find(1)->second();
  for (auto &[key, each] : m.fast)
    each();
  co_return;
}

// A copy has nothing to do with the original any more.
struct original {
  callback handler = quick;
  std::vector<callback> handlers;
  void change() {
    auto copy = handler;
    copy = nap;
    auto copies = handlers;
    copies.push_back(nap);
    callback empty;
    empty = nap;
  }
};
co::task<> callsOriginal(original &o) {
  o.handler();
  for (auto &each : o.handlers)
    each();
  co_return;
}

// Nothing at all.
struct emptied {
  callback handler;
  void (*pointer)() = nap;
  void clear() {
    handler = nullptr;
    handler = {};
    handler = callback();
  }
};
co::task<> callsEmpty(emptied &e) {
  e.handler();
  co_return;
}

// More than VirtualOverrides, whatever the others do.
struct many {
  std::vector<callback> handlers;
  callback handler;
  void set(callback f) { handler = f; }
  void fill() {
    handlers.push_back(nap);
    handlers.push_back([] {});
    handlers.push_back([] {});
    handlers.push_back([] {});
    handlers.push_back(quick);
    set(nap);
    set([] {});
    set([] {});
    set([] {});
    set(quick);
  }
};
co::task<> callsMany(many &m) {
  for (auto &each : m.handlers)
    each();
  m.handler();
  co_return;
}

// A coroutine only makes a task.
struct tasks {
  std::function<co::task<>()> started = []() -> co::task<> {
    nap();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'nap' blocks the thread in a coroutine lambda: it reaches 'usleep', which {{.*}} [async-blocking-call]
    co_return;
  };
};
co::task<> starts(tasks &t) { co_await t.started(); }

// The parameter goes somewhere else.
struct elsewhere {
  callback called = quick, kept;
  void keep(callback f) { kept = f; }
  void look(const callback &f) { last = &f; }
  const callback *last = nullptr;
};
void given(elsewhere &e) {
  e.keep(nap);
  e.look(nap);
}
co::task<> callsCalled(elsewhere &e) {
  e.called();
  co_return;
}

// The project's own classes tell themselves what they call.
struct own {
  own() = default;
  template <typename F> explicit own(F) {}
  void operator()() const {}
};
struct owns {
  own handler = own(nap);
  std::vector<own> handlers = {own(nap)};
};
co::task<> callsOwn(owns &o) {
  o.handler();
  o.handlers[0]();
  co_return;
}

// A predicate is not put in.
struct filtered {
  std::vector<callback> handlers;
  void drop() {
    std::erase_if(handlers, [](const callback &f) {
      nap();
      return !f;
    });
  }
};
co::task<> callsFiltered(filtered &f) {
  for (auto &each : f.handlers)
    each();
  co_return;
}
