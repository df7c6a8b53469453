// RUN: %check %s --args=-I%S/../../runtime
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// tide's mutex and semaphore.
#include <tide/tide.h>
#include <utility>

tide::task<> write();
bool enabled();

tide::task<> locks(tide::mutex &screen) {
  auto guard = screen.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: the lock from 'tide::mutex::lock', kept in 'guard', is never awaited: nothing is locked [async-unawaited-guard]
  co_await write();
  screen.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the lock from 'tide::mutex::lock' is never awaited: nothing is locked [async-unawaited-guard]
  co_await screen.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the guard that 'tide::mutex::lock' gives is dropped at once: it is released before the next statement [async-unawaited-guard]
  co_await write();
}

tide::task<> permits(tide::semaphore &slots) {
  auto &&permit = slots.acquire();
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the permit from 'tide::semaphore::acquire', kept in 'permit', is never awaited: nothing is acquired [async-unawaited-guard]
  slots.acquire();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the permit from 'tide::semaphore::acquire' is never awaited: nothing is acquired [async-unawaited-guard]
  co_await slots.acquire();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the guard that 'tide::semaphore::acquire' gives is dropped at once: it is released before the next statement [async-unawaited-guard]
  co_await write();
}

tide::task<> onOnePathOnly(tide::mutex &screen) {
  auto wanted = screen.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: the lock from 'tide::mutex::lock', kept in 'wanted', is not awaited on every path: on the others nothing is locked [async-unawaited-guard]
  if (enabled()) {
    auto guard = co_await wanted;
    co_await write();
  }
}

// Held.

tide::task<> held(tide::mutex &screen, tide::semaphore &slots) {
  auto permit = co_await slots.acquire();
  auto guard = co_await screen.lock();
  co_await write();
  guard.unlock();
  if (auto again = co_await screen.lock(); screen.is_locked() && slots.available() > 0)
    co_await write();
}

tide::task<tide::mutex::guard> heldByTheCaller(tide::mutex &screen) {
  co_return co_await screen.lock();
}

tide::task<> heldByTheCallee(tide::mutex &screen, tide::condition &drawn) {
  auto guard = co_await screen.lock();
  co_await drawn.wait(guard);
}
