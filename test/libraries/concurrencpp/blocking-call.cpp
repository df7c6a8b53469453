// RUN: %check %s '--checks=-*,async-blocking-call' --args=-I%S/../../rules/packs/Inputs/concurrencpp
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// concurrencpp: what blocks the thread of a coroutine, and what does not.
#include <chrono>
#include <concurrencpp/concurrencpp.h>
#include <fstream>
#include <string>
#include <thread>

using namespace std::chrono_literals;
using concurrencpp::lazy_result;
using concurrencpp::null_result;
using concurrencpp::result;
using concurrencpp::runtime;

// A poller that sleeps, and one that does not.
bool changed();

result<void> poll(int tries) {
  while (tries-- && !changed())
    std::this_thread::sleep_for(500ms);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'std::this_thread::sleep_for' blocks the thread in coroutine 'poll': it sleeps until the time is over [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:5: note: instead: co_await timerQueue->make_delay_object(..., executor)
  co_return;
}

result<void> pollSlowly(runtime &runtime, int tries) {
  auto cpu = runtime.thread_pool_executor();
  while (tries-- && !changed())
    co_await runtime.timer_queue()->make_delay_object(500ms, cpu);
}

// Results: got, waited for and awaited.
result<int> replaceChars(const std::string &text);

result<int> replaceAll(const std::string &one, const std::string &other) {
  int replaced = replaceChars(one).get();
// CHECK-MESSAGES: :[[@LINE-1]]:36: warning: call to 'concurrencpp::result::get' blocks the thread in coroutine 'replaceAll': it waits until the result is there [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:36: note: instead: co_await the concurrencpp::result
  auto second = replaceChars(other);
  second.wait();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to 'concurrencpp::result::wait' blocks the thread in coroutine 'replaceAll': it waits until the result is there [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:10: note: instead: co_await the concurrencpp::result
  co_return replaced + co_await second;
}

result<int> replaceAllAwaited(const std::string &one,
                              const std::string &other) {
  auto first = replaceChars(one), second = replaceChars(other);
  int replaced = co_await first;
  co_return replaced + co_await second;
}

result<int> askTwice(const std::string &text) {
  auto replaced = replaceChars(text);
  if (replaced.status() == concurrencpp::result_status::value)
    co_return replaced.get();
  if (replaced.wait_for(0ms) != concurrencpp::result_status::idle)
    co_return replaced.get();
  co_return co_await replaced;
}

int main() {
  concurrencpp::runtime runtime;
  return replaceAll("a", "b").get();
}

// A runtime that is too short-lived.
result<int> countAlone(const std::string &text) {
  concurrencpp::runtime runtime;
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: destroying 'concurrencpp::runtime' blocks the thread in coroutine 'countAlone': it waits in its destructor until the threads of all executors end [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:25: note: instead: keep the concurrencpp::runtime in main
  co_return co_await runtime.thread_pool_executor()->submit(
      [&text] { return static_cast<int>(text.size()); });
}

result<void> close(std::shared_ptr<concurrencpp::worker_thread_executor> log) {
  log->shutdown();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to 'concurrencpp::worker_thread_executor::shutdown' blocks the thread in coroutine 'close': it waits until the executor's threads end [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:8: note: instead: co_await the concurrencpp::result of the work
  co_return;
}

result<void> closeByHand(std::shared_ptr<concurrencpp::manual_executor> ui) {
  ui->shutdown();
  co_return;
}

// Files: read where the coroutine is, and on the background executor.
static std::string contents(const std::string &path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

result<std::string> page(std::string path) {
  co_return contents(path);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'contents' blocks the thread in coroutine 'page': it reaches 'std::ifstream', which opens a file on disk, and 1 more [async-blocking-call]
// CHECK-NOTES: :{{[0-9]+}}:17: note: 'contents' constructs 'std::ifstream' here
// CHECK-NOTES: :[[@LINE-3]]:13: note: instead: co_await the result of backgroundExecutor->submit(...)
}

result<std::string> pageInBackground(runtime &runtime, std::string path) {
  auto done = runtime.background_executor()->submit(
      [path] { return contents(path); });
  std::string text = co_await done;
  co_await concurrencpp::resume_on(runtime.thread_pool_executor());
  co_return text + "\n";
}

result<std::string> pageAfterHop(runtime &runtime, std::string path) {
  co_await concurrencpp::resume_on(runtime.background_executor());
  co_return contents(path);
}

result<std::string>
pageAfterHopTo(std::shared_ptr<concurrencpp::thread_executor> threads,
               std::string path) {
  co_await concurrencpp::resume_on(threads);
  co_return contents(path);
}

result<std::string> pageAfterHopBack(runtime &runtime, std::string path) {
  co_await concurrencpp::resume_on(runtime.background_executor());
  auto cpu = runtime.thread_pool_executor();
  co_await concurrencpp::resume_on(cpu);
  co_return contents(path);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'contents' blocks the thread in coroutine 'pageAfterHopBack': it reaches {{.*}} [async-blocking-call]
// CHECK-NOTES: :{{[0-9]+}}:17: note: 'contents' constructs 'std::ifstream' here
// CHECK-NOTES: :[[@LINE-3]]:13: note: instead: {{.*}}
}

// A user interface: the main thread runs a manual executor.
class Window {
public:
  void show(const std::string &path);
  void showSoon(const std::string &path);
  result<void> runNested();
  void run();

private:
  void draw(const std::string &text);
  std::shared_ptr<concurrencpp::manual_executor> ui;
  std::shared_ptr<concurrencpp::thread_pool_executor> background;
  std::shared_ptr<concurrencpp::timer_queue> timers;
  concurrencpp::timer clock;
};

void Window::show(const std::string &path) {
  ui->post([this, path] { draw(contents(path)); });
// CHECK-MESSAGES: :[[@LINE-1]]:32: warning: call to 'contents' blocks the thread in a callback of the event loop: it reaches {{.*}} [async-blocking-call]
// CHECK-NOTES: :{{[0-9]+}}:17: note: 'contents' constructs 'std::ifstream' here
// CHECK-NOTES: :[[@LINE-3]]:32: note: instead: co_await the result of backgroundExecutor->submit(...)
  clock = timers->make_timer(1s, 1s, ui, [this] { draw(contents("now")); });
// CHECK-MESSAGES: :[[@LINE-1]]:56: warning: call to 'contents' blocks the thread in a callback of the event loop: it reaches {{.*}} [async-blocking-call]
// CHECK-NOTES: :{{[0-9]+}}:17: note: 'contents' constructs 'std::ifstream' here
// CHECK-NOTES: :[[@LINE-3]]:56: note: instead: {{.*}}
}

void Window::showSoon(const std::string &path) {
  background->post([this, path] {
    ui->post([this, text = contents(path)] { draw(text); });
  });
  clock = timers->make_timer(1s, 1s, background,
                             [this] { draw(contents("now")); });
}

result<void> Window::runNested() {
  co_await concurrencpp::resume_on(ui);
  ui->loop_for(16, 100ms);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: call to 'concurrencpp::manual_executor::loop_for' blocks the thread in coroutine 'Window::runNested': it waits for tasks of the executor and runs them [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:7: note: instead: co_await the work itself; the executor already runs
  ui->wait_for_task();
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: call to 'concurrencpp::manual_executor::wait_for_task' blocks the thread in coroutine 'Window::runNested': it waits until the executor has a task [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:7: note: instead: {{.*}}
  ui->loop_for(16, 0ms);
  ui->loop_once();
}

void Window::run() {
  for (;;)
    ui->loop_for(16, 100ms);
}

// What the library offers is awaited.
lazy_result<int> answer() { co_return 42; }

result<int> add(runtime &runtime, concurrencpp::async_lock &lock, int &sum) {
  auto guard = co_await lock.lock(runtime.thread_pool_executor());
  sum += co_await answer();
  auto both = co_await concurrencpp::when_all(runtime.thread_pool_executor(),
                                              replaceChars("a"),
                                              replaceChars("b"));
  co_return sum;
}

null_result logLater(std::shared_ptr<concurrencpp::thread_executor> threads) {
  co_await concurrencpp::resume_on(threads);
  std::this_thread::sleep_for(1s);
}

concurrencpp::generator<std::string> lines(std::string path) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);)
    co_yield line;
}
