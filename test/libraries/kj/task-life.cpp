// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/kj
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A proxy on KJ: a Promise runs up to its first wait, and who drops it cancels the
// rest.
#include <kj/async-io.h>
#include <kj/async-queue.h>
#include <kj/async.h>
#include <kj/timer.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

kj::Promise<int> fetch(int page);
kj::Promise<void> log(std::string line);
kj::Promise<void> save(int page, int size);

// What people write.

kj::Promise<int> serve(kj::Timer &timer, int page) {
  log("asked for a page");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'log' is never awaited: dropping it cancels its work [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await it
  timer.afterDelay(1 * kj::SECONDS);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'kj::Timer::afterDelay' is never awaited: dropping it cancels its work [async-unawaited-task]
  timer.timeoutAfter(10 * kj::SECONDS, fetch(page));
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'kj::Timer::timeoutAfter' is never awaited: dropping it cancels its work [async-unawaited-task]
  kj::yield();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'kj::yield' is never awaited: dropping it cancels its work [async-unawaited-task]
  int size = co_await fetch(page);
  size ? save(page, size) : log("empty");
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'save' is never awaited: dropping it cancels its work [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:29: warning: the task from 'log' is never awaited: dropping it cancels its work [async-unawaited-task]
  co_return size;
}

void preload(kj::Array<kj::Promise<int>> pages) {
  fetch(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'fetch' is never awaited: dropping it cancels its work [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: return it, or start it on the event loop
  fetch(2).then([](int size) { return save(2, size); });
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'kj::Promise::then' is never awaited: dropping it cancels its work [async-unawaited-task]
  kj::joinPromises(kj::mv(pages));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'kj::joinPromises' is never awaited: dropping it cancels its work [async-unawaited-task]
  kj::evalLater([] { return fetch(3); });
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the promise from 'kj::evalLater' is dropped: dropping the promise cancels the work [async-dropped-task-handle]
}

kj::Promise<void> mirror(const kj::Executor &other) {
  other.executeAsync([] { return fetch(4); });
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the promise from 'kj::Executor::executeAsync' is dropped: dropping the promise cancels the work [async-dropped-task-handle]
  kj::startFiber(65536, [](kj::WaitScope &fiber) { fetch(5).wait(fiber); });
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the promise from 'kj::startFiber' is dropped: dropping the promise cancels the fiber [async-dropped-task-handle]
  fetch(6).exclusiveJoin(fetch(7));
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'kj::Promise::exclusiveJoin' is never awaited: dropping it cancels its work [async-unawaited-task]
  co_await log("mirrored");
}

kj::Promise<void> retry(int page) {
  if (page < 0)
    throw 1;
  co_await log("retried");
}

void retryAlone(int page) { retry(page).detach(nullptr); }
// CHECK-MESSAGES: :[[@LINE-1]]:41: warning: 'retry' is started by 'kj::Promise::detach' and nobody sees its errors: without an error handler its exception is only logged [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-6]]:5: note: this exception leaves 'retry'

void onChange(std::vector<std::function<void(int)>> &handlers) {
  handlers.push_back([](int page) -> kj::Promise<void> { co_await save(page, 0); });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void (int)>' drops the task that this lambda returns: dropping it cancels its work [async-erased-task]
// CHECK-MESSAGES: :[[@LINE-2]]:22: note: instead: give it an ordinary function that starts the task
  handlers.push_back(retry);
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void (int)>' drops the task that 'retry' returns: dropping it cancels its work [async-erased-task]
}

// What is right.

kj::Promise<int> serveInTime(kj::Timer &timer, int page) {
  co_await log("asked for a page");
  co_await timer.afterDelay(1 * kj::SECONDS);
  auto fetching = fetch(page);
  auto size = co_await timer.timeoutAfter(10 * kj::SECONDS, kj::mv(fetching));
  co_await kj::yield();
  co_await (size ? save(page, size) : log("empty"));
  co_return size;
}

kj::Promise<void> preloadAll(kj::Array<kj::Promise<int>> pages) {
  co_await kj::joinPromises(kj::mv(pages));
  auto later = kj::evalLater([] { return fetch(3); });
  co_await later;
}

// Callbacks go on with the promise that they are called on.
kj::Promise<void> chained(int page) {
  auto fetching = fetch(page);
  return fetching.then([page](int size) { return save(page, size); });
}

kj::Promise<int> fastest(const kj::Executor &other) {
  auto here = fetch(1), there = other.executeAsync([] { return fetch(1); });
  return here.exclusiveJoin(kj::mv(there));
}

// It ticks as long as the page is served.
kj::Promise<int> serveWithTicks(kj::Timer &timer) {
  auto ticking = timer.afterDelay(1 * kj::SECONDS).then([] { return log("tick"); });
  co_return co_await fetch(1);
}

kj::Promise<int> twice(int page) {
  auto forked = fetch(page).fork();
  auto first = forked.addBranch(), second = forked.addBranch();
  co_return co_await first + co_await second;
}

class Proxy : kj::TaskSet::ErrorHandler {
public:
  void accept(int page) {
    tasks.add(retry(page));
    tasks.add(fetch(page).then([page](int size) { return save(page, size); }));
    heartbeat = log("alive").eagerlyEvaluate(nullptr);
    canceler.wrap(fetch(page)).detach([](kj::Exception &&) {});
    retry(page).detach([this](kj::Exception &&) { accept(0); });
  }
  kj::Promise<void> drain() { return tasks.onEmpty(); }

private:
  void taskFailed(kj::Exception &&) override;

  kj::TaskSet tasks{*this};
  kj::Canceler canceler;
  kj::Promise<void> heartbeat = nullptr;
};

void onChangeInOrder(std::vector<std::function<void(int)>> &handlers, kj::TaskSet &tasks) {
  handlers.push_back([&tasks](int page) { tasks.add(retry(page)); });
  std::function<kj::Promise<void>(int)> retries = retry;
  tasks.add(retries(1));
}

kj::Promise<int> next(kj::ProducerConsumerQueue<int> &queue) { co_return co_await queue.pop(); }

int main() {
  kj::AsyncIoContext io = kj::setupAsyncIo();
  auto fetching = fetch(1);
  log("main").wait(io.waitScope);
  return fetching.wait(io.waitScope);
}
