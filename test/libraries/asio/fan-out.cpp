// RUN: %check "--args=-DASIO_HAS_CO_AWAIT -DASIO_HAS_STD_COROUTINE" %s '--checks=-*,async-unbounded-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A mailer on Asio without Boost: how many coroutines there are at once.
#include <asio.hpp>
#include <string>
#include <utility>
#include <vector>

using asio::awaitable;
using asio::ip::tcp;

awaitable<void> mail(std::string to);
awaitable<void> serve(tcp::socket peer);

awaitable<void> mailAll(std::vector<std::string> everybody) {
  for (const std::string &to : everybody)
    asio::co_spawn(co_await asio::this_coro::executor, mail(to), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'mailAll' starts 'mail' for every element of 'everybody': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: in this loop
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: instead: wait for a place before each start, in an asio::experimental::channel that has as many, or let that many coroutines take one after the other
}

awaitable<void> listen(tcp::acceptor &acceptor) {
  for (;;)
    asio::co_spawn(acceptor.get_executor(), serve(co_await acceptor.async_accept(asio::use_awaitable)),
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'listen' starts 'serve' for every connection that 'asio::ip::tcp::acceptor::async_accept' gives: nothing limits how many there are at once [async-unbounded-accept-loop]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: in this loop
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: instead: wait for a place before each start, in an asio::experimental::channel that has as many, or let that many coroutines take one after the other
                   asio::detached);
}

awaitable<void> mailInTurn(std::vector<std::string> everybody) {
  for (const std::string &to : everybody)
    co_await mail(to);
  for (const char *to : {"postmaster", "abuse"})
    asio::co_spawn(co_await asio::this_coro::executor, mail(to), asio::detached);
}
