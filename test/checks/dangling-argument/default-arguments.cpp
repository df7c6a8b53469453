// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A default argument is a temporary of the call like any other.
#include "Inputs/task.h"
#include <string>
#include <string_view>
#include <utility>

co::task<void> wait();

co::task<int> fetch(int page, const std::string &host = "localhost") {
  co_await wait();
  co_return page + static_cast<int>(host.size());
}
co::task<int> fetchAs(int page, const std::string &host = "localhost", const std::string &user = "root") {
  co_await wait();
  co_return page + static_cast<int>(host.size() + user.size());
}
co::task<int> fetchView(int page, std::string_view host = "localhost") {
  co_await wait();
  co_return page + static_cast<int>(host.size());
}
co::task<int> fetchCopy(int page, std::string host = "localhost") {
  co_await wait();
  co_return page + static_cast<int>(host.size());
}
inline const std::string defaultHost = "localhost";
co::task<int> fetchGlobal(int page, const std::string &host = defaultHost) {
  co_await wait();
  co_return page + static_cast<int>(host.size());
}

co::task<int> kept() {
  auto fetching = fetch(1);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'fetch' refers to its default argument, a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+3]]:32: note: 'fetching' is awaited here
// CHECK-MESSAGES: :[[@LINE-24]]:37: note: 'host' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:19: note: instead: co_await it in the same statement, or let 'fetch' take it by value
  co_return co_await std::move(fetching);
}

co::task<int> returned() { return fetch(1); }
// CHECK-MESSAGES: :[[@LINE-1]]:35: warning: the task from 'fetch' refers to its default argument, a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]

co::task<int> oneOfThem(std::string host) {
  auto fetching = fetchAs(1, host);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'fetchAs' refers to its default argument, a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(fetching);
}

co::task<int> awaitedAtOnce() { co_return co_await fetch(1) + co_await fetchAs(1); }

co::task<int> given(std::string host) {
  auto fetching = fetch(1, host);
  co_return co_await std::move(fetching);
}

co::task<int> thatLive() {
  auto view = fetchView(1);
  auto copy = fetchCopy(1);
  auto global = fetchGlobal(1);
  co_return co_await std::move(view) + co_await std::move(copy) + co_await std::move(global);
}
