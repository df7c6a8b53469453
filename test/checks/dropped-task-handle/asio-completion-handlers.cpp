// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A completion handler is told how the coroutine ended; it should look.
#include <boost/asio.hpp>
#include <exception>
#include <functional>

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;

void log(const char *text);
void ended(std::exception_ptr error);

awaitable<void> session(tcp::socket &peer) {
  co_await peer.async_wait(tcp::socket::wait_read, use_awaitable);
}
awaitable<int> count(tcp::socket &peer) {
  co_await peer.async_wait(tcp::socket::wait_read, use_awaitable);
  co_return 1;
}
awaitable<void> careful(tcp::socket &peer) {
  try {
    co_await peer.async_wait(tcp::socket::wait_read, use_awaitable);
  } catch (...) {
    log("failed");
  }
}
awaitable<void> seenElsewhere();

void ignores(asio::io_context &loop, tcp::socket &peer, int &running) {
  asio::co_spawn(loop, session(peer), [](std::exception_ptr) {});
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the completion handler of 'boost::asio::co_spawn' ignores its 'std::exception_ptr': nobody sees the exception 'session' ends with [async-dropped-task-handle]
  asio::co_spawn(loop, session(peer), [&running](std::exception_ptr error) { --running; });
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the completion handler of 'boost::asio::co_spawn' ignores its 'std::exception_ptr': nobody sees the exception 'session' ends with [async-dropped-task-handle]
  asio::co_spawn(loop, count(peer), [&running](std::exception_ptr, int counted) { running = counted; });
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the completion handler of 'boost::asio::co_spawn' ignores its 'std::exception_ptr': nobody sees the exception 'count' ends with [async-dropped-task-handle]
  asio::co_spawn(
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the completion handler of 'boost::asio::co_spawn' ignores its 'std::exception_ptr': nobody sees the exception {{.*}} ends with [async-dropped-task-handle]
      loop,
      [&peer]() -> awaitable<void> { co_await peer.async_wait(tcp::socket::wait_read, use_awaitable); },
      [](std::exception_ptr) { log("ended"); });
  auto handler = [](std::exception_ptr) {};
  asio::co_spawn(loop, session(peer), handler);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the completion handler of 'boost::asio::co_spawn' ignores its 'std::exception_ptr': nobody sees the exception 'session' ends with [async-dropped-task-handle]
}

struct watcher {
  void operator()(std::exception_ptr error) const { ended(error); }
};

void looks(asio::io_context &loop, tcp::socket &peer, int &sum) {
  asio::co_spawn(loop, session(peer), [](std::exception_ptr error) {
    if (error)
      std::rethrow_exception(error);
  });
  asio::co_spawn(loop, session(peer), [](std::exception_ptr error) {
    if (error)
      log("failed");
  });
  asio::co_spawn(loop, count(peer), [&sum](std::exception_ptr error, int counted) {
    if (!error)
      sum += counted;
  });
  asio::co_spawn(loop, session(peer), [](std::exception_ptr error) { ended(error); });
  asio::co_spawn(loop, session(peer), [](std::exception_ptr error) {
    [error] { ended(error); }();
  });
  asio::co_spawn(loop, session(peer), ended);
  asio::co_spawn(loop, session(peer), watcher());
  asio::co_spawn(loop, session(peer), std::function<void(std::exception_ptr)>(ended));
}

void nothingToSee(asio::io_context &loop, tcp::socket &peer) {
  asio::co_spawn(loop, careful(peer), [](std::exception_ptr) { log("ended"); });
  asio::co_spawn(loop, seenElsewhere(), [](std::exception_ptr) { log("ended"); });
  asio::co_spawn(
      loop, []() -> awaitable<void> { co_return; }, [](std::exception_ptr) {});
}
