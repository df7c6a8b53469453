// RUN: %check %s '--checks=-*,async-unbounded-fan-out'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Ranges and algorithms that make a task of each element.
#include "Inputs/fan_out.h"

#include <algorithm>
#include <iterator>
#include <ranges>

namespace own {
template <std::ranges::range R> lazy<> when_all_of(R tasks);
}

own::lazy<> transformed(std::vector<std::string> links) {
  co_await own::when_all_of(links | std::views::transform(work));
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: coroutine 'transformed' starts 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
  auto tasks = links | std::views::transform([](const std::string &link) { return work(link); });
  co_await own::when_all_of(tasks);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: coroutine 'transformed' starts 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
  co_await own::when_all_of(links | std::views::take(8) | std::views::transform(work));
  co_await own::when_all_of(links | std::views::transform(work) | std::views::take(8));
}

own::lazy<> intoContainer(std::vector<std::string> links) {
  std::vector<own::lazy<>> tasks;
  std::transform(links.begin(), links.end(), std::back_inserter(tasks), work);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: coroutine 'intoContainer' collects 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
  co_await own::when_all(std::move(tasks));
}

own::lazy<> sameInRanges(std::vector<std::string> links) {
  std::vector<own::lazy<>> tasks;
  std::ranges::transform(links, std::back_inserter(tasks), work);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: coroutine 'sameInRanges' collects 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
  co_await own::when_all(std::move(tasks));
}

void spawned(std::vector<std::string> links) {
  std::for_each(links.begin(), links.end(), [](const std::string &link) { own::spawn(work(link)); });
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'spawned' starts 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-2]]:75: note: 'work' is started here
  std::ranges::for_each(links, [](const std::string &link) { own::spawn(work(link)); });
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'spawned' starts 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
}

void bounded(std::vector<std::string> links) {
  std::string few[] = {"a", "b"};
  std::ranges::for_each(few, [](const std::string &link) { own::spawn(work(link)); });
  std::for_each(std::begin(few), std::end(few), [](const std::string &link) { own::spawn(work(link)); });
  std::ranges::for_each(links, [](const std::string &link) { (void)link.size(); });
}

own::lazy<> awaitedInTurn(std::vector<std::string> links) {
  std::vector<own::lazy<>> tasks;
  std::ranges::transform(links, std::back_inserter(tasks), work);
  for (auto &task : tasks)
    co_await std::move(task);
}
