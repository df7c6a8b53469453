// RUN: %check %s '--checks=-*,async-unbounded-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A crawler and a server on Boost.Asio: how many coroutines there are at once.
#include <boost/asio.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;
using namespace std::chrono_literals;

awaitable<void> fetch(std::string link);
awaitable<void> serve(tcp::socket peer);
using tokens = asio::experimental::channel<void(boost::system::error_code)>;
awaitable<void> fetchAndReturn(std::string link, tokens &places);

// What people write.

awaitable<void> crawl(std::vector<std::string> links) {
  auto executor = co_await asio::this_coro::executor;
  for (const std::string &link : links)
    asio::co_spawn(executor, fetch(link), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'crawl' starts 'fetch' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: in this loop
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: instead: wait for a place before each start, in an asio::experimental::channel that has as many, or let that many coroutines take one after the other
}

awaitable<void> crawlByClosures(std::vector<std::string> links) {
  for (std::string &link : links)
    asio::co_spawn(
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'crawlByClosures' starts a coroutine lambda for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: in this loop
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: instead: wait for a place before each start, in an asio::experimental::channel that has as many, or let that many coroutines take one after the other
        co_await asio::this_coro::executor,
        [link = std::move(link)]() -> awaitable<void> { co_await fetch(link); }, asio::detached);
}

void crawlAndWait(asio::io_context &loop, const std::vector<std::string> &links) {
  std::vector<std::future<void>> all;
  for (std::size_t i = 0; i < links.size(); ++i)
    all.push_back(asio::co_spawn(loop, fetch(links[i]), asio::use_future));
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'crawlAndWait' starts 'fetch' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
  for (auto &each : all)
    each.get();
}

awaitable<void> crawlLines(tcp::socket &peer) {
  std::string buffer;
  for (;;) {
    std::size_t size = co_await asio::async_read_until(peer, asio::dynamic_buffer(buffer), '\n', use_awaitable);
    std::string link = buffer.substr(0, size);
    buffer.erase(0, size);
    asio::co_spawn(peer.get_executor(), fetch(link), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'crawlLines' starts 'fetch' for every result of 'boost::asio::async_read_until': nothing limits how many there are at once [async-unbounded-fan-out]
  }
}

awaitable<void> listen(tcp::acceptor &acceptor) {
  for (;;) {
    tcp::socket peer = co_await acceptor.async_accept(use_awaitable);
    asio::co_spawn(acceptor.get_executor(), serve(std::move(peer)), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'listen' starts 'serve' for every connection that 'boost::asio::ip::tcp::acceptor::async_accept' gives: nothing limits how many there are at once [async-unbounded-accept-loop]
  }
}

awaitable<void> listenWithCode(tcp::acceptor &acceptor) {
  while (acceptor.is_open()) {
    auto [failed, peer] = co_await acceptor.async_accept(asio::as_tuple(use_awaitable));
    if (failed)
      continue;
    asio::co_spawn(acceptor.get_executor(), serve(std::move(peer)), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'listenWithCode' starts 'serve' for every connection that 'boost::asio::ip::tcp::acceptor::async_accept' gives: nothing limits how many there are at once [async-unbounded-accept-loop]
  }
}

awaitable<void> listenInto(tcp::acceptor &acceptor) {
  for (;;) {
    tcp::socket peer(acceptor.get_executor());
    co_await acceptor.async_accept(peer, use_awaitable);
    asio::co_spawn(acceptor.get_executor(), serve(std::move(peer)), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'listenInto' starts 'serve' for every connection that 'boost::asio::ip::tcp::acceptor::async_accept' gives: nothing limits how many there are at once [async-unbounded-accept-loop]
  }
}

// Good.

awaitable<void> inTurn(std::vector<std::string> links) {
  auto executor = co_await asio::this_coro::executor;
  for (const std::string &link : links)
    co_await fetch(link);
  for (const std::string &link : links)
    co_await asio::co_spawn(executor, fetch(link), use_awaitable);
}

awaitable<void> withTokens(std::vector<std::string> links, tokens &places) {
  for (const std::string &link : links) {
    co_await places.async_send(boost::system::error_code(), use_awaitable);
    asio::co_spawn(co_await asio::this_coro::executor, fetchAndReturn(link, places), asio::detached);
  }
}

awaitable<void> two(std::vector<std::string> links) {
  using namespace asio::experimental::awaitable_operators;
  co_await (fetch(links.front()) && fetch(links.back()));
}

awaitable<void> paced(std::vector<std::string> links, asio::steady_timer &timer) {
  for (const std::string &link : links) {
    timer.expires_after(100ms);
    co_await timer.async_wait(use_awaitable);
    asio::co_spawn(timer.get_executor(), fetch(link), asio::detached);
  }
}

void threads(asio::io_context &loop) {
  for (int i = 0; i < 4; ++i)
    asio::co_spawn(loop, fetch("index"), asio::detached);
}

void listeners(asio::io_context &loop, const std::vector<tcp::endpoint> &endpoints) {
  std::vector<std::unique_ptr<tcp::acceptor>> acceptors;
  for (const tcp::endpoint &endpoint : endpoints) {
    acceptors.push_back(std::make_unique<tcp::acceptor>(loop, endpoint));
    asio::co_spawn(loop, listen(*acceptors.back()), asio::detached);
  }
}

awaitable<void> listenForFew(tcp::acceptor &acceptor, tokens &places) {
  for (;;) {
    co_await places.async_send(boost::system::error_code(), use_awaitable);
    tcp::socket peer = co_await acceptor.async_accept(use_awaitable);
    asio::co_spawn(
        acceptor.get_executor(),
        [&places, peer = std::move(peer)]() mutable -> awaitable<void> {
          co_await serve(std::move(peer));
          places.try_receive([](auto) {});
        },
        asio::detached);
  }
}

awaitable<void> oneAfterTheOther(tcp::acceptor &acceptor) {
  for (;;)
    co_await serve(co_await acceptor.async_accept(use_awaitable));
}
