// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An eager coroutine runs at once, up to its first suspension. Until then its
// arguments live; after that they may not.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <string>
#include <string_view>
#include <utility>
#include <vector>

std::string readName();
void log(std::string_view text);
bool enabled();

own::eager<> usedAfter(const std::string &name) {
  co_await co::event();
  log(name);
}
own::eager<> usedInTheNextRound(const std::string &name) {
  for (;;) {
    log(name);
    co_await co::event();
  }
}
own::eager<> usedOnOnePath(std::string_view name) {
  if (enabled())
    co_await co::event();
  log(name);
}
own::eager<> copiedFirst(const std::string &name) {
  std::string own = name;
  co_await co::event();
  log(own);
}
own::eager<> usedBefore(std::string_view name) {
  log(name);
  co_await co::event();
}
own::eager<> usedInTheFirst(const std::string &name) { co_await own::when_all(copiedFirst(name)); }
own::eager<> neverSuspends(const std::string &name) {
  co_await std::suspend_never();
  log(name);
  co_return;
}
own::eager<> unseen(const std::string &name);

// Bad: it goes on after the temporary is gone.

own::eager<> kept() {
  auto showing = usedAfter(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: the task from 'usedAfter' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+3]]:12: note: 'showing' is awaited here
// CHECK-MESSAGES: :[[@LINE-36]]:7: note: 'name' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:28: note: instead: co_await it in the same statement, or let 'usedAfter' take it by value
  co_await showing;
}

own::eager<> keptLoop() {
  auto showing = usedInTheNextRound(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:37: warning: the task from 'usedInTheNextRound' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+3]]:12: note: 'showing' is awaited here
// CHECK-MESSAGES: :[[@LINE-41]]:9: note: 'name' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:37: note: instead: co_await it in the same statement, or let 'usedInTheNextRound' take it by value
  co_await showing;
}

own::eager<> keptOnOnePath() {
  auto showing = usedOnOnePath(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:32: warning: the task from 'usedOnOnePath' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await showing;
}

own::eager<> returned() {
  std::string name = readName();
  return usedAfter(name);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'usedAfter' refers to 'name', which dies when 'returned' returns [async-dangling-argument]
}

struct screen {
  int lines = 0;
  own::eager<> draw() {
    co_await co::event();
    ++lines;
  }
  own::eager<> count() {
    ++lines;
    co_await co::event();
  }
};
own::eager<> ofAnObject() {
  screen s;
  return s.draw();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'screen::draw' refers to 's', which dies when 'ofAnObject' returns [async-dangling-argument]
}

own::eager<> inALoop() {
  std::vector<own::eager<>> showing;
  for (int i = 0; i < 3; ++i)
    showing.push_back(usedAfter(std::to_string(i)));
// CHECK-MESSAGES: :[[@LINE-1]]:33: warning: the task from 'usedAfter' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  for (auto &each : showing)
    co_await each;
}

// Good.

own::eager<> awaitedAtOnce() {
  co_await usedAfter(readName());
  co_await screen().draw();
}

own::eager<> usedInTime() {
  auto first = copiedFirst(readName());
  auto second = usedBefore(readName());
  auto third = usedInTheFirst(readName());
  auto fourth = neverSuspends(readName());
  co_await first;
  co_await second;
  co_await third;
  co_await fourth;
}

own::eager<> returnedInTime() {
  std::string name = readName();
  return copiedFirst(name);
}

own::eager<> ofAnObjectInTime() {
  screen s;
  return s.count();
}

// Nothing is known of it.
own::eager<> withoutABody() {
  auto showing = unseen(readName());
  co_await showing;
}

own::eager<> ofALocalThatLives() {
  std::string name = readName();
  auto showing = usedAfter(name);
  co_await showing;
}
