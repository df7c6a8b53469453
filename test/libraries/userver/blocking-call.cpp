// RUN: %check %s '--checks=-*,async-blocking-call' --args=-I%S/../../rules/packs/Inputs/userver
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A delivery service on userver. Its tasks are fibers without co_await, so there
// is no coroutine in the language's sense: what is seen are the functions that a
// task is made of, those that the library calls in one, and functions that are
// annotated. A handler that only overrides a method of the library is not.
#include <userver/concurrent/background_task_storage.hpp>
#include <userver/engine/async.hpp>
#include <userver/engine/get_all.hpp>
#include <userver/engine/mutex.hpp>
#include <userver/engine/run_standalone.hpp>
#include <userver/engine/semaphore.hpp>
#include <userver/engine/sleep.hpp>
#include <userver/engine/wait_all_checked.hpp>
#include <userver/fs/blocking/c_file.hpp>
#include <userver/fs/blocking/read.hpp>
#include <userver/fs/blocking/write.hpp>
#include <userver/fs/read.hpp>
#include <userver/net/blocking/get_addr_info.hpp>
#include <userver/utils/async.hpp>
#include <userver/utils/periodic_task.hpp>

#include <chrono>
#include <fstream>
#include <future>
#include <string>
#include <thread>

using namespace std::chrono_literals;
using namespace userver;

int countStreets(const std::string &map) {
  std::ifstream file(map);
  return file.good();
}

// Bugs.

int route(std::shared_future<int> traffic) {
  auto streets = utils::Async("streets", [] { return countStreets("city.map"); });
  // CHECK-NOTES: :[[@LINE-1]]:54: warning: call to 'countStreets' blocks the thread in a callback of the event loop: it reaches 'std::ifstream', which opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-9]]:17: note: 'countStreets' constructs 'std::ifstream' here
  // CHECK-NOTES: :[[@LINE-3]]:54: note: instead: utils::Async(fs_task_processor, name, file_work).Get()
  auto delays = engine::AsyncNoSpan([traffic] { return traffic.wait(), 1; });
  // CHECK-NOTES: :[[@LINE-1]]:64: warning: call to 'std::shared_future::wait' blocks the thread in a callback of the event loop: it waits until the result is there [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:64: note: instead: use an engine::Future, or utils::Async(fs_task_processor, name, work).Get()
  auto cached = utils::Async("cache", [] { return fs::blocking::ReadFileContents("route").size(); });
  // CHECK-NOTES: :[[@LINE-1]]:51: warning: call to 'userver::fs::blocking::ReadFileContents' blocks the thread in a callback of the event loop: it reads a whole file from the disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:51: note: instead: fs::ReadFileContents(fs_task_processor, path)
  return streets.Get() + delays.Get() + static_cast<int>(cached.Get());
}

void saveRoute(std::string text) {
  fs::blocking::CFile file("route", fs::blocking::OpenFlag::kWrite);
  // CHECK-NOTES: :[[@LINE-1]]:23: warning: constructing 'userver::fs::blocking::CFile' blocks the thread in 'saveRoute', a callback of the event loop: it opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:23: note: instead: utils::Async(fs_task_processor, name, file_work).Get()
  file.Write(text);
  // CHECK-NOTES: :[[@LINE-1]]:8: warning: call to 'userver::fs::blocking::CFile::Write' blocks the thread in 'saveRoute', a callback of the event loop: it writes to a file [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:8: note: instead: utils::Async(fs_task_processor, name, file_work).Get()
  fs::blocking::RewriteFileContentsFSync("route", text);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: call to 'userver::fs::blocking::RewriteFileContentsFSync' blocks the thread in 'saveRoute', a callback of the event loop: it waits until the data is on the disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: instead: utils::Async(fs_task_processor, name, file_work).Get()
}

class Couriers {
public:
  Couriers() : reports("reports", 10s, [] { std::this_thread::sleep_for(1s); }) {
  // CHECK-NOTES: :[[@LINE-1]]:45: warning: call to 'std::this_thread::sleep_for' blocks the thread in a callback of the event loop: it sleeps until the time is over [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:45: note: instead: engine::SleepFor(...) or engine::InterruptibleSleepFor(...)
    tracking.Start("tracking", 1s, [this] { track(); });
    // CHECK-NOTES: :[[@LINE-1]]:45: warning: call to 'Couriers::track' blocks the thread in a callback of the event loop: it reaches 'userver::engine::SharedTaskWithResult::BlockingWait', which waits until the task has ended [async-blocking-call]
    // CHECK-NOTES: :[[@LINE+14]]:14: note: 'Couriers::track' calls 'userver::engine::SharedTaskWithResult::BlockingWait' here
    // CHECK-NOTES: :[[@LINE-3]]:45: note: instead: task.Wait(), or Get()
  }

  void notify(std::string text) {
    tasks.AsyncDetach("notify", &saveRoute, text);
    tasks.AsyncDetach("lookup", [] { net::blocking::GetAddrInfo("maps.example.org", "https"); });
    // CHECK-NOTES: :[[@LINE-1]]:38: warning: call to 'userver::net::blocking::GetAddrInfo' blocks the thread in a callback of the event loop: it waits for a name server [async-blocking-call]
    // CHECK-NOTES: :[[@LINE-2]]:38: note: instead: use a clients::dns::Resolver
  }

private:
  void track() {
    auto position = utils::SharedAsync("position", [] { return 1; });
    position.BlockingWait();
  }

  utils::PeriodicTask reports;
  utils::PeriodicTask tracking;
  concurrent::BackgroundTaskStorage tasks;
};

int onTheSameProcessor() {
  auto &processor = engine::current_task::GetTaskProcessor();
  return engine::AsyncNoSpan(processor, [] { return countStreets("city.map"); }).Get();
  // CHECK-NOTES: :[[@LINE-1]]:53: warning: call to 'countStreets' blocks the thread in a callback of the event loop: it reaches 'std::ifstream', which opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-65]]:17: note: 'countStreets' constructs 'std::ifstream' here
  // CHECK-NOTES: :[[@LINE-3]]:53: note: instead: utils::Async(fs_task_processor, name, file_work).Get()
}

[[clang::annotate("async::on_loop")]] int handleRequest(const std::string &map) {
  return countStreets(map);
  // CHECK-NOTES: :[[@LINE-1]]:10: warning: call to 'countStreets' blocks the thread in 'handleRequest', which runs on the event loop: it reaches 'std::ifstream', which opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-72]]:17: note: 'countStreets' constructs 'std::ifstream' here
  // CHECK-NOTES: :[[@LINE-3]]:10: note: instead: move the file work to a thread pool and co_await that
}

// Not bugs.

void waits(engine::Mutex &mutex, engine::Semaphore &slots) {
  mutex.lock();
  mutex.unlock();
  engine::SemaphoreLock slot(slots);
  engine::SleepFor(100ms);
  engine::InterruptibleSleepFor(1s);
  engine::Yield();
}

int routeLater(engine::Mutex &mutex, engine::Semaphore &slots) {
  auto first = utils::Async("first", [&] { waits(mutex, slots); });
  auto second = engine::AsyncNoSpan([] { engine::SleepFor(1s); });
  engine::WaitAllChecked(first, second);
  engine::GetAll(first, second);
  return 0;
}

int routeFromFiles(engine::TaskProcessor &fsTaskProcessor) {
  auto streets = utils::Async(fsTaskProcessor, "streets", [] { return countStreets("city.map"); });
  auto saved = engine::CriticalAsyncNoSpan(fsTaskProcessor, [] { saveRoute("north"); });
  auto old = utils::AsyncBackground("old", fsTaskProcessor, [] {
    fs::blocking::RewriteFileContents("route", "");
  });
  saved.Wait();
  return streets.Get();
}

[[clang::annotate("async::on_loop")]] std::string handleLater(engine::TaskProcessor &fsTaskProcessor) {
  return fs::ReadFileContents(fsTaskProcessor, "route");
}

// On the thread of the program, before there is an engine.
int main() {
  countStreets("city.map");
  engine::RunStandalone(4, [] { engine::SleepFor(1s); });
}
