// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check --std=c++23 %s
// Library functions that construct an object of the project's own type run its
// constructor, whether or not their bodies can be seen.
#include "Inputs/task.h"
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <unistd.h>
#include <vector>

struct slow {
  slow() { usleep(10); }
  explicit slow(int time) { usleep(time); }
  slow(int, int) {}
};
struct quick {
  quick() = default;
  explicit quick(int) {}
};

co::task<> pointers() {
  auto a = std::make_shared<slow>();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: constructing 'slow' blocks the thread in coroutine 'pointers': it reaches 'usleep', which {{.*}} [async-blocking-call]
  auto b = std::make_unique<slow>(5);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: constructing 'slow' blocks the thread in coroutine 'pointers': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_return;
}

co::task<> containers(std::vector<slow> &v, std::optional<slow> &o,
                      std::deque<slow> &d) {
  v.emplace_back(5);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: constructing 'slow' blocks the thread in coroutine 'containers': it reaches 'usleep', which {{.*}} [async-blocking-call]
  o.emplace();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: constructing 'slow' blocks the thread in coroutine 'containers': it reaches 'usleep', which {{.*}} [async-blocking-call]
  d.emplace_front(5);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: constructing 'slow' blocks the thread in coroutine 'containers': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_return;
}

co::task<> fine(std::vector<quick> &v, std::vector<slow> &w,
                std::optional<quick> &o) {
  auto a = std::make_shared<quick>();
  auto b = std::make_unique<quick>(1);
  auto otherConstructor = std::make_shared<slow>(1, 2);
  v.emplace_back(1);
  o.emplace();
  w.emplace_back(1, 2);
  std::shared_ptr<slow> none;
  std::unique_ptr<slow> empty;
  std::vector<slow> nothing;
  std::optional<slow> nobody;
  co_return;
}
