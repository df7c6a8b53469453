// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/boost-cobalt '--checks=async-*,-async-unbounded-*,-async-cancellation-as-success'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A chat room on Boost.Cobalt: a dropped task never runs, a dropped promise is
// cancelled.
#include <boost/asio.hpp>
#include <boost/cobalt.hpp>
#include <boost/cobalt/io.hpp>
#include <boost/cobalt/main.hpp>
#include <chrono>
#include <functional>
#include <iostream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace asio = boost::asio;
namespace cobalt = boost::cobalt;
using namespace std::chrono_literals;

cobalt::task<bool> isKnown(std::string name);
cobalt::task<void> save(std::string line);
cobalt::promise<void> send(int peer, std::string line);
cobalt::promise<int> count(std::string room);
cobalt::thread render(int room);

// What people write.

cobalt::task<void> greet(int peer, std::string name) {
  save("greeting " + name);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await it
  send(peer, "welcome");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'send' is never awaited: dropping it cancels its work [async-unawaited-task]
  auto farewell = save("farewell " + name);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'save', kept in 'farewell', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: 'farewell' is lost at this 'co_return'
  if (!co_await isKnown(name))
    co_return;
  co_await std::move(farewell);
}

cobalt::promise<void> remind(int peer) {
  cobalt::io::sleep(1s);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'boost::cobalt::io::sleep' is never awaited: it never runs [async-unawaited-task]
  cobalt::io::steady_timer timer(1s);
  auto ringing = timer.wait();
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: the task from 'boost::cobalt::io::steady_timer::wait', kept in 'ringing', is never awaited: it never runs [async-unawaited-task]
  cobalt::gather(send(peer, "one"), save("second"));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'boost::cobalt::gather' is never awaited: it never runs [async-unawaited-task]
  cobalt::race(send(peer, "two"), cobalt::io::sleep(2s));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'boost::cobalt::race' is never awaited: it never runs [async-unawaited-task]
  co_return;
}

cobalt::promise<void> saveAll(std::vector<int> rooms) {
  std::vector<cobalt::task<void>> saves;
  for (int room : rooms)
    saves.push_back(save(std::to_string(room)));
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the task from 'save', kept in 'saves', is never awaited: it never runs [async-unawaited-task]
  co_await send(0, "all is saved");
}

cobalt::task<void> redraw(int room) {
  render(room);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: destroying 'boost::cobalt::thread' blocks the thread in coroutine 'redraw': it stops the thread's event loop in its destructor and waits until the thread ends [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await the cobalt::thread before it goes
// CHECK-MESSAGES: :[[@LINE-3]]:3: warning: the task from 'render' is never awaited: dropping it blocks the thread until its work is done [async-unawaited-task]
  co_await save("drawn");
}

cobalt::task<void> answer(cobalt::io::stream_socket &peer, std::string line) {
  peer.write_some(asio::buffer(line));
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: the task from 'boost::cobalt::io::stream_socket::write_some' is never awaited: it never runs [async-unawaited-task]
  char data[64];
  auto reading = peer.read_some(asio::buffer(data));
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: the task from 'boost::cobalt::io::stream_socket::read_some', kept in 'reading', is never awaited: it never runs [async-unawaited-task]
  co_await save(line);
}

cobalt::task<void> session(cobalt::io::stream_socket &peer) {
  char data[64];
  for (;;)
    co_await peer.read_some(asio::buffer(data));
}

void serve(asio::io_context &loop, cobalt::io::stream_socket &peer) {
  cobalt::spawn(loop, session(peer), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'session' is started by 'boost::cobalt::spawn' and nobody sees its errors: asio::detached throws away the exception the task ends with [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-6]]:5: note: an exception of this await leaves 'session'
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: instead: handle its errors inside of it, or keep what tells how it ends
}

cobalt::promise<int> countTwice(std::string room) {
  auto counting = count(room);
  int first = co_await std::move(counting);
  co_return first + co_await std::move(counting);
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: 'counting' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-MESSAGES: :[[@LINE-3]]:24: note: first awaited here
}

cobalt::task<void> archive(int room) {
  if (room < 0)
    throw std::invalid_argument("no room");
  co_await save("archived");
}

void archiveAll(asio::io_context &loop, std::vector<int> rooms) {
  for (int room : rooms)
    cobalt::spawn(loop, archive(room), asio::detached);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'archive' is started by 'boost::cobalt::spawn' and nobody sees its errors: asio::detached throws away the exception the task ends with [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-8]]:5: note: this exception leaves 'archive'
  cobalt::spawn(loop, archive(0), asio::use_future);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'boost::cobalt::spawn' is dropped: the exception the task ends with is only in the future [async-dropped-task-handle]
  save("archived");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'save' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: return it, or start it on the event loop
}

void onClose(std::vector<std::function<void()>> &handlers, asio::io_context &loop, int room) {
  handlers.push_back([room] { return archive(room); });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
// CHECK-MESSAGES: :[[@LINE-2]]:22: note: instead: give it an ordinary function that starts the task
  handlers.push_back([room]() -> cobalt::promise<void> { co_await archive(room); });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void ()>' drops the task that this lambda returns: dropping it cancels its work [async-erased-task]
  asio::post(loop, [room]() -> cobalt::task<void> { co_await archive(room); });
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'boost::asio::post' drops the task that this lambda returns: it never runs [async-erased-task]
}

cobalt::promise<void> rename(int room) {
  if (room < 0)
    throw std::invalid_argument("no room");
  co_await save("renamed");
}

cobalt::promise<void> renameAll(std::vector<int> rooms) {
  for (int room : rooms)
    +rename(room);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'rename' is started by 'boost::cobalt::promise::operator+' and nobody sees its errors: its exception is thrown out of the event loop [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-8]]:5: note: this exception leaves 'rename'
  rename(1).detach();
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: 'rename' is started by 'boost::cobalt::promise::detach' and nobody sees its errors: its exception is thrown out of the event loop [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-11]]:5: note: this exception leaves 'rename'
  co_return;
}

// What is right.

cobalt::task<void> greetInTurn(int peer, std::string name) {
  co_await save("greeting " + name);
  auto farewell = send(peer, "bye");
  if (!co_await isKnown(name))
    farewell.cancel();
  co_await farewell;
}

cobalt::promise<void> remindInTime(int peer) {
  cobalt::io::steady_timer timer(1s);
  co_await timer.wait();
  co_await cobalt::io::sleep(1s);
  auto both = cobalt::gather(send(peer, "one"), save("second"));
  co_await both;
  auto sending = send(peer, "two");
  if (co_await cobalt::race(sending, cobalt::io::sleep(2s)) == 1)
    co_await sending;
}

cobalt::task<void> answerAtOnce(cobalt::io::stream_socket &peer, std::string line) {
  co_await peer.write_some(asio::buffer(line));
  char data[64];
  auto reading = peer.read_some(asio::buffer(data));
  co_await cobalt::race(reading, cobalt::io::sleep(1s));
}

cobalt::promise<void> tellEverybody(std::vector<int> room) {
  std::vector<cobalt::promise<void>> sends;
  for (int peer : room)
    sends.push_back(send(peer, "the room is closed"));
  co_await cobalt::join(sends);
}

// A group waits for what is put into it.
cobalt::promise<void> serveTen(cobalt::wait_group &workers) {
  for (int peer = 0; peer < 10; ++peer)
    workers.push_back(send(peer, "hello"));
  co_await workers.wait_one();
}

cobalt::task<void> redrawAll(int room) {
  auto worker = render(room);
  co_await worker;
  auto other = render(room + 1);
  other.detach();
}

cobalt::task<void> archiveCarefully(int room) {
  try {
    co_await archive(room);
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
  }
}

struct Logger {
  void operator()(std::exception_ptr error) const {
    if (error)
      std::cerr << "not archived\n";
  }
};

void archiveAllCarefully(asio::io_context &loop, std::vector<int> rooms) {
  for (int room : rooms)
    cobalt::spawn(loop, archiveCarefully(room), asio::detached);
  cobalt::spawn(loop, archive(0), Logger());
  auto archived = cobalt::spawn(loop, archive(1), asio::use_future);
  loop.run();
  archived.get();
}

cobalt::promise<void> archiveElsewhere(asio::thread_pool &pool) {
  co_await cobalt::spawn(pool.get_executor(), archive(1), cobalt::use_op);
  auto archiving = cobalt::spawn(pool.get_executor(), archive(2), cobalt::use_op);
  co_await archiving;
}

cobalt::promise<void> renameCarefully(int room) {
  try {
    co_await rename(room);
  } catch (...) {
    std::cerr << "not renamed\n";
  }
}

// It ends with the scope.
cobalt::task<void> saveWithTicks(int peer, std::string line) {
  auto ticking = send(peer, "tick");
  co_await save(line);
}

// Both are there to be dropped: +, and a coroutine that is detached.
cobalt::detached renameLater(int room) {
  co_await renameCarefully(room);
}

cobalt::promise<void> renameThem(std::vector<int> rooms) {
  for (int room : rooms)
    +renameCarefully(room);
  renameLater(1);
  co_return;
}

cobalt::generator<int> rooms() {
  co_yield 1;
  co_return 2;
}

cobalt::main co_main(int, char *[]) {
  auto all = rooms();
  while (all)
    co_await send(co_await all, "hello");
  std::function<cobalt::task<void>(int)> archives = archive;
  co_await archives(1);
  co_return 0;
}
