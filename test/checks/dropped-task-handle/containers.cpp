// RUN: %check %s --args=-I%S/../../runtime
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Handles in local containers: what counts is whether somebody uses those.
#include <tide/tide.h>

#include <optional>
#include <utility>
#include <vector>

tide::task<int> count();
void keep(std::vector<tide::handle<int>> handles);

tide::task<> neverUsed(int times) {
  std::vector<tide::handle<int>> all;
  while (times-- > 0)
    all.push_back(tide::spawn(count()));
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the handle from 'tide::spawn', kept in 'all', is never used: {{.*}} [async-dropped-task-handle]
  co_await tide::yield_now();
}

tide::task<> cleared() {
  std::vector<tide::handle<int>> all;
  all.push_back(tide::spawn(count()));
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the handle from 'tide::spawn', kept in 'all', is thrown away before it is used: {{.*}} [async-dropped-task-handle]
  co_await tide::yield_now();
  all.clear();
}

tide::task<> reset() {
  std::optional<tide::handle<int>> one(tide::spawn(count()));
// CHECK-MESSAGES: :[[@LINE-1]]:40: warning: the handle from 'tide::spawn', kept in 'one', is thrown away before it is used: {{.*}} [async-dropped-task-handle]
  co_await tide::yield_now();
  one.reset();
}

tide::task<> neverUsedInAPair() {
  std::pair<tide::handle<int>, int> both{tide::spawn(count()), 1};
// CHECK-MESSAGES: :[[@LINE-1]]:42: warning: the handle from 'tide::spawn', kept in 'both', is never used: {{.*}} [async-dropped-task-handle]
  co_await tide::yield_now();
}

// Used.

tide::task<int> awaited(int times) {
  std::vector<tide::handle<int>> all;
  while (times-- > 0)
    all.push_back(tide::spawn(count()));
  int sum = 0;
  for (auto &each : all)
    sum += co_await each;
  co_return sum;
}

tide::task<> awaitedAndCleared() {
  std::vector<tide::handle<int>> all;
  all.push_back(tide::spawn(count()));
  for (auto &each : all)
    co_await each.join();
  all.clear();
}

tide::task<> givenAway() {
  std::vector<tide::handle<int>> all;
  all.push_back(tide::spawn(count()));
  keep(std::move(all));
  co_return;
}

std::vector<tide::handle<int>> returned(int times) {
  std::vector<tide::handle<int>> all;
  while (times-- > 0)
    all.emplace_back(tide::spawn(count()));
  return all;
}

tide::task<int> anOptionalOne(bool wanted) {
  std::optional<tide::handle<int>> one;
  if (wanted)
    one = tide::spawn(count());
  if (one)
    co_return co_await *one;
  co_return 0;
}

tide::task<int> unpacked() {
  auto [one, other] = std::pair(tide::spawn(count()), tide::spawn(count()));
  int sum = co_await one;
  co_return sum + co_await other;
}

void intoAParameter(std::vector<tide::handle<int>> &all) {
  all.push_back(tide::spawn(count()));
}
