// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/boost-cobalt
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A chat room on Boost.Cobalt, with one thread for the sessions and another one
// for the archive.
#include <boost/asio.hpp>
#include <boost/cobalt.hpp>
#include <boost/cobalt/io.hpp>
#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace asio = boost::asio;
namespace cobalt = boost::cobalt;
using namespace std::chrono_literals;

cobalt::task<void> save(std::string line);
cobalt::promise<void> send(int peer, std::string line);

struct Room {
  std::mutex mutex;
  std::map<int, std::string> peers;
};

// What people write.

cobalt::task<void> broadcast(Room &room, std::string line) {
  std::lock_guard lock(room.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: guard 'lock' is held while coroutine 'broadcast' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
// CHECK-MESSAGES: :[[@LINE+4]]:5: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-3]]:19: note: instead: release it before the coroutine is suspended
// CHECK-MESSAGES: :[[@LINE-4]]:19: note: instead: keep the state on one event loop, or keep the locked part short
  for (const auto &[peer, name] : room.peers)
    co_await send(peer, line);
}

cobalt::promise<void> greet(Room &room, int peer) {
  std::unique_lock lock(room.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'greet' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  if (room.peers.contains(peer))
    co_await send(peer, "welcome");
}

cobalt::generator<std::string> names(Room &room) {
  std::scoped_lock lock(room.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: guard 'lock' is held while coroutine 'names' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  for (const auto &[peer, name] : room.peers)
    co_yield name;
  co_return "nobody";
}

cobalt::thread archive(Room &room) {
  room.mutex.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: mutex 'mutex' is held while coroutine 'archive' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await save("archived");
  room.mutex.unlock();
}

// The same, without waiting for anything under the lock.

cobalt::task<void> broadcastToACopy(Room &room, std::string line) {
  std::vector<int> peers;
  {
    std::lock_guard lock(room.mutex);
    for (const auto &[peer, name] : room.peers)
      peers.push_back(peer);
  }
  for (int peer : peers)
    co_await send(peer, line);
}

cobalt::promise<void> greetFirst(Room &room, int peer) {
  co_await send(peer, "welcome");
  std::lock_guard lock(room.mutex);
  room.peers.emplace(peer, "new");
}

cobalt::task<void> unlocked(Room &room, int peer) {
  std::unique_lock lock(room.mutex);
  std::string name = room.peers[peer];
  lock.unlock();
  co_await send(peer, "bye " + name);
}

// What is there at once.
cobalt::task<bool> ofTheCoroutine(Room &room) {
  std::lock_guard lock(room.mutex);
  auto executor = co_await cobalt::this_coro::executor;
  room.peers.clear();
  co_return executor == asio::any_io_executor();
}

// A channel of one is a mutex that is awaited.
cobalt::task<void> inTurn(cobalt::channel<int> &turn, int peer) {
  co_await turn.write(1);
  co_await send(peer, "my turn");
  co_await turn.read();
}
