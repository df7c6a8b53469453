// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Coroutines that may be started with asio::detached: they answer for their
// errors themselves, or nothing is known to leave them.
#include <boost/asio.hpp>
#include <exception>
#include <utility>

namespace asio = boost::asio;
using asio::as_tuple;
using asio::awaitable;
using asio::redirect_error;
using asio::use_awaitable;
using asio::ip::tcp;

void log(const char *text);

awaitable<void> catchesExceptions(tcp::socket &peer) {
  try {
    for (;;)
      co_await peer.async_wait(tcp::socket::wait_read, use_awaitable);
  } catch (const std::exception &error) {
    log(error.what());
  }
}

awaitable<void> catchesAll(tcp::socket &peer) {
  try {
    co_await peer.async_wait(tcp::socket::wait_read, use_awaitable);
    throw 1;
  } catch (const std::exception &error) {
    log(error.what());
  } catch (...) {
    log("something else");
  }
}

awaitable<void> catchesAllAround(tcp::socket &peer) try {
  co_await peer.async_wait(tcp::socket::wait_read, use_awaitable);
} catch (...) {
  log("failed");
}

awaitable<void> catchesInEachTurn(tcp::socket &peer, int turns) {
  while (turns-- > 0) {
    try {
      try {
        co_await peer.async_wait(tcp::socket::wait_read, use_awaitable);
      } catch (const boost::system::system_error &) {
        throw;
      }
    } catch (const std::exception &error) {
      log(error.what());
    }
  }
}

awaitable<void> getsTuples(tcp::socket socket) {
  char data[64];
  for (;;) {
    auto [failed, size] =
        co_await socket.async_read_some(asio::buffer(data), as_tuple(use_awaitable));
    if (failed)
      co_return;
    auto [failedToo, written] = co_await asio::async_write(
        socket, asio::buffer(data, size), as_tuple(use_awaitable));
    if (failedToo || written != size)
      co_return;
  }
}

awaitable<void> getsCodes(tcp::socket &peer) {
  boost::system::error_code failed;
  while (!failed)
    co_await peer.async_wait(tcp::socket::wait_read, redirect_error(use_awaitable, failed));
}

awaitable<void> asksForItsExecutor(int &starts) {
  auto loop = co_await asio::this_coro::executor;
  auto cancelled = co_await asio::this_coro::cancellation_state;
  if (loop && cancelled.cancelled() == asio::cancellation_type::none)
    ++starts;
}

awaitable<void> nothingToAwait(int &starts) {
  ++starts;
  co_return;
}

awaitable<void> seenElsewhere();

void starts(asio::io_context &loop, tcp::socket &peer, tcp::socket socket, int &count) {
  asio::co_spawn(loop, catchesExceptions(peer), asio::detached);
  asio::co_spawn(loop, catchesAll(peer), asio::detached);
  asio::co_spawn(loop, catchesAllAround(peer), asio::detached);
  asio::co_spawn(loop, catchesInEachTurn(peer, 3), asio::detached);
  asio::co_spawn(loop, getsTuples(std::move(socket)), asio::detached);
  asio::co_spawn(loop, getsCodes(peer), asio::detached);
  asio::co_spawn(loop, asksForItsExecutor(count), asio::detached);
  asio::co_spawn(loop, nothingToAwait(count), asio::detached);
  asio::co_spawn(loop, seenElsewhere(), asio::detached);
  asio::co_spawn(loop, seenElsewhere, asio::detached);
}

void startsLambdas(asio::io_context &loop, tcp::socket &peer) {
  asio::co_spawn(
      loop,
      [&peer]() -> awaitable<void> {
        try {
          co_await peer.async_wait(tcp::socket::wait_read, use_awaitable);
        } catch (...) {
          log("failed");
        }
      },
      asio::detached);
  asio::co_spawn(
      loop,
      [&peer]() -> awaitable<void> {
        auto [failed] = co_await peer.async_wait(tcp::socket::wait_read, as_tuple(use_awaitable));
        log(failed ? "failed" : "done");
      },
      asio::detached);
}

awaitable<void> somebodyElseSees(tcp::socket &peer) {
  co_await peer.async_wait(tcp::socket::wait_read, use_awaitable);
}
awaitable<void> awaitsIt(tcp::socket &peer) {
  co_await asio::co_spawn(peer.get_executor(), somebodyElseSees(peer), use_awaitable);
}
