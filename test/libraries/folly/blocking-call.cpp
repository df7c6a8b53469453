// RUN: %check %s '--checks=-*,async-blocking-call' --args=-I%S/../../rules/packs/Inputs/folly
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Folly: what blocks the thread of a coroutine's executor, and what does not.
#include <chrono>
#include <folly/Expected.h>
#include <folly/FileUtil.h>
#include <folly/SocketAddress.h>
#include <folly/Subprocess.h>
#include <folly/Synchronized.h>
#include <folly/concurrency/UnboundedQueue.h>
#include <folly/coro/AsyncScope.h>
#include <folly/coro/Baton.h>
#include <folly/coro/BlockingWait.h>
#include <folly/coro/Collect.h>
#include <folly/coro/CurrentExecutor.h>
#include <folly/coro/Invoke.h>
#include <folly/coro/Mutex.h>
#include <folly/coro/Sleep.h>
#include <folly/coro/Task.h>
#include <folly/coro/Timeout.h>
#include <folly/coro/UnboundedQueue.h>
#include <folly/executors/CPUThreadPoolExecutor.h>
#include <folly/executors/GlobalExecutor.h>
#include <folly/executors/IOThreadPoolExecutor.h>
#include <folly/executors/ManualExecutor.h>
#include <folly/fibers/Semaphore.h>
#include <folly/futures/Future.h>
#include <folly/io/async/AsyncTimeout.h>
#include <folly/io/async/EventBase.h>
#include <folly/io/async/ScopedEventBaseThread.h>
#include <folly/synchronization/Baton.h>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

using namespace std::chrono_literals;
using folly::coro::co_withExecutor;
using folly::coro::Task;

Task<bool> ping(std::string host);

// Waiting between two tries.
Task<bool> pingWithRetry(std::string host, int tries) {
  for (int i = 0; i < tries; ++i) {
    if (co_await ping(host))
      co_return true;
    std::this_thread::sleep_for(10ms);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'std::this_thread::sleep_for' blocks the thread in coroutine 'pingWithRetry': it sleeps until the time is over [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:5: note: instead: co_await folly::coro::sleep(...)
  }
  co_return false;
}

Task<bool> pingPatiently(std::string host, int tries) {
  for (int i = 0; i < tries; ++i) {
    if (co_await folly::coro::timeout(ping(host), 1s))
      co_return true;
    co_await folly::coro::sleep(10ms);
    co_await folly::futures::sleep(10ms);
  }
  co_return false;
}

// Bridges from ordinary code, in coroutines and where they belong.
Task<int> size(std::string path);

Task<int> sizeOfBoth(std::string one, std::string other) {
  int first = folly::coro::blockingWait(size(one));
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: call to 'folly::coro::{{.*}}' blocks the thread in coroutine 'sizeOfBoth': it waits until the coroutine is done [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:15: note: instead: co_await the task itself
  int second = size(other).semi().get();
// CHECK-MESSAGES: :[[@LINE-1]]:35: warning: call to 'folly::SemiFuture::get' blocks the thread in coroutine 'sizeOfBoth': it waits until the result is there [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:35: note: instead: co_await std::move(future)
  co_return first + second;
}

Task<int> sizeOfBothAwaited(std::string one, std::string other) {
  auto [first, second] =
      co_await folly::coro::collectAll(size(one), size(other));
  co_return first + second;
}

int main() {
  return folly::coro::blockingWait(
      co_withExecutor(folly::getGlobalIOExecutor(), sizeOfBoth("a", "b")));
}

folly::Future<int> askServer(int question);

Task<int> answers(folly::EventBase *evb) {
  auto first = askServer(1);
  int sum = co_await std::move(first);
  auto second = askServer(2);
  if (second.isReady())
    sum += std::move(second).get();
  sum += folly::makeFuture(1).get();
  sum += askServer(3).getVia(evb);
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: call to 'folly::Future::getVia' blocks the thread in coroutine 'answers': it runs an executor until the result is there [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:23: note: instead: co_await std::move(future)
  co_return sum;
}

// The loop that this very coroutine runs on.
Task<void> reload(folly::EventBase *evb) {
  evb->runInEventBaseThreadAndWait([] {});
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to 'folly::EventBase::runInEventBaseThreadAndWait' {{.*}} coroutine 'reload': it waits {{.*}} [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:8: note: instead: co_await co_withExecutor(evb, task)
  evb->loopOnce();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to 'folly::EventBase::loopOnce' {{.*}} coroutine 'reload': it waits {{.*}} [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:8: note: instead: co_await the work itself; the executor already runs
  evb->loopOnce(EVLOOP_NONBLOCK);
  co_return;
}

void reloadSoon(folly::EventBase *evb) {
  co_withExecutor(evb, reload(evb)).start();
}

void reloadNow(folly::EventBase *evb) {
  evb->runInEventBaseThreadAndWait([] {});
}

// Between threads.
Task<void> waitForThread(folly::EventBase *evb) {
  folly::Baton<> done;
  evb->runInEventBaseThread([&done] { done.post(); });
  if (!done.try_wait())
    done.wait();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to 'folly::Baton::wait' blocks the thread in coroutine 'waitForThread': it waits until another thread signals it [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:10: note: instead: co_await a folly::coro::Baton
  done.try_wait_for(0s);
  co_return;
}

Task<void> awaitThread(folly::EventBase *evb) {
  folly::coro::Baton done;
  evb->runInEventBaseThread([&done] { done.post(); });
  co_await done;
}

Task<int> nextJob(folly::UMPMCQueue<int, true> &jobs,
                  folly::coro::UnboundedQueue<int> &others) {
  int job = jobs.dequeue();
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: call to 'folly::UnboundedQueue::dequeue' blocks the thread in coroutine 'nextJob': it waits until the queue has an element [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:18: note: instead: co_await a folly::coro::UnboundedQueue's dequeue()
  job += co_await others.dequeue();
  jobs.try_dequeue(job);
  co_return job;
}

Task<int> countOnOwnPool(std::string path) {
  folly::CPUThreadPoolExecutor pool(4);
// CHECK-MESSAGES: :[[@LINE-1]]:32: warning: destroying 'folly::CPUThreadPoolExecutor' blocks the thread in coroutine 'countOnOwnPool': it waits in its destructor until the pool's threads end [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:32: note: instead: co_await co_withExecutor(cpuPool, task)
  int count = co_await co_withExecutor(&pool, size(path));
  co_return 2 * count;
}

Task<void> listFiles() {
  folly::Subprocess ls(std::vector<std::string>{"/bin/ls"});
  ls.wait();
// CHECK-MESSAGES: :[[@LINE-1]]:6: warning: call to 'folly::Subprocess::wait' blocks the thread in coroutine 'listFiles': it waits for the child process to end [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:6: note: instead: co_await co_withExecutor(cpuPool, task)
  co_return;
}

Task<folly::SocketAddress> addressOf(std::string host) {
  folly::SocketAddress local("127.0.0.1", 80);
  folly::SocketAddress numeric(host, 80, false);
  folly::SocketAddress address(host, 80, true);
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: constructing 'folly::SocketAddress' blocks the thread in coroutine 'addressOf': it waits for a name server [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:24: note: instead: co_await co_withExecutor(cpuPool, task)
  co_return address;
}

// Files: read on the executor of the loop, and on pools in many ways.
static std::string contents(const std::string &path) {
  std::string text;
  folly::readFile(path.c_str(), text);
  return text;
}

Task<std::string> page(std::string path) {
  co_return contents(path);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'contents' blocks the thread in coroutine 'page': it reaches 'folly::readFile', which reads from the disk [async-blocking-call]
// CHECK-NOTES: :{{[0-9]+}}:3: note: 'contents' calls 'folly::readFile' here
// CHECK-NOTES: :[[@LINE-3]]:13: note: instead: co_await co_withExecutor(cpuPool, task)
}

Task<std::string> pageTask(std::string path) { co_return contents(path); }

Task<std::string> pageOnPool(folly::CPUThreadPoolExecutor *pool,
                             std::string path) {
  co_return co_await co_withExecutor(pool, pageTask(path));
}

Task<std::string> pageOnGlobalPool(std::string path) {
  co_return co_await folly::coro::co_withExecutor(
      folly::getGlobalCPUExecutor(),
      folly::coro::co_invoke([path]() -> Task<std::string> {
        co_return contents(path);
      }));
}

Task<int> countLines(std::string path) {
  std::ifstream file(path);
  int lines = 0;
  for (std::string line; std::getline(file, line);)
    ++lines;
  co_return lines;
}

folly::SemiFuture<int> countLinesLater(std::string path) {
  auto pool = folly::getGlobalCPUExecutor();
  return co_withExecutor(pool, countLines(path)).start();
}

class Server {
public:
  void accept(std::string path);
  void stop();

private:
  Task<void> serve(std::string path);
  Task<void> serveSlowly(std::string path);
  folly::CPUThreadPoolExecutor pool{4};
  folly::IOThreadPoolExecutor io{2};
  folly::coro::AsyncScope scope;
};

Task<void> Server::serve(std::string path) {
  std::ifstream file(path);
  co_return;
}

Task<void> Server::serveSlowly(std::string path) {
  std::ifstream file(path);
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: constructing 'std::ifstream' blocks the thread in coroutine 'Server::serveSlowly': it opens a file on disk [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:17: note: instead: co_await co_withExecutor(cpuPool, task)
  co_return;
}

void Server::accept(std::string path) {
  scope.add(co_withExecutor(&pool, serve(path)));
  scope.add(co_withExecutor(io.getEventBase(), serveSlowly(path)));
}

void Server::stop() {
  folly::coro::blockingWait(scope.joinAsync());
  pool.join();
}

// Callbacks of the loop, and functions given to a pool.
void watch(folly::EventBase &evb, folly::CPUThreadPoolExecutor &pool) {
  evb.runInEventBaseThread([] { contents("state"); });
// CHECK-MESSAGES: :[[@LINE-1]]:33: warning: call to 'contents' blocks the thread in a callback of the event loop: it reaches 'folly::readFile', which reads from the disk [async-blocking-call]
// CHECK-NOTES: :{{[0-9]+}}:3: note: 'contents' calls 'folly::readFile' here
// CHECK-NOTES: :[[@LINE-3]]:33: note: instead: co_await co_withExecutor(cpuPool, task)
  evb.runAfterDelay([&pool] { pool.add([] { contents("state"); }); }, 100);
  auto timer = folly::AsyncTimeout::make(evb, []() noexcept {
    std::this_thread::sleep_for(1s);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'std::this_thread::sleep_for' blocks the thread in a callback of the event loop: it sleeps until the time is over [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:5: note: instead: {{.*}}
  });
  folly::via(&pool, [] { return contents("state"); });
  folly::via(&evb, [] { return contents("state"); });
// CHECK-MESSAGES: :[[@LINE-1]]:32: warning: call to 'contents' blocks the thread in a callback of the event loop: it reaches {{.*}} [async-blocking-call]
// CHECK-NOTES: :{{[0-9]+}}:3: note: 'contents' calls 'folly::readFile' here
// CHECK-NOTES: :[[@LINE-3]]:32: note: instead: {{.*}}
}

// A guard shows that this is not the loop's thread.
void update(folly::EventBase *evb) {
  evb->runInLoop([evb] {
    if (!evb->isInEventBaseThread())
      contents("state");
  });
}

// Short locks are no finding, but what is done under one is looked at.
Task<int> locked(folly::Synchronized<int> &count, folly::coro::Mutex &mutex,
                 folly::fibers::Semaphore &permits) {
  auto lock = co_await mutex.co_scoped_lock();
  co_await permits.co_wait();
  *count.wlock() += 1;
  count.withWLock([](int &value) { ++value; });
  count.withWLock([](int &value) { value = contents("count").size(); });
// CHECK-MESSAGES: :[[@LINE-1]]:44: warning: call to 'contents' blocks the thread in coroutine 'locked': it reaches {{.*}} [async-blocking-call]
// CHECK-NOTES: :{{[0-9]+}}:3: note: 'contents' calls 'folly::readFile' here
// CHECK-NOTES: :[[@LINE-3]]:44: note: instead: {{.*}}
  co_return *count.rlock();
}

// Coroutines of other kinds run in their callers, wherever those are.
folly::Expected<int, std::string> parse(folly::Expected<int, std::string> in) {
  int value = co_await std::move(in);
  co_return value + static_cast<int>(contents("offset").size());
}

// Tests drive a coroutine by hand.
int driveByHand() {
  folly::EventBase evb;
  folly::ManualExecutor executor;
  auto future = co_withExecutor(&executor, size("a")).start();
  executor.drain();
  return folly::coro::blockingWait(size("b"), &evb);
}
