// RUN: %check "--args=-DASIO_HAS_CO_AWAIT -DASIO_HAS_STD_COROUTINE" %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// All of standalone Asio, whose Debian version knows no clang with coroutines
// unless told: nothing is found in its headers.
#include <asio.hpp>
#include <asio/experimental/as_tuple.hpp>
#include <asio/experimental/awaitable_operators.hpp>
#include <asio/experimental/concurrent_channel.hpp>

using namespace asio::experimental::awaitable_operators;

asio::awaitable<void> uses() {
  asio::steady_timer first(co_await asio::this_coro::executor);
  asio::steady_timer second(co_await asio::this_coro::executor);
  co_await (first.async_wait(asio::use_awaitable) ||
            second.async_wait(asio::use_awaitable));
}
