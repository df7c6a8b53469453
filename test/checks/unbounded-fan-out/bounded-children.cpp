// RUN: %check %s '--checks=-*,async-unbounded-fan-out'
// RUN: %async-tidy --quiet '--checks=-*,async-unbounded-fan-out' --config='{CheckOptions: {async-unbounded-fan-out.ReportBoundedChildren: false}}' %s -- -std=c++20 -I%S/.. | count 0
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A semaphore that only the task itself waits for: few work, many wait.
#include "Inputs/fan_out.h"

own::lazy<> fetch(std::string link, own::semaphore &places) {
  auto held = co_await places.get_units(1);
  co_await work(link);
}

own::lazy<> crawl(std::vector<std::string> links, own::semaphore &places) {
  std::vector<own::lazy<>> tasks;
  for (const std::string &link : links)
    tasks.push_back(fetch(link, places));
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: coroutine 'crawl' collects 'fetch' for every element of 'links': what 'fetch' waits for limits how many work at once, not how many there are [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: in this loop
// CHECK-MESSAGES: :8:15: note: the task is there already when it waits here
// CHECK-MESSAGES: :[[@LINE+1]]:12: note: all are awaited at once here
  co_await own::when_all(std::move(tasks));
}
