// RUN: %check %s '--checks=-*,async-unbounded-fan-out'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A loop that starts a task for each of its elements, and does not wait.
#include "Inputs/fan_out.h"

#include <map>

own::lazy<> spawned(std::vector<std::string> links) {
  for (const std::string &link : links)
    own::spawn(work(link));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'spawned' starts 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: in this loop
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: instead: let as many workers as are wanted take one after the other, or wait for a place before each start
  co_return;
}

own::lazy<> onScope(const std::vector<std::string> &links) {
  own::scope all;
  for (std::size_t i = 0; i != links.size(); ++i)
    all.spawn(work(links[i]));
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: coroutine 'onScope' starts 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: in this loop
// CHECK-MESSAGES: :[[@LINE-3]]:9: note: instead: let as many workers as are wanted take one after the other, or wait for a place before each start
  co_await all.join();
}

own::lazy<> collected(std::map<int, std::string> links) {
  std::vector<own::lazy<>> tasks;
  for (const auto &[id, link] : links)
    tasks.push_back(work(link));
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: coroutine 'collected' collects 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: in this loop
// CHECK-MESSAGES: :[[@LINE+2]]:12: note: all are awaited at once here
// CHECK-MESSAGES: :[[@LINE-4]]:21: note: instead: let as many workers as are wanted take one after the other, or wait for a place before each start
  co_await own::when_all(std::move(tasks));
}

own::lazy<> collectedByName(std::vector<std::string> links) {
  std::vector<own::lazy<>> tasks;
  tasks.reserve(links.size());
  for (auto it = links.begin(); it != links.end(); ++it) {
    auto task = work(*it);
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: coroutine 'collectedByName' collects 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: in this loop
// CHECK-MESSAGES: :[[@LINE+4]]:12: note: all are awaited at once here
// CHECK-MESSAGES: :[[@LINE-4]]:17: note: instead: let as many workers as are wanted take one after the other, or wait for a place before each start
    tasks.emplace_back(std::move(task));
  }
  co_await own::when_all(std::move(tasks));
}

own::lazy<> begun(std::vector<std::string> links) {
  std::vector<own::eager<>> tasks;
  for (const std::string &link : links)
    tasks.push_back(begin(link));
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: coroutine 'begun' starts 'begin' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
  for (own::eager<> &task : tasks)
    co_await task;
}

void ordinary(std::vector<std::string> links) {
  while (!links.empty()) {
    own::spawn(work(links.back()));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'ordinary' starts 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
    links.pop_back();
  }
}

own::lazy<> received(own::source<std::string> &links) {
  while (auto link = co_await links.next())
    own::spawn(work(*link));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'received' starts 'work' for every result of 'own::source::next': nothing limits how many there are at once [async-unbounded-fan-out]
}

own::lazy<> receivedForEver(own::source<std::string> &links) {
  for (;;) {
    std::optional<std::string> link = co_await links.next();
    if (!link)
      break;
    own::spawn(work(*link));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'receivedForEver' starts 'work' for every result of 'own::source::next': nothing limits how many there are at once [async-unbounded-fan-out]
  }
}

own::lazy<> closures(std::vector<std::string> links) {
  auto spawn = [](auto make) { own::spawn(make()); };
  for (const std::string &link : links)
    own::spawn([](std::string link) -> own::lazy<> { co_await work(link); }(link));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'closures' starts a coroutine lambda for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
  co_return;
}

// Each is done before the next.

own::lazy<> oneByOne(std::vector<std::string> links, own::source<std::string> &more) {
  for (const std::string &link : links)
    co_await work(link);
  while (auto link = co_await more.next())
    co_await work(*link);
  for (const std::string &link : links) {
    own::eager<> task = begin(link);
    co_await task;
  }
}

own::lazy<> scopeForEach(std::vector<std::string> links) {
  for (const std::string &link : links) {
    own::scope pair;
    pair.spawn(work(link));
    pair.spawn(work(link + ".bak"));
    co_await pair.join();
  }
}

own::lazy<> pairs(std::vector<std::string> links) {
  for (const std::string &link : links)
    co_await own::when_all(work(link), work(link + ".bak"));
  for (const std::string &link : links) {
    std::vector<own::lazy<>> both;
    both.push_back(work(link));
    both.push_back(work(link + ".bak"));
    co_await own::when_all(std::move(both));
  }
}

own::lazy<> keptAndAwaitedInTurn(std::vector<std::string> links) {
  std::vector<own::lazy<>> tasks;
  for (const std::string &link : links)
    tasks.push_back(work(link));
  for (own::lazy<> &task : tasks)
    co_await std::move(task);
}
