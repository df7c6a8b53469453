// RUN: %check %s '--checks=-*,async-blocking-call' --args=-I%S/../../rules/packs/Inputs/photon
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A storage gateway on PhotonLibOS. Its threads are fibers, so most of it has no
// coroutine in the language's sense: what is seen are the functions that a fiber
// is made of or that the library calls in one, functions that are annotated, and
// the coroutines of coro20.h. A method that is only called in fibers made
// somewhere else is not.
#include <photon/common/executor/executor.h>
#include <photon/net/http/server.h>
#include <photon/net/socket.h>
#include <photon/net/utils.h>
#include <photon/thread/coro20.h>
#include <photon/thread/go.h>
#include <photon/thread/std-compat.h>
#include <photon/thread/thread11.h>
#include <photon/thread/timer.h>
#include <photon/thread/workerpool.h>

#include <chrono>
#include <fstream>
#include <future>
#include <string>
#include <thread>

using namespace std::chrono_literals;

int load(const std::string &block) {
  std::ifstream file(block);
  return file.good();
}

// Bugs.

void flushLoop(int times) {
  for (int i = 0; i < times; ++i)
    std::this_thread::sleep_for(1s);
    // CHECK-NOTES: :[[@LINE-1]]:5: warning: call to 'std::this_thread::sleep_for' blocks the thread in 'flushLoop', a callback of the event loop: it sleeps until the time is over [async-blocking-call]
    // CHECK-NOTES: :[[@LINE-2]]:5: note: instead: photon::thread_usleep(...)
}

uint64_t onTimer() {
  load("index");
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: call to 'load' blocks the thread in 'onTimer', a callback of the event loop: it reaches 'std::ifstream', which opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-16]]:17: note: 'load' constructs 'std::ifstream' here
  // CHECK-NOTES: :[[@LINE-3]]:3: note: instead: use a file of photon::fs with the io_uring engine, or a photon::WorkPool's call(...)
  return 0;
}

void startFibers(std::future<int> &ready) {
  photon::thread_create11(&flushLoop, 3);
  photon::thread_create11(65536, [] { load("first"); });
  // CHECK-NOTES: :[[@LINE-1]]:39: warning: call to 'load' blocks the thread in a callback of the event loop: it reaches 'std::ifstream', which opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-25]]:17: note: 'load' constructs 'std::ifstream' here
  // CHECK-NOTES: :[[@LINE-3]]:39: note: instead: use a file of photon::fs with the io_uring engine, or a photon::WorkPool's call(...)
  photon::go([&ready] { ready.wait(); });
  // CHECK-NOTES: :[[@LINE-1]]:31: warning: call to 'std::future::wait' blocks the thread in a callback of the event loop: it waits until the result is there [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:31: note: instead: wait for a photon::Future, or call the work with a photon::WorkPool's call(...)
  photon_std::thread([] { photon::net::gethostbyname("storage.example.org"); }).detach();
  // CHECK-NOTES: :[[@LINE-1]]:27: warning: call to 'photon::net::gethostbyname' blocks the thread in a callback of the event loop: it waits for a name server [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:27: note: instead: photon::net::new_default_resolver()->resolve(host)
  photon::Timer index(1000, &onTimer);
}

class Gateway {
public:
  void listen(photon::net::ISocketServer *server, photon::net::http::HTTPServer *http) {
    server->set_handler({this, &Gateway::serve});
    http->add_handler({this, &Gateway::answer}, "/");
  }

private:
  int serve(photon::net::ISocketStream *stream) {
    return load("block");
    // CHECK-NOTES: :[[@LINE-1]]:12: warning: call to 'load' blocks the thread in 'Gateway::serve', a callback of the event loop: it reaches 'std::ifstream', which opens a file on disk [async-blocking-call]
    // CHECK-NOTES: :[[@LINE-47]]:17: note: 'load' constructs 'std::ifstream' here
    // CHECK-NOTES: :[[@LINE-3]]:12: note: instead: use a file of photon::fs with the io_uring engine, or a photon::WorkPool's call(...)
  }

  int answer(photon::net::http::Request &, photon::net::http::Response &response,
             std::string_view) {
    std::thread worker([] { load("block"); });
    worker.join();
    // CHECK-NOTES: :[[@LINE-1]]:12: warning: call to 'std::thread::join' blocks the thread in 'Gateway::answer', a callback of the event loop: it waits until the thread ends [async-blocking-call]
    // CHECK-NOTES: :[[@LINE-2]]:12: note: instead: use a photon_std::thread, and join that
    response.set_result(200);
    return 0;
  }
};

// Called from threads of the system, it runs in a fiber.
int fromOutside(photon::Executor &executor) {
  return executor.perform([] { return load("block"); });
  // CHECK-NOTES: :[[@LINE-1]]:39: warning: call to 'load' blocks the thread in a callback of the event loop: it reaches 'std::ifstream', which opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-66]]:17: note: 'load' constructs 'std::ifstream' here
  // CHECK-NOTES: :[[@LINE-3]]:39: note: instead: use a file of photon::fs with the io_uring engine, or a photon::WorkPool's call(...)
}

photon::coro::Coro<int> inACoroutine() {
  int size = load("block");
  // CHECK-NOTES: :[[@LINE-1]]:14: warning: call to 'load' blocks the thread in coroutine 'inACoroutine': it reaches 'std::ifstream', which opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-73]]:17: note: 'load' constructs 'std::ifstream' here
  // CHECK-NOTES: :[[@LINE-3]]:14: note: instead: use a file of photon::fs with the io_uring engine, or a photon::WorkPool's call(...)
  co_await photon::coro::usleep(1000);
  photon::WorkPool pool(1);
  // CHECK-NOTES: :[[@LINE-1]]:20: warning: destroying 'photon::WorkPool' blocks the thread in coroutine 'inACoroutine': it waits in its destructor until the pool's threads end [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:20: note: instead: let the pool live as long as the vcpu
  co_return size;
}

[[clang::annotate("async::on_loop")]] void everySecond() {
  std::this_thread::sleep_for(1s);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: call to 'std::this_thread::sleep_for' blocks the thread in 'everySecond', which runs on the event loop: it sleeps until the time is over [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: instead: co_await a timer of the coroutine's library
}

// Not bugs.

void waits(photon::mutex &mutex, photon::semaphore &slots, photon::join_handle *other) {
  photon::scoped_lock lock(mutex);
  slots.wait(1);
  photon::thread_usleep(1000);
  photon::thread_sleep(1);
  photon::thread_join(other);
  photon_std::this_thread::sleep_for(1s);
  photon_std::mutex standard;
  photon_std::unique_lock<photon_std::mutex> standardLock(standard);
  photon_std::condition_variable changed;
  changed.wait(standardLock);
}

void startFibersThatWait(photon::mutex &mutex, photon::semaphore &slots,
                         photon::join_handle *other) {
  photon::go([&, other] { waits(mutex, slots, other); });
  photon::go([](photon::channel<int> *queue) { queue->send(queue->recv().first); }, nullptr);
  photon_std::thread([&mutex] {
    mutex.lock();
    mutex.unlock();
  }).join();
}

void startFibersThatHandOver(photon::WorkPool &pool, photon::net::Resolver *resolver) {
  photon::go([&pool] { pool.call([] { load("block"); }); });
  photon::go([resolver] { resolver->resolve("storage.example.org"); });
  photon::go([] {
    std::vector<photon::net::IPAddr> found;
    photon::net::gethostbyname_nb("storage.example.org", found);
  });
}

photon::coro::Generator<int> blocks() {
  for (int i = 0; i < 3; ++i)
    co_yield i;
}

photon::coro::Coro<int> inACoroutineLater(photon::WorkPool &pool) {
  co_await photon::coro::sleep(1);
  int size = 0;
  pool.call([&size] { size = load("block"); });
  co_return size;
}

int main() {
  load("configuration");
  photon::WorkPool pool(4);
  startFibersThatHandOver(pool, photon::net::new_default_resolver());
}
