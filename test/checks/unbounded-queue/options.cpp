// RUN: %check %s --args=-I%S/../../runtime '--checks=-*,async-unbounded-queue' --config=async-unbounded-queue.FewItems=2 --config=async-unbounded-queue.AcceptedTypes=own::*
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How many items are few, and which types need no limit.
#include <tide/tide.h>

namespace own {
class log : public tide::queue<int> {};
} // namespace own

tide::task<> f() {
  tide::queue<int> numbers;
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'numbers' has no limit: it grows while coroutine 'f' puts in more than others take out [async-unbounded-queue]
  own::log log;
  for (int i = 0; i < 3; ++i) {
    co_await numbers.put(i);
    co_await log.put(i);
  }
}
