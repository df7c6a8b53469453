// RUN: %check %s '--checks=async-*,-async-cancellation-as-success'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a coroutine awaits is looked into: an await of one that answers for its
// errors throws nothing.
#include <boost/asio.hpp>
#include <exception>

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;

void log(const char *text);

awaitable<void> fails(tcp::socket &peer) {
  co_await peer.async_wait(tcp::socket::wait_read, use_awaitable);
}

awaitable<int> answersForItself(tcp::socket &peer) {
  try {
    co_await fails(peer);
    co_return 1;
  } catch (const std::exception &error) {
    log(error.what());
  }
  co_return 0;
}

awaitable<void> awaitsTheSecond(tcp::socket &peer) {
  while (co_await answersForItself(peer) == 0)
    log("again");
}

awaitable<void> awaitsBoth(tcp::socket &peer) {
  co_await answersForItself(peer);
  co_await fails(peer);
}

awaitable<void> throughAnother(tcp::socket &peer) {
  co_await awaitsBoth(peer);
}

awaitable<void> awaitsItself(tcp::socket &peer, int depth) {
  if (depth > 0)
    co_await awaitsItself(peer, depth - 1);
  co_await answersForItself(peer);
}

awaitable<void> inALambda(tcp::socket &peer) {
  co_await [](tcp::socket &peer) -> awaitable<void> {
    co_await answersForItself(peer);
  }(peer);
}

void starts(asio::io_context &loop, tcp::socket &peer) {
  asio::co_spawn(loop, awaitsTheSecond(peer), asio::detached);
  asio::co_spawn(loop, awaitsBoth(peer), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'awaitsBoth' is started by 'boost::asio::co_spawn' and nobody sees its errors: asio::detached throws away the exception the coroutine ends with [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-23]]:3: note: an exception of this await leaves 'awaitsBoth'
  asio::co_spawn(loop, throughAnother(peer), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'throughAnother' is started by 'boost::asio::co_spawn' and nobody sees its errors: asio::detached throws away the exception the coroutine ends with [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-22]]:3: note: an exception of this await leaves 'throughAnother'
  asio::co_spawn(loop, awaitsItself(peer, 3), asio::detached);
  asio::co_spawn(loop, inALambda(peer), asio::detached);
}
