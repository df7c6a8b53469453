// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check --config=async-blocking-call.VirtualOverrides=4 %s
// With more overrides than VirtualOverrides a virtual call says too little.
#include "Inputs/task.h"
#include <unistd.h>

struct many {
  virtual ~many() = default;
  virtual void run() = 0;
};
struct many1 : many {
  void run() override { usleep(1); }
};
struct many2 : many {
  void run() override {}
};
struct many3 : many {
  void run() override {}
};
struct many4 : many {
  void run() override {}
};
struct many5 : many {
  void run() override {}
};

struct few {
  virtual ~few() = default;
  virtual void run() = 0;
};
struct few1 : few {
  void run() override { usleep(1); }
};
struct few2 : few {
  void run() override {}
};
struct few3 : few {
  void run() override {}
};
struct few4 : few {
  void run() override {}
};

co::task<> calls(many &m, few &f) {
  m.run();
  f.run();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to '{{.*}}::run' blocks the thread in coroutine 'calls': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_return;
}
