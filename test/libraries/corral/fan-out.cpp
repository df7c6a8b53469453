// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/corral '--checks=-*,async-unbounded-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A weather station on corral: how many tasks there are at once.
#include <corral/corral.h>

#include <string>
#include <utility>
#include <vector>

using corral::Task;

Task<int> read(int sensor);
Task<> publish(int sensor);
Task<> publishAndRelease(int sensor, corral::Semaphore &places);

// What people write.

Task<> readAll(std::vector<int> ids) {
  std::vector<Task<int>> reads;
  for (int id : ids)
    reads.push_back(read(id));
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: coroutine 'readAll' collects 'read' for every element of 'ids': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: in this loop
// CHECK-MESSAGES: :[[@LINE+2]]:12: note: all are awaited at once here
// CHECK-MESSAGES: :[[@LINE-4]]:21: note: instead: co_await a corral::Semaphore before each start and release it at the end of the task, or let as many tasks as are wanted take one after the other
  co_await corral::allOf(std::move(reads));
}

Task<> publishAll(std::vector<int> ids) {
  CORRAL_WITH_NURSERY(nursery) {
    for (int id : ids)
      nursery.start([id] { return publish(id); });
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a coroutine lambda starts 'publish' for every element of 'ids': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: in this loop
// CHECK-MESSAGES: :[[@LINE-3]]:15: note: instead: co_await a corral::Semaphore before each start and release it at the end of the task, or let as many tasks as are wanted take one after the other
    co_return corral::join;
  };
}

Task<> publishIncoming(corral::Channel<int> &ids, corral::Nursery &nursery) {
  while (auto id = co_await ids.receive())
    nursery.start(publish, *id);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: coroutine 'publishIncoming' starts 'publish' for every result of 'corral::Channel::receive': nothing limits how many there are at once [async-unbounded-fan-out]
}

// Good.

Task<> withSemaphore(std::vector<int> ids, corral::Nursery &nursery, corral::Semaphore &places) {
  for (int id : ids) {
    co_await places.acquire();
    nursery.start([id, &places] { return publishAndRelease(id, places); });
  }
}

Task<> inTurn(std::vector<int> ids) {
  for (int id : ids)
    co_await publish(id);
  for (int id : ids)
    CORRAL_WITH_NURSERY(nursery) {
      nursery.start([id] { return publish(id); });
      nursery.start([id] { return publish(-id); });
      co_return corral::join;
    };
}

Task<> both() { co_await corral::allOf(publish(1), publish(2)); }
