// RUN: %check %s '--checks=async-*,-async-unbounded-*,-async-swallowed-cancellation,-async-ignored-errors'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A chat room on Boost.Asio: coroutines that never run, or that nobody hears of
// again.
#include <boost/asio.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <chrono>
#include <exception>
#include <functional>
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;
using namespace asio::experimental::awaitable_operators;
using namespace std::chrono_literals;

awaitable<bool> is_known(std::string name);
awaitable<void> save(std::string line);

awaitable<void> send(tcp::socket &peer, std::string line) {
  co_await asio::async_write(peer, asio::buffer(line), use_awaitable);
}

// What people write.

awaitable<void> greet(tcp::socket &peer, std::string name) {
  send(peer, "welcome");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'send' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await it
  auto farewell = send(peer, "bye");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'send', kept in 'farewell', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: 'farewell' is lost at this 'co_return'
  if (!co_await is_known(name))
    co_return;
  co_await std::move(farewell);
}

awaitable<void> remind(tcp::socket &peer) {
  asio::steady_timer timer(co_await asio::this_coro::executor, 1s);
  timer.async_wait(use_awaitable);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'boost::asio::steady_timer::async_wait' is never awaited: it never runs [async-unawaited-task]
  timer.async_wait(asio::deferred);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'boost::asio::steady_timer::async_wait' is never awaited: it never runs [async-unawaited-task]
  co_await send(peer, "one second");
}

awaitable<void> close(tcp::socket &first, tcp::socket &second) {
  send(first, "bye") && send(second, "bye");
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the task from 'boost::asio::experimental::awaitable_operators::operator&&' is never awaited: it never runs [async-unawaited-task]
  auto saved = save("closed") || save("done");
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: the task from 'boost::asio::experimental::awaitable_operators::operator||', kept in 'saved', is never awaited: it never runs [async-unawaited-task]
  first.close();
  co_return;
}

awaitable<void> tell_all(std::vector<tcp::socket> &room, std::string line) {
  std::vector<awaitable<void>> sends;
  for (tcp::socket &peer : room)
    sends.push_back(send(peer, line));
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the task from 'send', kept in 'sends', is never awaited: it never runs [async-unawaited-task]
  co_await save(line);
}

awaitable<void> twice(tcp::socket &peer) {
  auto line = send(peer, "twice");
  co_await std::move(line);
  co_await std::move(line);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'line' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: first awaited here
}

void warn(tcp::socket &peer) {
  send(peer, "this room closes soon");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'send' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: return it, or start it on the event loop
}

awaitable<void> session(tcp::socket peer) {
  char data[1024];
  for (;;) {
    auto size = co_await peer.async_read_some(asio::buffer(data), use_awaitable);
    co_await save(std::string(data, size));
  }
}

awaitable<void> listen(tcp::acceptor &acceptor) {
  auto executor = co_await asio::this_coro::executor;
  for (;;) {
    tcp::socket peer = co_await acceptor.async_accept(use_awaitable);
    asio::co_spawn(executor, session(std::move(peer)), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'session' is started by 'boost::asio::co_spawn' and nobody sees its errors: asio::detached throws away the exception the coroutine ends with [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-11]]:17: note: an exception of this await leaves 'session'
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: instead: handle its errors inside of it, or keep what tells how it ends
  }
}

void start(asio::io_context &context, tcp::acceptor &acceptor) {
  asio::co_spawn(context, listen(acceptor), asio::use_future);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'boost::asio::co_spawn' is dropped: the exception the coroutine ends with is only in the future [async-dropped-task-handle]
  asio::co_spawn(context, listen(acceptor), [](std::exception_ptr) { std::cout << "closed\n"; });
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the completion handler of 'boost::asio::co_spawn' ignores its 'std::exception_ptr': nobody sees the exception 'listen' ends with [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-13]]:24: note: an exception of this await leaves 'listen'
  asio::co_spawn(context, save("started"), use_awaitable);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'boost::asio::co_spawn' is never awaited: it never runs [async-unawaited-task]
}

void on_close(std::vector<std::function<void()>> &handlers, tcp::socket &peer,
              asio::io_context &context) {
  std::function<void()> tell = [&peer]() -> awaitable<void> { co_await send(peer, "closed"); };
// CHECK-MESSAGES: :[[@LINE-1]]:32: warning: 'std::function<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
// CHECK-MESSAGES: :[[@LINE-2]]:32: note: instead: give it an ordinary function that starts the task
  handlers.push_back(tell);
  asio::post(context, [&peer]() -> awaitable<void> { co_await send(peer, "closed"); });
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'boost::asio::post' drops the task that this lambda returns: it never runs [async-erased-task]
}

// What the library's own guide shows.

awaitable<void> greet_and_wait(tcp::socket &peer, std::string name) {
  co_await send(peer, "welcome");
  if (!co_await is_known(name))
    co_return co_await send(peer, "who are you?");
  auto both = send(peer, "here is your mail") && save(name);
  co_await std::move(both);
  asio::steady_timer timer(co_await asio::this_coro::executor, 1s);
  auto late = timer.async_wait(asio::deferred);
  co_await std::move(late)(use_awaitable);
}

awaitable<std::string> read_line(tcp::socket &peer) {
  std::string line;
  asio::steady_timer timer(co_await asio::this_coro::executor, 30s);
  auto buffer = asio::dynamic_buffer(line);
  auto read = co_await (asio::async_read_until(peer, buffer, '\n', use_awaitable) ||
                        timer.async_wait(use_awaitable));
  co_return read.index() == 0 ? line : "";
}

awaitable<void> read_both(tcp::socket &first, tcp::socket &second) {
  char data[2][64];
  co_await asio::experimental::make_parallel_group(
      first.async_read_some(asio::buffer(data[0]), asio::deferred),
      second.async_read_some(asio::buffer(data[1]), asio::deferred))
      .async_wait(asio::experimental::wait_for_all(), use_awaitable);
}

awaitable<void> tell_all_of_them(std::vector<tcp::socket> &room, std::string line) {
  std::vector<awaitable<void>> sends;
  for (tcp::socket &peer : room)
    sends.push_back(send(peer, line));
  for (auto &sending : sends)
    co_await std::move(sending);
}

using line_channel = asio::experimental::channel<void(boost::system::error_code, std::string)>;

awaitable<void> relay(line_channel &lines, tcp::socket &peer) {
  for (;;)
    co_await send(peer, co_await lines.async_receive(use_awaitable));
}

// No coroutine: its caller awaits.
awaitable<void> leave(tcp::socket &peer, bool polite) {
  if (polite)
    return send(peer, "bye");
  return save("left");
}

awaitable<void> careful_session(tcp::socket peer) {
  try {
    co_await session(std::move(peer));
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
  }
}

awaitable<void> listen_to_errors(tcp::acceptor &acceptor) {
  auto executor = co_await asio::this_coro::executor;
  for (;;) {
    auto [error, peer] = co_await acceptor.async_accept(asio::as_tuple(use_awaitable));
    if (error)
      co_return;
    asio::co_spawn(executor, careful_session(std::move(peer)), asio::detached);
    asio::co_spawn(executor, save("accepted"), asio::detached);
  }
}

int serve(asio::io_context &context, tcp::acceptor &acceptor) {
  auto listening = listen_to_errors(acceptor);
  asio::co_spawn(context, std::move(listening), asio::detached);
  auto saved = asio::co_spawn(context, save("started"), asio::use_future);
  asio::co_spawn(context, listen(acceptor), [&](std::exception_ptr error) {
    if (error)
      context.stop();
  });
  std::function<awaitable<void>()> stop = [] { return save("stopped"); };
  asio::co_spawn(context, stop, asio::detached);
  asio::post(context, [&] { acceptor.close(); });
  context.run();
  saved.get();
  return 0;
}

awaitable<void> on_their_threads(asio::thread_pool &pool) {
  co_await asio::post(pool, use_awaitable);
  auto saved = asio::co_spawn(pool, save("elsewhere"), use_awaitable);
  co_await std::move(saved);
  std::optional<awaitable<void>> last;
  if (co_await is_known("anybody"))
    last = save("somebody");
  if (last)
    co_await std::move(*last);
}
