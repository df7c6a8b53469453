// RUN: %check '--checks=-*,async-blocking-call' --config=async-blocking-call.VirtualOverrides=0 %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// VirtualOverrides=0: only what is called for certain is followed.
#include "Inputs/task.h"
#include <unistd.h>

struct sink {
  virtual ~sink() = default;
  virtual void put(int) = 0;
};
struct file_sink final : sink {
  void put(int) override { usleep(10); }
};

co::task<> calls(sink &s, file_sink &f) {
  s.put(1);
  f.put(1);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'file_sink::put' blocks the thread in coroutine 'calls': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_return;
}
