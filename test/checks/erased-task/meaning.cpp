// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is lost with the task is what its type says about dropping one.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <functional>

void later(std::function<void()> callback);

own::lazy<> aLazyOne() { co_return; }
own::leaky<> aLeakyOne() { co_return; }
own::cancelling<> aCancellingOne() { co_return; }
own::blocking<> aBlockingOne() { co_return; }
own::terminating<> aTerminatingOne() { co_return; }
own::shared<> aSharedOne() { co_return; }
own::eager<> anEagerOne() { co_return; }
co::detached aDetachedOne();
co::generator<int> aGenerator();
co::event anEvent();

void drops() {
  later(aLazyOne);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'std::function<void ()>' drops the task that 'aLazyOne' returns: it never runs [async-erased-task]
  later(aLeakyOne);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'std::function<void ()>' drops the task that 'aLeakyOne' returns: it never runs and its frame is leaked [async-erased-task]
  later(aCancellingOne);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'std::function<void ()>' drops the task that 'aCancellingOne' returns: dropping it cancels its work [async-erased-task]
  later(aBlockingOne);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'std::function<void ()>' drops the task that 'aBlockingOne' returns: dropping it blocks the thread until its work is done [async-erased-task]
  later(aTerminatingOne);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'std::function<void ()>' drops the task that 'aTerminatingOne' returns: dropping it ends the program [async-erased-task]
  later(aSharedOne);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'std::function<void ()>' drops the task that 'aSharedOne' returns: it never runs [async-erased-task]
}

// These run without anybody who awaits them, or are no tasks.

void goesOn() {
  later(anEagerOne);
  later(aDetachedOne);
  later([]() -> own::eager<> { co_return; });
  later(aGenerator);
  later(anEvent);
}
