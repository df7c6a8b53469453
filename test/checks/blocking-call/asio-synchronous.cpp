// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Asio's synchronous operations, each beside the asynchronous one.
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/udp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <chrono>
#include <string>
#include <thread>

namespace asio = boost::asio;
using asio::use_awaitable;
using asio::ip::tcp;

asio::awaitable<void> blocks(tcp::socket &socket, tcp::acceptor &acceptor,
                             asio::steady_timer &timer, std::string &text) {
  asio::read(socket, asio::buffer(text));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'boost::asio::read' blocks the thread in coroutine 'blocks': it {{.*}} [async-blocking-call]
// CHECK-MESSAGES: :{{[0-9]+}}:{{[0-9]+}}: note: instead: {{.*}}
  asio::write(socket, asio::buffer(text));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'boost::asio::write' blocks the thread in coroutine 'blocks': it {{.*}} [async-blocking-call]
// CHECK-MESSAGES: :{{[0-9]+}}:{{[0-9]+}}: note: instead: {{.*}}
  asio::read_until(socket, asio::dynamic_buffer(text), '\n');
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'boost::asio::read_until' blocks the thread in coroutine 'blocks': it {{.*}} [async-blocking-call]
  socket.read_some(asio::buffer(text));
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to '{{.*}}::read_some' blocks the thread in coroutine 'blocks': it {{.*}} [async-blocking-call]
  socket.write_some(asio::buffer(text));
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to '{{.*}}::write_some' blocks the thread in coroutine 'blocks': it {{.*}} [async-blocking-call]
  boost::system::error_code error;
  socket.send(asio::buffer(text), 0, error);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to '{{.*}}::send' blocks the thread in coroutine 'blocks': it {{.*}} [async-blocking-call]
  tcp::socket peer = acceptor.accept();
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: call to '{{.*}}::accept' blocks the thread in coroutine 'blocks': it {{.*}} [async-blocking-call]
  timer.wait();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: call to '{{.*}}::wait' blocks the thread in coroutine 'blocks': it {{.*}} [async-blocking-call]
  co_return;
}

asio::awaitable<void> connects(std::string host) {
  tcp::resolver resolver(co_await asio::this_coro::executor);
  auto found = resolver.resolve(host, "80");
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: call to '{{.*}}::resolve' blocks the thread in coroutine 'connects': it {{.*}} [async-blocking-call]
// CHECK-MESSAGES: :{{[0-9]+}}:{{[0-9]+}}: note: instead: {{.*}}async_resolve{{.*}}
  tcp::socket socket(co_await asio::this_coro::executor);
  asio::connect(socket, found);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'boost::asio::connect' blocks the thread in coroutine 'connects': it {{.*}} [async-blocking-call]
  socket.connect(*found.begin());
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to '{{.*}}::connect' blocks the thread in coroutine 'connects': it {{.*}} [async-blocking-call]
}

asio::awaitable<void> awaits(tcp::socket &socket, tcp::acceptor &acceptor,
                             asio::steady_timer &timer, std::string &text) {
  co_await asio::async_read(socket, asio::buffer(text), use_awaitable);
  co_await asio::async_write(socket, asio::buffer(text), use_awaitable);
  co_await asio::async_read_until(socket, asio::dynamic_buffer(text), '\n',
                                  use_awaitable);
  co_await socket.async_read_some(asio::buffer(text), use_awaitable);
  tcp::socket peer = co_await acceptor.async_accept(use_awaitable);
  timer.expires_after(std::chrono::seconds(1));
  co_await timer.async_wait(use_awaitable);
  tcp::resolver resolver(co_await asio::this_coro::executor);
  auto found = co_await resolver.async_resolve("host", "80", use_awaitable);
  co_await asio::async_connect(peer, found, use_awaitable);
  peer.available();
  peer.set_option(tcp::no_delay(true));
  peer.shutdown(tcp::socket::shutdown_both);
  peer.close();
  timer.cancel();
}

// The advice is in the words of the coroutine's own library.
asio::awaitable<void> sleeps() {
  std::this_thread::sleep_for(std::chrono::seconds(1));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'std::this_thread::sleep_for' blocks the thread in coroutine 'sleeps': it {{.*}} [async-blocking-call]
// CHECK-MESSAGES: :{{[0-9]+}}:{{[0-9]+}}: note: instead: {{.*}}steady_timer{{.*}}
  co_return;
}

// No coroutine: a client that only does one thing.
void plain(tcp::socket &socket, std::string &text) {
  asio::read(socket, asio::buffer(text));
}
