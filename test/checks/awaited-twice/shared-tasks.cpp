// RUN: %check %s --args=-I%S/../../runtime
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Not every task is done after one await: shared ones, those that ask first
// whether they have run, and handles.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <boost/asio.hpp>
#include <tide/tide.h>
#include <utility>

own::shared<int> fetchShared();
own::done_aware<int> fetchAware();
own::eager<int> fetchEager();
tide::task<int> fetchTide();

co::task<int> copies() {
  auto t = fetchShared();
  auto u = t;
  int sum = co_await t + co_await t + co_await u;
  sum += co_await std::move(t);
  co_return sum;
}

co::task<int> inALoop(own::shared<int> t, int times) {
  int sum = 0;
  while (times-- > 0)
    sum += co_await t;
  co_return sum;
}

co::task<int> asksFirst() {
  auto t = fetchAware();
  int sum = co_await t;
  auto u = fetchEager();
  sum += co_await u + co_await u;
  co_return sum + co_await t;
}

co::task<int> asksFirstButIsMoved() {
  auto t = fetchAware();
  int sum = co_await std::move(t);
  co_return sum + co_await std::move(t);
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: 't' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-MESSAGES: :[[@LINE-3]]:22: note: first awaited here
}

tide::task<int> handles() {
  auto work = tide::spawn(fetchTide());
  co_await work.join();
  int sum = co_await work + co_await work;
  co_return sum + co_await std::move(work);
}

tide::task<int> behindTheHandle() {
  auto t = fetchTide();
  int sum = co_await std::move(t);
  co_return sum + co_await std::move(t);
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: 't' is awaited again: a task can be awaited only once [async-awaited-twice]
}

boost::asio::awaitable<int> fetchAsio();

boost::asio::awaitable<int> asio() {
  auto t = fetchAsio();
  int sum = co_await std::move(t);
  auto u = fetchAsio();
  sum += co_await std::move(u);
  co_return sum + co_await std::move(t);
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: 't' is awaited again: a task can be awaited only once [async-awaited-twice]
}

boost::asio::awaitable<void> timersGoOnAndOn(boost::asio::steady_timer &timer) {
  for (;;)
    co_await timer.async_wait(boost::asio::use_awaitable);
}
