// RUN: %check %s '--checks=-*,async-blocking-call' --args=-I%S/../../rules/packs/Inputs/toomanycooks
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An image server on TooManyCooks: requests run on the cpu executor, input and
// output on Asio's, and what blocks has an executor of its own.
#include <tmc/all_headers.hpp>
#include <tmc/asio/aw_asio.hpp>
#include <tmc/asio/ex_asio.hpp>

#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <fstream>
#include <string>
#include <thread>

using namespace std::chrono_literals;

tmc::task<int> decode(std::string name);

int sizeOf(const std::string &name) {
  std::ifstream file(name, std::ios::ate);
  return file.good();
}

// Bugs.

tmc::task<void> retry(std::string name) {
  std::this_thread::sleep_for(1s);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: call to 'std::this_thread::sleep_for' blocks the thread in coroutine 'retry': it sleeps until the time is over [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: instead: co_await an asio::steady_timer's async_wait(tmc::aw_asio)
  co_await decode(name);
}

tmc::task<int> total(std::string a, std::string b) {
  int first = tmc::post_waitable(tmc::cpu_executor(), decode(a)).get();
  // CHECK-NOTES: :[[@LINE-1]]:66: warning: call to 'std::future::get' blocks the thread in coroutine 'total': it waits until the result is there [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:66: note: instead: co_await tmc::spawn(task).run_on(executor)
  co_return first + sizeOf(b);
  // CHECK-NOTES: :[[@LINE-1]]:21: warning: call to 'sizeOf' blocks the thread in coroutine 'total': it reaches 'std::ifstream', which opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-19]]:17: note: 'sizeOf' constructs 'std::ifstream' here
  // CHECK-NOTES: :[[@LINE-3]]:21: note: instead: co_await tmc::spawn_func(file_work).run_on(other_executor)
}

tmc::task<void> finish(tmc::chan_tok<int> queue) {
  queue.close();
  queue.drain_wait();
  // CHECK-NOTES: :[[@LINE-1]]:9: warning: call to 'tmc::chan_tok::drain_wait' blocks the thread in coroutine 'finish': it waits until all consumers have taken what is in the channel [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:9: note: instead: co_await channel.drain()
  co_return;
}

tmc::task<void> rescale(std::string name) {
  tmc::ex_cpu executor;
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: destroying 'tmc::ex_cpu' blocks the thread in coroutine 'rescale': it waits in its destructor until the threads of the executor end [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:15: note: instead: co_await tmc::spawn_func(work).run_on(other_executor)
  executor.set_thread_count(2).init();
  co_await tmc::spawn(decode(name)).run_on(executor);
}

tmc::task<void> nested(std::string name) {
  tmc::async_main(decode(name));
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: call to 'tmc::async_main' blocks the thread in coroutine 'nested': it waits until the task has ended on the executor [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: instead: co_await the work itself; the executor already runs
  co_return;
}

// The executor of all requests, and the one of the sockets.
void onTheExecutors(std::string name) {
  tmc::post(tmc::cpu_executor(), [name] { sizeOf(name); });
  // CHECK-NOTES: :[[@LINE-1]]:43: warning: call to 'sizeOf' blocks the thread in a callback of the event loop: it reaches 'std::ifstream', which opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-50]]:17: note: 'sizeOf' constructs 'std::ifstream' here
  // CHECK-NOTES: :[[@LINE-3]]:43: note: instead: co_await tmc::spawn_func(file_work).run_on(other_executor)
  tmc::post(tmc::asio_executor(), [] { std::this_thread::sleep_for(1s); });
  // CHECK-NOTES: :[[@LINE-1]]:40: warning: call to 'std::this_thread::sleep_for' blocks the thread in a callback of the event loop: it sleeps until the time is over [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:40: note: instead: co_await an asio::steady_timer's async_wait(tmc::aw_asio)
}

tmc::task<void> backToTheSockets(tmc::ex_cpu &files, std::string name) {
  co_await tmc::resume_on(files);
  sizeOf(name);
  co_await tmc::resume_on(tmc::asio_executor());
  sizeOf(name);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: call to 'sizeOf' blocks the thread in coroutine 'backToTheSockets': it reaches 'std::ifstream', which opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-63]]:17: note: 'sizeOf' constructs 'std::ifstream' here
  // CHECK-NOTES: :[[@LINE-3]]:3: note: instead: co_await tmc::spawn_func(file_work).run_on(other_executor)
}

tmc::task<void> inAScope(tmc::ex_cpu &files, std::string name) {
  auto scope = co_await tmc::enter(files);
  sizeOf(name);
  co_await scope.exit();
  sizeOf(name);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: call to 'sizeOf' blocks the thread in coroutine 'inAScope': it reaches 'std::ifstream', which opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-73]]:17: note: 'sizeOf' constructs 'std::ifstream' here
  // CHECK-NOTES: :[[@LINE-3]]:3: note: instead: co_await tmc::spawn_func(file_work).run_on(other_executor)
}

// Not bugs.

tmc::task<void> retryLater(std::string name) {
  boost::asio::steady_timer timer(tmc::asio_executor(), 1s);
  co_await timer.async_wait(tmc::aw_asio);
  co_await decode(name);
}

tmc::task<int> totalLater(tmc::ex_cpu &files, std::string a, std::string b) {
  auto [first, second] = co_await tmc::spawn_tuple(decode(a), decode(b));
  co_return first + second + co_await tmc::spawn_func([b] { return sizeOf(b); }).run_on(files);
}

tmc::task<void> urgent(tmc::ex_cpu &files, std::string name) {
  co_await tmc::spawn_func([name] { sizeOf(name); }).with_priority(1).run_on(files);
  tmc::spawn_func([name] { sizeOf(name); }).run_on(files).detach();
}

tmc::task<void> finishLater(tmc::chan_tok<int> queue) {
  queue.close();
  co_await queue.drain();
}

tmc::task<void> forked(tmc::ex_cpu &files, std::string name) {
  auto group = tmc::fork_group();
  group.fork(retryLater(name));
  co_await tmc::resume_on(files);
  sizeOf(name);
  co_await std::move(group);
}

tmc::task<void> counted(tmc::mutex &mutex, tmc::semaphore &slots, int &count) {
  auto slot = co_await slots.acquire_scope();
  auto lock = co_await mutex.lock_scope();
  ++count;
  co_await tmc::yield_if_requested();
}

int main() {
  tmc::asio_executor().init();
  tmc::cpu_executor().init();
  sizeOf("first.png");
  return tmc::async_main(decode("first.png"));
}
