// RUN: %check %s --args=-I%S/../../runtime '--checks=-*,async-unbounded-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A mirror on tide: how many tasks there are at once.
#include <tide/tide.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

tide::task<> copy(std::string file);
tide::task<> copyWith(std::string file, tide::semaphore::permit place);
tide::task<> serve(tide::tcp_stream peer);

// What people write.

tide::task<> gathered(std::vector<std::string> files) {
  std::vector<tide::task<>> copies;
  for (const std::string &file : files)
    copies.push_back(copy(file));
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: coroutine 'gathered' collects 'copy' for every element of 'files': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: in this loop
// CHECK-MESSAGES: :[[@LINE+2]]:12: note: all are awaited at once here
// CHECK-MESSAGES: :[[@LINE-4]]:22: note: instead: co_await a tide::semaphore before each start and move the permit into the task
  co_await tide::gather(std::move(copies));
}

tide::task<> grouped(tide::queue<std::string> &files) {
  co_await tide::with_task_group([&](tide::task_group &group) -> tide::task<> {
    while (auto file = co_await files.get())
      group.spawn(copy(std::move(*file)));
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a coroutine lambda starts 'copy' for every result of 'tide::queue::get': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: in this loop
// CHECK-MESSAGES: :[[@LINE-3]]:13: note: instead: co_await a tide::semaphore before each start and move the permit into the task
  });
}

tide::task<> spawned(std::vector<std::string> files) {
  std::vector<tide::handle<void>> copies;
  for (const std::string &file : files)
    copies.push_back(tide::spawn(copy(file)));
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: coroutine 'spawned' starts 'copy' for every element of 'files': nothing limits how many there are at once [async-unbounded-fan-out]
  for (tide::handle<void> &each : copies)
    co_await each;
}

tide::task<> copyInTurn(std::string file, tide::semaphore &places) {
  auto place = co_await places.acquire();
  co_await copy(file);
}

tide::task<> limitedInside(std::vector<std::string> files) {
  tide::semaphore places(8);
  std::vector<tide::task<>> copies;
  for (const std::string &file : files)
    copies.push_back(copyInTurn(file, places));
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: coroutine 'limitedInside' collects 'copyInTurn' for every element of 'files': what 'copyInTurn' waits for limits how many work at once, not how many there are [async-unbounded-fan-out]
  co_await tide::gather_settled(std::move(copies));
}

tide::task<> permitGivenBack(std::vector<std::string> files, tide::task_group &group) {
  tide::semaphore places(8);
  for (const std::string &file : files) {
    co_await places.acquire();
    group.spawn(copy(file));
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: coroutine 'permitGivenBack' starts 'copy' for every element of 'files': nothing limits how many there are at once [async-unbounded-fan-out]
  }
}

tide::task<> listen(tide::tcp_server &port, tide::task_group &group) {
  for (;;)
    group.spawn(serve(co_await port.accept()));
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: coroutine 'listen' starts 'serve' for every connection that 'tide::tcp_server::accept' gives: nothing limits how many there are at once [async-unbounded-accept-loop]
}

// Good.

tide::task<> withPermits(std::vector<std::string> files, tide::task_group &group) {
  tide::semaphore places(8);
  for (const std::string &file : files) {
    auto place = co_await places.acquire();
    group.spawn(copyWith(file, std::move(place)));
  }
}

tide::task<> workers(tide::queue<std::string> &files) {
  auto work = [](tide::queue<std::string> &files) -> tide::task<> {
    while (auto file = co_await files.get())
      co_await copy(std::move(*file));
  };
  std::vector<tide::task<>> all;
  for (int i = 0; i != 8; ++i)
    all.push_back(work(files));
  co_await tide::gather(std::move(all));
}

tide::task<> two() { co_await tide::gather(copy("a"), copy("b")); }

tide::task<> minutely(tide::task_group &group) {
  for (;;) {
    co_await tide::sleep_for(60s);
    group.spawn(copy("log"));
  }
}

tide::task<> groupForEach(std::vector<std::string> files) {
  for (const std::string &file : files)
    co_await tide::with_task_group([&](tide::task_group &group) -> tide::task<> {
      group.spawn(copy(file));
      group.spawn(copy(file + ".sig"));
      co_return;
    });
}
