// RUN: %check %s '--checks=-*,async-ignored-errors'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An echo server on Boost.Asio with the forms that do not throw.
#include <boost/asio.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <iostream>
#include <utility>

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;
using boost::system::error_code;

constexpr auto noThrow = asio::as_tuple(use_awaitable);
awaitable<int> count(int part);

// Bugs.

awaitable<void> echo(tcp::socket peer) {
  char data[512];
  auto [ec, size] = co_await peer.async_read_some(asio::buffer(data), noThrow);
  // CHECK-NOTES: :[[@LINE-1]]:21: warning: 'ec' is never looked at, so coroutine 'echo' goes on as if 'boost::asio::ip::tcp::socket::async_read_some' had succeeded [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-2]]:21: note: instead: look at it
  // CHECK-NOTES: :[[@LINE-3]]:21: note: if it does not matter, call it 'ignored'
  error_code error;
  co_await asio::async_write(peer, asio::buffer(data, size),
                             asio::redirect_error(use_awaitable, error));
  // CHECK-NOTES: :[[@LINE-2]]:3: warning: 'error' has another value before anybody looks at it, so coroutine 'echo' goes on as if 'boost::asio::async_write' had succeeded [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE+3]]:3: note: it has another value from here on
  // CHECK-NOTES: :[[@LINE-4]]:3: note: instead: look at it, or await it with asio::use_awaitable alone, which throws the error
  // CHECK-NOTES: :[[@LINE-5]]:3: note: if it does not matter, call it 'ignored'
  peer.set_option(tcp::no_delay(true), error);
  std::cout << size;
}

awaitable<void> countBoth() {
  auto loop = co_await asio::this_coro::executor;
  auto [order, firstError, first, secondError, second] =
      co_await asio::experimental::make_parallel_group(
          asio::co_spawn(loop, count(1), asio::deferred),
          asio::co_spawn(loop, count(2), asio::deferred))
          .async_wait(asio::experimental::wait_for_all(), use_awaitable);
  // CHECK-NOTES: :[[@LINE-4]]:7: warning: 'secondError' is never looked at, so nobody learns in coroutine 'countBoth' which tasks of 'boost::asio::experimental::parallel_group::async_wait' failed [async-ignored-errors]
  // CHECK-NOTES: :[[@LINE-5]]:7: note: instead: look at it, or co_await (a && b) with the awaitable operators, which throws the first error
  // CHECK-NOTES: :[[@LINE-6]]:7: note: if it does not matter, call it 'ignored'
  if (!firstError)
    std::cout << first + second;
}

// Near misses.

awaitable<void> looks(tcp::socket peer) {
  char data[512];
  for (;;) {
    auto [ec, size] =
        co_await peer.async_read_some(asio::buffer(data), noThrow);
    if (ec)
      break;
    error_code error;
    co_await asio::async_write(peer, asio::buffer(data, size),
                               asio::redirect_error(use_awaitable, error));
    if (error)
      break;
  }
}

awaitable<void> theSizeTells(tcp::socket peer) {
  char data[512];
  auto [ec, size] = co_await peer.async_read_some(asio::buffer(data), noThrow);
  if (size == 0)
    co_return;
  std::cout.write(data, size);
}

// A timer is often an event that somebody cancels.
awaitable<void> waits(asio::steady_timer &timer) {
  error_code ec;
  co_await timer.async_wait(asio::redirect_error(use_awaitable, ec));
  co_await timer.async_wait(noThrow);
  std::cout << "woken\n";
}

awaitable<void> saysGoodbye(tcp::socket peer) {
  error_code ec;
  co_await asio::async_write(peer, asio::buffer("bye"),
                             asio::redirect_error(use_awaitable, ec));
  peer.shutdown(tcp::socket::shutdown_both, ec);
  peer.close(ec);
}

awaitable<void> meant(tcp::socket peer) {
  (void)co_await asio::async_write(peer, asio::buffer("hello"), noThrow);
  std::cout << "sent or not\n";
}

awaitable<void> racesWithTheClock(tcp::socket &peer, asio::steady_timer &timer) {
  char data[512];
  co_await asio::experimental::make_parallel_group(
      peer.async_read_some(asio::buffer(data), asio::deferred),
      timer.async_wait(asio::deferred))
      .async_wait(asio::experimental::wait_for_one(), use_awaitable);
  std::cout << "one of them\n";
}
