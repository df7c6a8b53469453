// RUN: %check %s '--checks=-*,async-unbounded-fan-out'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A loop that starts a task for each of its elements, and does not wait.
#include "Inputs/fan_out.h"

#include <map>

own::lazy<> spawned(std::vector<std::string> links) {
  for (const std::string &link : links)
    own::spawn(work(link));
  co_return;
}

own::lazy<> onScope(const std::vector<std::string> &links) {
  own::scope all;
  for (std::size_t i = 0; i != links.size(); ++i)
    all.spawn(work(links[i]));
  co_await all.join();
}

own::lazy<> collected(std::map<int, std::string> links) {
  std::vector<own::lazy<>> tasks;
  for (const auto &[id, link] : links)
    tasks.push_back(work(link));
  co_await own::when_all(std::move(tasks));
}

own::lazy<> collectedByName(std::vector<std::string> links) {
  std::vector<own::lazy<>> tasks;
  tasks.reserve(links.size());
  for (auto it = links.begin(); it != links.end(); ++it) {
    auto task = work(*it);
    tasks.emplace_back(std::move(task));
  }
  co_await own::when_all(std::move(tasks));
}

own::lazy<> begun(std::vector<std::string> links) {
  std::vector<own::eager<>> tasks;
  for (const std::string &link : links)
    tasks.push_back(begin(link));
  for (own::eager<> &task : tasks)
    co_await task;
}

void ordinary(std::vector<std::string> links) {
  while (!links.empty()) {
    own::spawn(work(links.back()));
    links.pop_back();
  }
}

own::lazy<> received(own::source<std::string> &links) {
  while (auto link = co_await links.next())
    own::spawn(work(*link));
}

own::lazy<> receivedForEver(own::source<std::string> &links) {
  for (;;) {
    std::optional<std::string> link = co_await links.next();
    if (!link)
      break;
    own::spawn(work(*link));
  }
}

own::lazy<> closures(std::vector<std::string> links) {
  auto spawn = [](auto make) { own::spawn(make()); };
  for (const std::string &link : links)
    own::spawn([](std::string link) -> own::lazy<> { co_await work(link); }(link));
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
