// RUN: %check %s '--checks=-*,async-blocking-call' --args=-I%S/../../rules/packs/Inputs/kj
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A proxy with a cache on KJ, as workerd and Cap'n Proto's servers are written:
// coroutines and callbacks of one event loop, and threads with loops of their own.
#include <kj/async-io.h>
#include <kj/async-queue.h>
#include <kj/async.h>
#include <kj/filesystem.h>
#include <kj/io.h>
#include <kj/mutex.h>
#include <kj/thread.h>
#include <kj/timer.h>

#include <chrono>
#include <fstream>
#include <string>
#include <thread>

using namespace std::chrono_literals;

struct Cache {
  int entries = 0;
};

kj::Promise<int> fetch(int page);

int load(int page) {
  std::ifstream file("page" + std::to_string(page));
  return file.good();
}

// Bugs.

kj::Promise<int> retry(int page) {
  std::this_thread::sleep_for(1s);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: call to 'std::this_thread::sleep_for' blocks the thread in coroutine 'retry': it sleeps until the time is over [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: instead: co_await timer.afterDelay(...)
  co_return co_await fetch(page) + load(page);
  // CHECK-NOTES: :[[@LINE-1]]:36: warning: call to 'load' blocks the thread in coroutine 'retry': it reaches 'std::ifstream', which opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-12]]:17: note: 'load' constructs 'std::ifstream' here
  // CHECK-NOTES: :[[@LINE-3]]:36: note: instead: co_await executor.executeAsync(...), on a thread for files
}

class Proxy {
public:
  explicit Proxy(kj::AsyncIoContext &io) : io(io) {}

  kj::Promise<int> serve(int page) {
    int size = fetch(page).wait(io.waitScope);
    // CHECK-NOTES: :[[@LINE-1]]:28: warning: call to 'kj::Promise::wait' blocks the thread in coroutine 'Proxy::serve': it runs the event loop until the promise is done, and throws inside of it [async-blocking-call]
    // CHECK-NOTES: :[[@LINE-2]]:28: note: instead: co_await the promise; the loop already runs
    io.waitScope.poll();
    // CHECK-NOTES: :[[@LINE-1]]:18: warning: call to 'kj::WaitScope::poll' blocks the thread in coroutine 'Proxy::serve': it runs what is ready on the event loop, and throws inside of it [async-blocking-call]
    // CHECK-NOTES: :[[@LINE-2]]:18: note: instead: co_await kj::yield()
    co_return size;
  }

  kj::Promise<void> waitForRoom(const kj::MutexGuarded<Cache> &cache) {
    cache.when([](const Cache &c) { return c.entries < 100; }, [](Cache &c) { ++c.entries; });
    // CHECK-NOTES: :[[@LINE-1]]:11: warning: call to 'kj::MutexGuarded::when' blocks the thread in coroutine 'Proxy::waitForRoom': it waits until another thread makes the condition true [async-blocking-call]
    // CHECK-NOTES: :[[@LINE-2]]:11: note: instead: co_await a kj::newPromiseAndCrossThreadFulfiller() that the other side fulfills
    co_await kj::yield();
  }

private:
  kj::AsyncIoContext &io;
};

kj::Promise<int> onTheOther(const kj::Executor &other, int page) {
  co_return other.executeSync([page] { return load(page); });
  // CHECK-NOTES: :[[@LINE-1]]:19: warning: call to 'kj::Executor::executeSync' blocks the thread in coroutine 'onTheOther': it waits until the event loop of the other thread has run the function [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:19: note: instead: co_await executor.executeAsync(...)
}

kj::Promise<void> once(int page) {
  kj::Thread worker([page] { load(page); });
  // CHECK-NOTES: :[[@LINE-1]]:14: warning: destroying 'kj::Thread' blocks the thread in coroutine 'once': it waits in its destructor until the thread ends [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:14: note: instead: co_await a kj::newPromiseAndCrossThreadFulfiller() that the thread fulfills
  co_await kj::yield();
}

kj::Promise<void> save(const kj::Directory &folder, kj::StringPtr text) {
  auto file = folder.openFile(kj::Path("page"), kj::WriteMode::CREATE);
  // CHECK-NOTES: :[[@LINE-1]]:22: warning: call to 'kj::Directory::openFile' blocks the thread in coroutine 'save': it opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:22: note: instead: co_await executor.executeAsync(...), on a thread for files
  file->writeAll(text);
  // CHECK-NOTES: :[[@LINE-1]]:9: warning: call to 'kj::File::writeAll' blocks the thread in coroutine 'save': it writes a whole file to the disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:9: note: instead: co_await executor.executeAsync(...), on a thread for files
  file->sync();
  // CHECK-NOTES: :[[@LINE-1]]:9: warning: call to 'kj::File::sync' blocks the thread in coroutine 'save': it waits until the data is on the disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:9: note: instead: co_await executor.executeAsync(...), on a thread for files
  co_return;
}

kj::Promise<void> readPipe(kj::FdInputStream &input, kj::ArrayPtr<kj::byte> buffer) {
  input.read(buffer);
  // CHECK-NOTES: :[[@LINE-1]]:9: warning: call to 'kj::FdInputStream::read' blocks the thread in coroutine 'readPipe': it waits until the descriptor has data [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:9: note: instead: co_await the kj::AsyncIoStream that a LowLevelAsyncIoProvider makes of the descriptor
  co_return;
}

kj::Promise<int> chained(int page) {
  return fetch(page).then([page](int size) { return size + load(page); },
  // CHECK-NOTES: :[[@LINE-1]]:60: warning: call to 'load' blocks the thread in a callback of the event loop: it reaches 'std::ifstream', which opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-77]]:17: note: 'load' constructs 'std::ifstream' here
  // CHECK-NOTES: :[[@LINE-3]]:60: note: instead: co_await executor.executeAsync(...), on a thread for files
                          [](kj::Exception &&) {
                            std::this_thread::sleep_for(1s);
                            // CHECK-NOTES: :[[@LINE-1]]:29: warning: call to 'std::this_thread::sleep_for' blocks the thread in a callback of the event loop: it sleeps until the time is over [async-blocking-call]
                            // CHECK-NOTES: :[[@LINE-2]]:29: note: instead: co_await timer.afterDelay(...)
                            return 0;
                          });
}

kj::Promise<int> later(int page) {
  return kj::evalLater([page] { return load(page); });
  // CHECK-NOTES: :[[@LINE-1]]:40: warning: call to 'load' blocks the thread in a callback of the event loop: it reaches 'std::ifstream', which opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-90]]:17: note: 'load' constructs 'std::ifstream' here
  // CHECK-NOTES: :[[@LINE-3]]:40: note: instead: co_await executor.executeAsync(...), on a thread for files
}

kj::Promise<int> now(int page) {
  int size = co_await kj::evalNow([page] { return load(page); });
  // CHECK-NOTES: :[[@LINE-1]]:51: warning: call to 'load' blocks the thread in coroutine 'now': it reaches 'std::ifstream', which opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-97]]:17: note: 'load' constructs 'std::ifstream' here
  // CHECK-NOTES: :[[@LINE-3]]:51: note: instead: co_await executor.executeAsync(...), on a thread for files
  co_return size;
}

// Not bugs.

kj::Promise<int> retryLater(kj::Timer &timer, int page) {
  co_await timer.afterDelay(1 * kj::SECONDS);
  co_return co_await timer.timeoutAfter(10 * kj::SECONDS, fetch(page));
}

kj::Promise<int> onTheOtherLater(const kj::Executor &other, int page) {
  co_return co_await other.executeAsync([page] { return load(page); });
}

// In a fiber waiting is what one does.
kj::Promise<int> inAFiber(int page) {
  return kj::startFiber(65536, [page](kj::WaitScope &fiber) { return fetch(page).wait(fiber); });
}

kj::Promise<void> onThreads(kj::AsyncIoProvider &provider) {
  kj::Thread worker([] { load(1); });
  worker.detach();
  auto pipe = provider.newPipeThread(
      [](kj::AsyncIoProvider &, kj::AsyncIoStream &, kj::WaitScope &scope) {
        fetch(load(2)).wait(scope);
      });
  co_return;
}

// A lock that is held for a moment.
kj::Promise<int> counted(const kj::MutexGuarded<Cache> &cache, kj::ProducerConsumerQueue<int> &queue) {
  ++cache.lockExclusive()->entries;
  co_return co_await queue.pop();
}

int main() {
  kj::AsyncIoContext io = kj::setupAsyncIo();
  load(0);
  return fetch(1).wait(io.waitScope);
}
