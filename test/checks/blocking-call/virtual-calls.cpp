// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A virtual call may reach any override seen in the file.
#include "Inputs/task.h"
#include <unistd.h>

struct sink {
  virtual ~sink() = default;
  virtual void put(int) = 0;
  virtual int size() const { return 0; }
};
struct file_sink : sink {
  void put(int) override { usleep(10); }
  int size() const override { return 1; }
};
struct memory_sink final : sink {
  void put(int) override {}
};

co::task<> anyOverride(sink &s) {
  s.put(1);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to '{{.*}}::put' blocks the thread in coroutine 'anyOverride': it reaches 'usleep', which {{.*}} [async-blocking-call]
  s.size();
  co_return;
}

co::task<> exactlyKnown(memory_sink &memory, file_sink &file) {
  memory.put(1);
  file.put(1);
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to 'file_sink::put' blocks the thread in coroutine 'exactlyKnown': it reaches 'usleep', which {{.*}} [async-blocking-call]
  file.size();
  co_return;
}

co::task<> qualified(file_sink &file) {
  file.sink::size();
  file.file_sink::put(1);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: call to 'file_sink::put' blocks the thread in coroutine 'qualified': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_return;
}

struct shape {
  virtual ~shape() = default;
  virtual void draw() {}
};
struct circle : shape {
  void draw() override {}
};
co::task<> quiet(shape &s) {
  s.draw();
  co_return;
}
