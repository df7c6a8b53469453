// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The path through a variable shows who put in what is called.
#include "Inputs/task.h"
#include <functional>
#include <map>
#include <string>
#include <unistd.h>

void nap() { usleep(10); }
using callback = std::function<void()>;

struct timer {
  callback on_tick;
  void start() {
    on_tick = [] { usleep(10); };
  }
};
co::task<> assigned(timer &t) {
  t.on_tick();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'on_tick' blocks the thread in coroutine 'assigned': it reaches 'usleep', which {{.*}} [async-blocking-call]
// CHECK-NOTES: :[[@LINE-6]]:15: note: 'on_tick' is given what it calls here
// CHECK-NOTES: :[[@LINE-7]]:20: note: 'lambda' calls 'usleep' here
// CHECK-NOTES: :[[@LINE-4]]:3: note: instead: {{.*}}
  co_return;
}

struct button {
  explicit button(callback f) : on_click(std::move(f)) {}
  callback on_click;
};
button makeButton() { return button(nap); }
co::task<> kept(button b) {
  b.on_click();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'on_click' blocks the thread in coroutine 'kept': it reaches 'usleep', which {{.*}} [async-blocking-call]
// CHECK-NOTES: :[[@LINE-4]]:30: note: 'on_click' is given what it calls here
// CHECK-NOTES: :[[@LINE-27]]:14: note: 'nap' calls 'usleep' here
// CHECK-NOTES: :[[@LINE-4]]:3: note: instead: {{.*}}
  co_return;
}

struct shell {
  std::map<std::string, callback> commands, aliases;
  shell() {
    commands["nap"] = nap;
    commands["none"] = [] {};
    aliases = commands;
  }
  void run(const std::string &name) { aliases[name](); }
};
co::task<> several(shell &s) {
  s.run("nap");
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'shell::run' blocks the thread in coroutine 'several': it reaches 'usleep', which {{.*}} [async-blocking-call]
// CHECK-NOTES: :[[@LINE-5]]:39: note: 'shell::run' calls 'aliases' here
// CHECK-NOTES: :[[@LINE-8]]:15: note: 'aliases' is given what it calls here
// CHECK-NOTES: :[[@LINE-11]]:23: note: 'commands' is given what it calls here
// CHECK-NOTES: :[[@LINE-47]]:14: note: 'nap', one of 2 that 'commands' may hold, calls 'usleep' here
// CHECK-NOTES: :[[@LINE-6]]:5: note: instead: {{.*}}
  co_return;
}

struct late {
  callback handler;
  void set() {
    auto local = [] { nap(); };
    handler = std::move(local);
  }
};
co::task<> made(late &l) {
  l.handler();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'handler' blocks the thread in coroutine 'made': it reaches 'usleep', which {{.*}} [async-blocking-call]
// CHECK-NOTES: :[[@LINE-6]]:15: note: 'handler' is given what it calls here
// CHECK-NOTES: :[[@LINE-8]]:23: note: 'lambda' calls 'nap' here
// CHECK-NOTES: :[[@LINE-64]]:14: note: 'nap' calls 'usleep' here
// CHECK-NOTES: :[[@LINE-5]]:3: note: instead: {{.*}}
  co_return;
}
