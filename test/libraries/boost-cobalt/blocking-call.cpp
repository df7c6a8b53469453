// RUN: %check %s '--checks=-*,async-blocking-call' --args=-I%S/../../rules/packs/Inputs/boost-cobalt
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Boost.Cobalt: what blocks its event loop, and what does not.
#include <boost/asio.hpp>
#include <boost/cobalt.hpp>
#include <boost/cobalt/io.hpp>
#include <boost/cobalt/main.hpp>
#include <chrono>
#include <fstream>
#include <string>
#include <thread>
#include <unistd.h>

namespace asio = boost::asio;
namespace cobalt = boost::cobalt;
using namespace std::chrono_literals;

// An echo server: one connection is slowed down, and all the others with it.
cobalt::promise<void> echo(cobalt::io::stream_socket socket) {
  char data[4096];
  while (socket.is_open()) {
    std::size_t size = co_await socket.read_some(asio::buffer(data));
    std::this_thread::sleep_for(10ms);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'std::this_thread::sleep_for' blocks the thread in coroutine 'echo': it sleeps until the time is over [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:5: note: instead: co_await cobalt::io::sleep(...), or a timer's async_wait(cobalt::use_op)
    co_await cobalt::io::write(socket, asio::buffer(data, size));
  }
}

cobalt::promise<void> echoSlowly(cobalt::io::stream_socket socket) {
  char data[4096];
  while (socket.is_open()) {
    std::size_t size = co_await socket.read_some(asio::buffer(data));
    co_await cobalt::io::sleep(10ms);
    co_await cobalt::io::write(socket, asio::buffer(data, size));
  }
}

cobalt::generator<cobalt::io::stream_socket> listen() {
  cobalt::io::acceptor acceptor(
      cobalt::io::endpoint{cobalt::io::tcp_v4, "0.0.0.0", 55555});
  for (;;)
    co_yield co_await acceptor.accept();
}

cobalt::promise<void> serve(cobalt::wait_group &workers) {
  auto connections = listen();
  for (;;) {
    if (workers.size() == 10)
      co_await workers.wait_one();
    workers.push_back(echoSlowly(co_await connections));
  }
}

cobalt::main co_main(int argc, char *argv[]) {
  co_await cobalt::with(cobalt::wait_group(), &serve);
  co_return 0;
}

// Asio's own timers work too, awaited with use_op.
cobalt::task<void> delay(bool wait) {
  asio::steady_timer timer{co_await cobalt::this_coro::executor, 1s};
  if (wait)
    timer.wait();
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: call to 'boost::asio::steady_timer::wait' blocks the thread in coroutine 'delay': it sleeps until the timer expires [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:11: note: instead: co_await cobalt::io::sleep(...), or a timer's async_wait(cobalt::use_op)
  co_await timer.async_wait(cobalt::use_op);
  cobalt::io::steady_timer other{1s};
  co_await other.wait();
}

// A loop inside of the loop.
cobalt::task<int> load(std::string key) {
  co_return static_cast<int>(key.size());
}

cobalt::promise<int> total(std::string a, std::string b) {
  int first = co_await load(a);
  int second = cobalt::run(load(b));
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: call to 'boost::cobalt::run' blocks the thread in coroutine 'total': it runs an event loop of its own until the task is done [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:16: note: instead: co_await the task itself
  co_return first + second;
}

int totalOfMain(std::string a) { return cobalt::run(load(a)); }

// Threads: joined, left alone, and awaited.
cobalt::thread count(int &found) { found = co_await load("thread"); }

cobalt::promise<int> countJoined() {
  int found = 0;
  cobalt::thread worker = count(found);
  worker.join();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to 'boost::cobalt::thread::join' blocks the thread in coroutine 'countJoined': it waits until the thread ends [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:10: note: instead: co_await the cobalt::thread
  co_return found;
}

cobalt::promise<int> countDropped() {
  int found = 0;
  cobalt::thread worker = count(found);
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: destroying 'boost::cobalt::thread' blocks the thread in coroutine 'countDropped': it stops the thread's event loop in its destructor and waits until the thread ends [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:18: note: instead: co_await the cobalt::thread before it goes
  co_await cobalt::io::sleep(1s);
  co_return found;
}

cobalt::promise<int> countAwaited() {
  int found = 0;
  cobalt::thread worker = count(found);
  co_await worker;
  int twice = 2 * found;
  co_return twice;
}

cobalt::promise<void> countForever(int &found) {
  cobalt::thread worker = count(found);
  worker.detach();
  co_return;
}

// Files: on the loop, in a handler, and on a pool.
static std::string contents(const std::string &path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

cobalt::promise<std::string> page(std::string path) {
  co_return contents(path);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'contents' blocks the thread in coroutine 'page': it reaches 'std::ifstream', which opens a file on disk, and 1 more [async-blocking-call]
// CHECK-NOTES: :{{[0-9]+}}:17: note: 'contents' constructs 'std::ifstream' here
// CHECK-NOTES: :[[@LINE-3]]:13: note: instead: co_await cobalt::spawn(pool, work, cobalt::use_op), or a cobalt::io::stream_file
}

cobalt::task<std::string> readOnPool(std::string path) {
  co_return contents(path);
}

cobalt::promise<std::string> pageOnPool(asio::thread_pool &pool,
                                        std::string path) {
  co_return co_await cobalt::spawn(pool.get_executor(), readOnPool(path),
                                   cobalt::use_op);
}

cobalt::task<void> archive() {
  sleep(1);
  co_return;
}

void archiveLater(asio::thread_pool &pool) {
  cobalt::spawn(asio::make_strand(pool.get_executor()), archive(),
                asio::detached);
}

cobalt::task<void> archiveHere() {
  sleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'sleep' blocks the thread in coroutine 'archiveHere': it sleeps until the time is over [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:3: note: instead: {{.*}}
  co_return;
}

void archiveSoon(asio::io_context &loop) {
  cobalt::spawn(loop, archiveHere(), asio::detached);
}

cobalt::promise<void> appendLater(std::string path) {
  asio::post(co_await cobalt::this_coro::executor,
             [path] { std::ofstream(path) << "later"; });
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: constructing 'std::ofstream' blocks the thread in a callback of the event loop: it opens a file on disk [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:23: note: instead: co_await an asio::stream_file{{.*}}
}

cobalt::promise<void> appendOnPool(asio::thread_pool &pool, std::string path) {
  asio::post(pool, [path] { std::ofstream(path) << "later"; });
  co_return;
}

// What the files of Cobalt do at once, and what is awaited.
cobalt::promise<void> save(std::string path, std::string text) {
  cobalt::io::stream_file file(path, cobalt::io::file::write_only);
  co_await file.write_some(asio::buffer(text));
  file.sync_all();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to 'boost::cobalt::io::stream_file::sync_all' blocks the thread in coroutine 'save': it waits until the data is on the disk [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:8: note: instead: co_await cobalt::spawn(pool, work, cobalt::use_op), with an asio::thread_pool
}

// All the rest of the library is awaited.
cobalt::promise<void> produce(cobalt::channel<int> &numbers) {
  for (int i = 0; i < 4; ++i)
    co_await numbers.write(i);
  numbers.close();
}

cobalt::promise<int> consume() {
  cobalt::channel<int> numbers;
  auto producer = produce(numbers);
  int sum = 0;
  while (numbers.is_open())
    sum += co_await numbers.read();
  co_await producer;
  co_await cobalt::gather(load("a"), load("b"));
  co_await cobalt::race(load("c"), cobalt::io::sleep(1s));
  co_return sum;
}
