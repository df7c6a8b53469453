// RUN: %check %s '--checks=-*,async-blocking-call' --args=-I%S/../../rules/packs/Inputs/libcoro
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libcoro: what blocks its scheduler, and what does not.
#include <algorithm>
#include <chrono>
#include <coro/coro.hpp>
#include <fstream>
#include <string>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;
using scheduler_ptr = std::unique_ptr<coro::scheduler>;
using pool_ptr = std::unique_ptr<coro::thread_pool>;

coro::task<std::string> fetch(scheduler_ptr &scheduler, std::string host) {
  co_await scheduler->schedule();
  coro::net::tcp::client client{scheduler, {host.c_str(), 80}};
  for (int tries = 0; tries < 3; ++tries) {
    if (co_await client.connect(5s) == coro::net::connect_status::connected)
      break;
    std::this_thread::sleep_for(1s);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'std::this_thread::sleep_for' blocks the thread in coroutine 'fetch': it sleeps until the time is over [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:5: note: instead: co_await scheduler->yield_for(...)
  }
  std::string request = "GET / HTTP/1.0\r\n\r\n";
  co_await client.write_all(request);
  std::string page(4096, '\0');
  auto [status, read] = co_await client.read_some(page);
  page.resize(read.size());
  co_return page;
}

coro::task<std::string> fetchPatiently(scheduler_ptr &scheduler,
                                       std::string host) {
  co_await scheduler->schedule();
  coro::net::tcp::client client{scheduler, {host.c_str(), 80}};
  while (co_await client.connect() != coro::net::connect_status::connected)
    co_await scheduler->yield_for(1s);
  std::string page(4096, '\0');
  co_await client.read_some(page);
  co_return page;
}

// A bridge where the scheduler's own tasks run.
coro::task<std::size_t> pageSize(scheduler_ptr &scheduler, std::string host) {
  co_await scheduler->schedule();
  std::string page = coro::sync_wait(fetchPatiently(scheduler, host));
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: call to 'coro::sync_wait' blocks the thread in coroutine 'pageSize': it waits until the coroutine is done [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:22: note: instead: co_await the work itself
  co_return page.size();
}

coro::task<std::size_t> pageSizeAwaited(scheduler_ptr &scheduler,
                                        std::string host) {
  std::string page = co_await fetchPatiently(scheduler, host);
  co_return page.size();
}

std::size_t pageSizeOfMain(scheduler_ptr &scheduler) {
  return coro::sync_wait(pageSizeAwaited(scheduler, "127.0.0.1"));
}

// The scheduler is driven by hand, from one of its tasks.
coro::task<void> drain(scheduler_ptr &scheduler) {
  co_await scheduler->schedule();
  while (scheduler->process_events(100ms) > 1)
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: call to 'coro::scheduler::process_events' blocks the thread in coroutine 'drain': it waits until the scheduler has an event [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:21: note: instead: co_await the work itself; the scheduler already runs
    co_await scheduler->yield();
}

void driveByHand(scheduler_ptr &scheduler) {
  while (scheduler->process_events(100ms) > 0)
    ;
}

coro::task<void> lookOnce(scheduler_ptr &scheduler) {
  scheduler->process_events();
  scheduler->process_events(0ms);
  co_return;
}

coro::task<void> stop(coro::scheduler &scheduler) {
  scheduler.shutdown();
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'coro::scheduler::shutdown' deadlocks coroutine 'stop': it waits for the executor that this code runs on [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:13: note: instead: co_await a coro::task_group of the work; shut executors down outside of coroutines
  co_return;
}

void startAndStop(coro::scheduler &scheduler) {
  scheduler.spawn_detached(stop(scheduler));
}

void stopOutside(coro::scheduler &scheduler) { scheduler.shutdown(); }

// Groups: one is left while its tasks still run, the other was awaited.
coro::task<void> crawl(scheduler_ptr &scheduler) {
  co_await scheduler->yield();
}

coro::task<void> crawlAll(scheduler_ptr &scheduler, int pages) {
  coro::task_group<coro::scheduler> group{scheduler};
// CHECK-MESSAGES: :[[@LINE-1]]:37: warning: destroying 'coro::task_group' blocks the thread in coroutine 'crawlAll': it sleeps in its destructor again and again until all its tasks are done [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:37: note: instead: co_await the coro::task_group before it goes
  for (int page = 0; page < pages; ++page)
    (void)group.start(crawl(scheduler));
  co_await scheduler->yield();
}

coro::task<int> crawlAllAwaited(scheduler_ptr &scheduler, int pages) {
  coro::task_group<coro::scheduler> group{scheduler};
  for (int page = 0; page < pages; ++page)
    (void)group.start(crawl(scheduler));
  co_await group;
  int known = pages * 2;
  co_return known;
}

// Files: on the scheduler, and on a pool.
static std::string contents(const std::string &path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

coro::task<std::string> page(scheduler_ptr &scheduler, std::string path) {
  co_await scheduler->schedule();
  co_return contents(path);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'contents' blocks the thread in coroutine 'page': it reaches 'std::ifstream', which opens a file on disk, and 1 more [async-blocking-call]
// CHECK-NOTES: :{{[0-9]+}}:17: note: 'contents' constructs 'std::ifstream' here
// CHECK-NOTES: :[[@LINE-3]]:13: note: instead: co_await a coro::thread_pool's schedule() before the file work
}

coro::task<std::string> pageOnPool(scheduler_ptr &scheduler, pool_ptr &pool,
                                   std::string path) {
  co_await pool->schedule();
  std::string text = contents(path);
  co_await scheduler->schedule();
  co_return text;
}

coro::task<std::string> pageLate(scheduler_ptr &scheduler, pool_ptr &pool,
                                 std::string path) {
  co_await pool->schedule();
  co_await scheduler->yield_for(10ms);
  co_return contents(path);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'contents' blocks the thread in coroutine 'pageLate': it reaches {{.*}} [async-blocking-call]
// CHECK-NOTES: :{{[0-9]+}}:17: note: 'contents' constructs 'std::ifstream' here
// CHECK-NOTES: :[[@LINE-3]]:13: note: instead: {{.*}}
}

// A task that is only ever started on a pool.
coro::task<int> countLines(std::string path) {
  std::string text = contents(path);
  co_return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

coro::task<int> countLinesOnPool(std::string path) {
  co_return co_await coro::default_executor::executor()->schedule(
      countLines(path));
}

coro::task<void> archive() {
  sleep(1);
  co_return;
}

void archiveLater(pool_ptr &pool) { pool->spawn_detached(archive()); }

coro::task<void> compress() {
  sleep(1);
  co_return;
}

coro::task<void> compressAll(pool_ptr &pool) {
  coro::task_group<coro::thread_pool> group{pool};
  (void)group.start(compress());
  co_await group;
}

// Locks and queues of the library are awaited.
coro::task<int> takeTurns(coro::mutex &mutex, coro::semaphore<4> &permits,
                          coro::queue<int> &jobs) {
  co_await permits.acquire();
  auto lock = co_await mutex.scoped_lock();
  auto job = co_await jobs.pop();
  co_await permits.release();
  co_return *job;
}

coro::task<void> untilDone(coro::event &done, coro::latch &left) {
  co_await done;
  co_await left;
}

coro::generator<std::string> lines(std::string path) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);)
    co_yield line;
}
