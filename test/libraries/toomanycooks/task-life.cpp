// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/toomanycooks '--checks=async-*,-async-unbounded-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An image server on TooManyCooks: what is spawned runs when it is awaited, forked
// or detached, and a task that is dropped before is leaked.
#include <tmc/all_headers.hpp>

#include <functional>
#include <future>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

tmc::task<int> decode(std::string name);
tmc::task<void> store(std::string name, int size);
void log(const char *text);

// What people write.

tmc::task<int> convert(std::string name) {
  store(name, 0);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'store' is never awaited: it never runs and its frame is leaked [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await it
  auto again = decode(name);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'decode', kept in 'again', is not awaited on every path: on the others it never runs and its frame is leaked [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE+6]]:11: note: this condition is true
// CHECK-MESSAGES: :[[@LINE+6]]:5: note: 'again' is lost at this 'co_return'
  tmc::yield();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'tmc::yield' is never awaited: it never runs [async-unawaited-task]
  tmc::resume_on(tmc::cpu_executor());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'tmc::resume_on' is never awaited: it never runs [async-unawaited-task]
  if (int size = co_await decode(name))
    co_return size;
  co_return co_await std::move(again);
}

tmc::task<void> convertBoth() {
  tmc::spawn(store("one", 1));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'tmc::spawn' is never awaited: it never runs and its frame is leaked [async-unawaited-task]
  tmc::spawn_tuple(decode("two"), decode("three"));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'tmc::spawn_tuple' is never awaited: it never runs and its frame is leaked [async-unawaited-task]
  auto counting = tmc::spawn_func([] { return 4; });
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'tmc::spawn_func', kept in 'counting', is never awaited: it never runs and its frame is leaked [async-unawaited-task]
  co_await store("five", 5);
}

tmc::task<void> convertAll(std::vector<std::string> names) {
  std::vector<tmc::task<int>> decoding;
  for (const auto &name : names)
    decoding.push_back(decode(name));
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: the task from 'decode', kept in 'decoding', is never awaited: it never runs and its frame is leaked [async-unawaited-task]
  co_await store("all", 0);
}

tmc::task<void> count(tmc::mutex &mutex, tmc::rw_lock &images, tmc::semaphore &slots, int &total) {
  auto lock = mutex.lock_scope();
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the lock from 'tmc::mutex::lock_scope', kept in 'lock', is never awaited: nothing is locked [async-unawaited-guard]
  ++total;
  co_await mutex.lock_scope();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the guard that 'tmc::mutex::lock_scope' gives is dropped at once: it is released before the next statement [async-unawaited-guard]
  ++total;
  images.read_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the lock from 'tmc::rw_lock::read_lock' is never awaited: nothing is locked [async-unawaited-guard]
  images.write_lock_scope();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the lock from 'tmc::rw_lock::write_lock_scope' is never awaited: nothing is locked [async-unawaited-guard]
  auto slot = slots.acquire_scope();
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the permit from 'tmc::semaphore::acquire_scope', kept in 'slot', is never awaited: nothing is acquired [async-unawaited-guard]
  co_return;
}

tmc::task<void> resize(std::string name) {
  if (name.empty())
    throw std::invalid_argument("no image");
  co_await store(name, 1);
}

void resizeAll(std::vector<std::string> names) {
  for (const auto &name : names)
    tmc::post(tmc::cpu_executor(), resize(name));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'resize' is started by 'tmc::post' and nobody sees its errors: an exception that leaves it ends the program [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-8]]:5: note: this exception leaves 'resize'
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: instead: handle its errors inside of it, or keep what tells how it ends
  tmc::post_waitable(tmc::cpu_executor(), decode("one"));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'tmc::post_waitable' is dropped: the end of the work is only to be seen in the future [async-dropped-task-handle]
  auto decoding = tmc::post_waitable(tmc::cpu_executor(), decode("two"));
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the future from 'tmc::post_waitable', kept in 'decoding', is never used: the end of the work is only to be seen in the future [async-dropped-task-handle]
  store("three", 3);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'store' is never awaited: it never runs and its frame is leaked [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: return it, or start it on the event loop
}

tmc::task<void> storeTwice(std::string name) {
  auto storing = store(name, 2);
  co_await std::move(storing);
  co_await std::move(storing);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'storing' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: first awaited here
}

void onImage(std::vector<std::function<void(int)>> &handlers) {
  handlers.push_back([](int size) -> tmc::task<void> { co_await store("image", size); });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void (int)>' drops the task that this lambda returns: it never runs and its frame is leaked [async-erased-task]
// CHECK-MESSAGES: :[[@LINE-2]]:22: note: instead: give it an ordinary function that starts the task
  handlers.push_back([](int size) { return store("image", size); });
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'std::function<void (int)>' drops the task that this lambda returns: it never runs and its frame is leaked [async-erased-task]
}

// What is right.

tmc::task<int> convertInOrder(std::string name) {
  co_await store(name, 0);
  auto again = decode(name);
  co_await tmc::yield();
  co_await tmc::resume_on(tmc::cpu_executor());
  int size = co_await decode(name);
  co_return size + co_await std::move(again);
}

tmc::task<void> convertTogether(tmc::ex_cpu &files) {
  co_await tmc::spawn(store("one", 1)).run_on(files);
  auto both = tmc::spawn_tuple(decode("two"), decode("three"));
  auto [two, three] = co_await std::move(both);
  auto forked = tmc::spawn(decode("four")).fork();
  co_await store("five", two + three);
  co_await forked;
  tmc::spawn(store("six", 6)).detach();
  tmc::spawn_func([] { log("seven"); }).detach();
}

tmc::task<void> convertEverything(std::vector<std::string> names) {
  std::vector<tmc::task<int>> decoding;
  for (const auto &name : names)
    decoding.push_back(decode(name));
  co_await tmc::spawn_many(decoding.begin(), decoding.size());
}

tmc::task<void> inAGroup(std::vector<std::string> names) {
  auto group = tmc::fork_group();
  for (const auto &name : names)
    group.fork(store(name, 1));
  co_await std::move(group);
  auto later = tmc::spawn_group();
  later.add(store("one", 1));
  co_await std::move(later);
}

tmc::task<void> countInTurn(tmc::mutex &mutex, tmc::rw_lock &images, tmc::semaphore &slots,
                            int &total) {
  auto slot = co_await slots.acquire_scope();
  {
    auto lock = co_await mutex.lock_scope();
    ++total;
  }
  co_await mutex;
  mutex.unlock();
  if (mutex.try_lock())
    mutex.unlock();
  auto images_lock = co_await images.write_lock_scope();
  auto scope = co_await tmc::enter(tmc::cpu_executor());
  co_await scope.exit();
}

tmc::task<void> resizeCarefully(std::string name) {
  try {
    if (name.empty())
      throw std::invalid_argument("no image");
    co_await store(name, 1);
  } catch (const std::exception &) {
    log("not resized");
  }
}

int resizeAllCarefully(std::vector<std::string> names) {
  for (const auto &name : names)
    tmc::post(tmc::cpu_executor(), resizeCarefully(name));
  tmc::post(tmc::cpu_executor(), [] { log("resized"); });
  auto decoding = tmc::post_waitable(tmc::cpu_executor(), decode("two"));
  return decoding.get();
}

tmc::task<void> ifNew(bool isNew) {
  std::optional<tmc::task<void>> storing;
  if (isNew)
    storing = store("new", 1);
  if (storing)
    co_await std::move(*storing);
}

// No coroutine: its caller awaits.
tmc::task<int> decodeFirst() { return decode("one"); }

void onImageInOrder(std::vector<std::function<void(int)>> &handlers) {
  handlers.push_back([](int size) { tmc::post(tmc::cpu_executor(), store("image", size)); });
  std::function<tmc::task<void>(std::string)> resizes = resizeCarefully;
  tmc::post(tmc::cpu_executor(), resizes("image"));
}

int main() {
  auto converting = convertInOrder("one");
  return tmc::async_main(std::move(converting));
}
