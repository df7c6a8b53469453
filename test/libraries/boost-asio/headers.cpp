// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// All of Boost.Asio: nothing is found in its headers.
#include <boost/asio.hpp>
#include <boost/asio/experimental/as_tuple.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <boost/asio/experimental/concurrent_channel.hpp>
#include <boost/asio/experimental/coro.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/experimental/promise.hpp>

using namespace boost::asio::experimental::awaitable_operators;

boost::asio::awaitable<void> uses() {
  boost::asio::steady_timer first(co_await boost::asio::this_coro::executor);
  boost::asio::steady_timer second(co_await boost::asio::this_coro::executor);
  co_await (first.async_wait(boost::asio::use_awaitable) ||
            second.async_wait(boost::asio::use_awaitable));
}
