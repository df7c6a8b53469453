// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Handlers run on the loop, or on the pool they are given to.
#include <boost/asio/buffer.hpp>
#include <boost/asio/defer.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <functional>
#include <unistd.h>

namespace asio = boost::asio;
using boost::system::error_code;

void helper() { usleep(1); }

void posts(asio::io_context &loop) {
  asio::post(loop, [] { usleep(1); });
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: call to 'usleep' blocks the thread in a callback of the event loop: it {{.*}} [async-blocking-call]
  asio::post(loop.get_executor(), [] { helper(); });
// CHECK-MESSAGES: :[[@LINE-1]]:40: warning: call to 'helper' blocks the thread in a callback of the event loop: it reaches 'usleep', which {{.*}} [async-blocking-call]
  asio::dispatch(loop, [] { usleep(1); });
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: call to 'usleep' blocks the thread in a callback of the event loop: it {{.*}} [async-blocking-call]
  asio::defer(loop, [] { usleep(1); });
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: call to 'usleep' blocks the thread in a callback of the event loop: it {{.*}} [async-blocking-call]
  asio::post(loop, [] { asio::post([] {}); });
}

void waits(asio::steady_timer &timer, asio::ip::tcp::socket &socket,
           char *buffer) {
  timer.async_wait([](error_code error) {
    if (!error)
      usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: call to 'usleep' blocks the thread in a callback of the event loop: it {{.*}} [async-blocking-call]
  });
  socket.async_read_some(asio::buffer(buffer, 8), [](error_code, std::size_t) {
    usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'usleep' blocks the thread in a callback of the event loop: it {{.*}} [async-blocking-call]
  });
}

struct session {
  asio::steady_timer timer;
  void start() {
    timer.async_wait([this](error_code) { tick(); });
// CHECK-MESSAGES: :[[@LINE-1]]:43: warning: call to 'session::tick' blocks the thread in a callback of the event loop: it reaches 'usleep', which {{.*}} [async-blocking-call]
  }
  void tick() { usleep(1); }
};

void posted(asio::thread_pool &pool) {
  asio::post(pool, [] { usleep(1); });
  asio::post(pool.get_executor(), [] { helper(); });
  asio::dispatch(pool, [] { usleep(1); });
  asio::defer(pool, [] { usleep(1); });
}

void quiet(asio::io_context &loop, asio::thread_pool &pool,
           asio::steady_timer &timer) {
  asio::post(loop, [] {});
  asio::post(loop, [&pool] { asio::post(pool, [] { usleep(1); }); });
  timer.async_wait([](error_code) {});
  auto neverPosted = [] { usleep(1); };
  (void)neverPosted;
  usleep(1);
}
