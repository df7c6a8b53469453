// RUN: %check --rules=%S/Inputs/operations.yaml %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A race that does not cancel its losers leaves them to whoever holds them.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <cstddef>
#include <utility>
#include <vector>

own::eager<int> ask(int server);

namespace op {
own::lazy<std::size_t> first_of(std::vector<own::eager<int>> &tasks);
own::lazy<std::size_t> first_of_all(std::vector<own::eager<int>> &tasks);
} // namespace op

co::task<> leavesTheLosers() {
  std::vector<own::eager<int>> asked;
  asked.push_back(ask(1));
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'ask', kept in 'asked', is dropped if it loses the race of 'op::first_of': it goes on alone and its errors are lost [async-unawaited-task]
  asked.push_back(ask(2));
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'ask', kept in 'asked', is dropped if it loses the race of 'op::first_of': it goes on alone and its errors are lost [async-unawaited-task]
  co_await op::first_of(asked);
}

co::task<> cancelsThem() {
  std::vector<own::eager<int>> asked;
  asked.push_back(ask(1));
  asked.push_back(ask(2));
  co_await op::first_of_all(asked);
}
co::task<int> awaitsThem() {
  std::vector<own::eager<int>> asked;
  asked.push_back(ask(1));
  asked.push_back(ask(2));
  std::size_t first = co_await op::first_of(asked);
  int sum = 0;
  for (auto &task : asked)
    sum += co_await task;
  co_return sum + static_cast<int>(first);
}
