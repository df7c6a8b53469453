// RUN: %check %s --rules=%S/Inputs/work.yaml --args=-I%S/../../runtime
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A scope waits for what is started in it and sees its errors, so nobody needs
// the handle.
#include "Inputs/work.h"
#include <tide/tide.h>

tide::task<> part();
co::task<> step();

tide::task<> inATaskGroup(int times) {
  co_await tide::with_task_group([&](tide::task_group &group) -> tide::task<> {
    while (times-- > 0)
      group.spawn(part());
    auto named = group.spawn(part(), "named");
    co_return;
  });
}

tide::task<> besideATaskGroup() {
  co_await tide::with_task_group([&](tide::task_group &group) -> tide::task<> {
    group.spawn(part());
    tide::spawn(part());
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the handle from 'tide::spawn' is dropped: {{.*}} [async-dropped-task-handle]
    co_return;
  });
}

void addsTo(tide::task_group &group) { group.spawn(part()); }

co::task<> inANursery(work::nursery &nursery) {
  nursery.start(step());
  nursery.start([]() -> co::task<> { throw 1; co_return; }());
  auto named = nursery.start(step());
  co_return;
}

class server {
public:
  explicit server(work::nursery &nursery) : nursery_(nursery) {}
  void accepted() { nursery_.start(serve()); }

private:
  co::task<> serve() {
    co_await step();
    throw 1;
  }
  work::nursery &nursery_;
};
