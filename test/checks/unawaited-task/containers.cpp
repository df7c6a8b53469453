// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A task in a container of this function is as good as lost, unless somebody
// looks at the container again.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <array>
#include <deque>
#include <list>
#include <map>
#include <utility>
#include <vector>

own::lazy<> save(int key);
own::eager<> start();
void start(std::vector<own::lazy<>>);
void watch(std::vector<own::lazy<>> &);
int log();

co::task<> forgets(std::vector<int> keys) {
  std::vector<own::lazy<>> tasks;
  for (int key : keys)
    tasks.push_back(save(key));
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the task from 'save', kept in 'tasks', is never awaited: it never runs [async-unawaited-task]
  co_return;
}

co::task<> others() {
  std::deque<own::lazy<>> a;
  a.push_front(save(1));
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'save', kept in 'a', is never awaited: it never runs [async-unawaited-task]
  std::list<own::lazy<>> b;
  b.emplace_back(save(2));
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the task from 'save', kept in 'b', is never awaited: it never runs [async-unawaited-task]
  std::map<int, own::lazy<>> c;
  c.emplace(1, save(3));
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'save', kept in 'c', is never awaited: it never runs [async-unawaited-task]
  std::map<int, own::lazy<>> d;
  d[1] = save(4);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'save', kept in 'd', is never awaited: it never runs [async-unawaited-task]
  std::array<own::lazy<>, 2> e = {save(5), save(6)};
// CHECK-MESSAGES: :[[@LINE-1]]:35: warning: the task from 'save', kept in 'e', is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:44: warning: the task from 'save', kept in 'e', is never awaited: it never runs [async-unawaited-task]
  own::lazy<> f[] = {save(7)};
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the task from 'save', kept in 'f', is never awaited: it never runs [async-unawaited-task]
  std::vector<own::lazy<>> g;
  auto task = save(8);
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'save', kept in '{{(g|task)}}', is never awaited: it never runs [async-unawaited-task]
  g.push_back(std::move(task));
  co_return;
}

// Lazy tasks are collected, and then they are needed or not.
co::task<> onOnePath(bool now) {
  std::vector<own::lazy<>> tasks;
  tasks.push_back(save(1));
  if (now)
    co_await own::when_all(std::move(tasks));
}

// Started work is not needless because other work is.
co::task<> startedOnOnePath(bool now) {
  std::vector<own::eager<>> tasks;
  tasks.push_back(start());
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'start', kept in 'tasks', is not awaited on every path: on the others it goes on alone and its errors are lost [async-unawaited-task]
  if (now)
    for (auto &task : tasks)
      co_await task;
}

void inAnOrdinaryFunction() {
  std::vector<own::lazy<>> tasks;
  tasks.push_back(save(1));
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'save', kept in 'tasks', is never awaited: it never runs [async-unawaited-task]
}

// Somebody has it.
struct batch {
  std::vector<own::lazy<>> tasks;
  void add(int key) { tasks.push_back(save(key)); }
};
std::vector<own::lazy<>> returned() {
  std::vector<own::lazy<>> tasks;
  tasks.push_back(save(1));
  return tasks;
}
void added(std::vector<own::lazy<>> &tasks) { tasks.push_back(save(1)); }
co::task<> fine(batch &given) {
  std::vector<own::lazy<>> a;
  a.push_back(save(1));
  co_await own::when_all(std::move(a));
  std::vector<own::lazy<>> b;
  b.push_back(save(2));
  start(std::move(b));
  std::vector<own::lazy<>> c;
  c.push_back(save(3));
  watch(c);
  std::vector<own::lazy<>> d;
  d.emplace_back(save(4));
  for (auto &task : d)
    co_await std::move(task);
  std::vector<own::lazy<>> e;
  e.push_back(save(5));
  co_await e.front();
  std::vector<own::lazy<>> f;
  f.push_back(save(6));
  for (std::size_t i = 0; i < f.size(); ++i)
    co_await std::move(f[i]);
  std::vector<own::lazy<>> g = returned();
  g.push_back(save(7));
  given.tasks = std::move(g);
  given.tasks.push_back(save(8));
  std::array<own::lazy<>, 2> h = {save(9), save(10)};
  co_await own::when_all(std::move(h[0]), std::move(h[1]));
  std::map<int, own::lazy<>> i;
  i[1] = save(11);
  co_await i.at(1);
  std::vector<own::lazy<>> j;
  j.push_back(save(12));
  while (!j.empty()) {
    auto task = std::move(j.back());
    j.pop_back();
    co_await std::move(task);
  }
  std::vector<own::lazy<>> none;
}
