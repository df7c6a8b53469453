// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A task inside of another one refers to what it did before.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <chrono>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

std::string readName();

own::lazy<> show(const std::string &name) {
  co_await co::event();
  if (name.empty())
    co_await co::event();
}
template <typename T> own::lazy<T> withTimeout(own::lazy<T> task, std::chrono::seconds) {
  co_return co_await std::move(task);
}
template <typename T> own::lazy<T> repeated(own::lazy<T> &&task);

// Bad: what comes back is kept.

own::lazy<> withATimeout() {
  auto showing = withTimeout(show(readName()), std::chrono::seconds(1));
// CHECK-MESSAGES: :[[@LINE-1]]:35: warning: the task from 'show' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+3]]:22: note: 'showing' is awaited here
// CHECK-MESSAGES: :[[@LINE-14]]:7: note: 'name' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:35: note: instead: co_await it in the same statement, or let 'show' take it by value
  co_await std::move(showing);
}

own::lazy<> withAll() {
  auto showing = own::when_all(show(readName()), show("nobody"));
// CHECK-MESSAGES: :[[@LINE-1]]:37: warning: the task from 'show' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-2]]:55: warning: the task from 'show' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(showing);
}

own::lazy<> both() {
  auto showing = withTimeout(own::when_all(show(readName())), std::chrono::seconds(1));
// CHECK-MESSAGES: :[[@LINE-1]]:49: warning: the task from 'show' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(showing);
}

own::lazy<> ofALocal() {
  std::string name = readName();
  return withTimeout(show(name), std::chrono::seconds(1));
// CHECK-MESSAGES: :[[@LINE-1]]:27: warning: the task from 'show' refers to 'name', which dies when 'ofALocal' returns [async-dangling-argument]
}

own::lazy<> inATuple() {
  std::tuple<own::lazy<>, int> showing{show(readName()), 1};
// CHECK-MESSAGES: :[[@LINE-1]]:45: warning: the task from 'show' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(std::get<0>(showing));
}

own::lazy<> inAVector() {
  std::vector<own::lazy<>> showing;
  showing.push_back(withTimeout(show(readName()), std::chrono::seconds(1)));
// CHECK-MESSAGES: :[[@LINE-1]]:38: warning: the task from 'show' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await own::when_all(std::move(showing));
}

own::lazy<> inAnOptional() {
  std::optional<own::lazy<>> showing = show(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:45: warning: the task from 'show' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_await std::move(*showing);
}

// Good: all is awaited while the temporaries live, or they live longer.

own::lazy<> awaitedAtOnce() {
  co_await withTimeout(show(readName()), std::chrono::seconds(1));
  co_await own::when_all(show(readName()), show("nobody"));
  co_await withTimeout(own::when_all(show(readName())), std::chrono::seconds(1));
}

own::lazy<> ofNames() {
  std::string first = readName(), second = readName();
  auto showing = own::when_all(show(first), show(second));
  co_await withTimeout(std::move(showing), std::chrono::seconds(1));
}

own::lazy<> inATupleOfNames(std::string name) {
  std::tuple<own::lazy<>, int> showing{show(name), 1};
  co_await std::move(std::get<0>(showing));
}
