// RUN: %check %s '--checks=-*,async-unshielded-cleanup,async-skipped-cleanup' --args=-I%S/../../rules/packs/Inputs/folly
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A cache on Folly: any co_await of a Task may end with OperationCancelled. Whether the
// next one does so as well depends on what is awaited, so that no cleanup is told.
#include <folly/CancellationToken.h>
#include <folly/OperationCancelled.h>
#include <folly/coro/Collect.h>
#include <folly/coro/Mutex.h>
#include <folly/coro/Sleep.h>
#include <folly/coro/Task.h>
#include <folly/coro/ViaIfAsync.h>
#include <folly/coro/WithCancellation.h>
#include <folly/fibers/Semaphore.h>

#include <exception>
#include <iostream>
#include <string>

using folly::coro::Task;

Task<std::string> load(std::string key);
Task<int> size(std::string key);
Task<void> store(std::string key, std::string value);
Task<void> close(std::string key);

// What people write.

class Cache {
public:
  Task<void> refresh(std::string key) {
    if (refreshing_) {
      co_return;
    }
    refreshing_ = true;
    value_ = co_await load(key);
    refreshing_ = false;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'Cache::refresh' is cancelled or fails: 'refreshing_' stays true [async-skipped-cleanup]
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: it is taken here
// CHECK-MESSAGES: :[[@LINE-4]]:14: note: an exception of this 'co_await' leaves it so
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: take it back in the destructor of a local object
  }

  Task<void> count(std::string key) {
    ++loads_;
    value_ = co_await load(key);
    --loads_;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'Cache::count' is cancelled or fails: 'loads_' is not counted down again [async-skipped-cleanup]
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: it is taken here
// CHECK-MESSAGES: :[[@LINE-4]]:14: note: an exception of this 'co_await' leaves it so
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: take it back in the destructor of a local object
  }

  Task<void> refreshLocked(std::string key) {
    co_await mutex_.co_lock();
    value_ = co_await load(key);
    mutex_.unlock();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'Cache::refreshLocked' is cancelled or fails: 'mutex_' stays locked [async-skipped-cleanup]
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: it is taken here
// CHECK-MESSAGES: :[[@LINE-4]]:14: note: an exception of this 'co_await' leaves it so
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: hold it by a guard
  }

  Task<void> refreshLimited(std::string key) {
    co_await limit_.co_wait();
    value_ = co_await load(key);
    limit_.signal();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'Cache::refreshLimited' is cancelled or fails: 'limit_' is not given back [async-skipped-cleanup]
  }

  Task<void> refreshUnless(std::string key) {
    ++loads_;
    try {
      value_ = co_await load(key);
    } catch (const std::runtime_error &) {
      --loads_;
      throw;
    }
    --loads_;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'Cache::refreshUnless' is cancelled or fails: 'loads_' is not counted down again [async-skipped-cleanup]
  }

  Task<void> refreshGuarded(std::string key);
  Task<void> refreshOrTakeBack(std::string key);
  Task<void> refreshTried(std::string key);
  Task<void> refreshAfterwards(std::string key);

private:
  folly::coro::Mutex mutex_;
  folly::fibers::Semaphore limit_{4};
  std::string value_;
  bool refreshing_ = false;
  int loads_ = 0;
};

// Taken back whatever happens.

Task<void> Cache::refreshGuarded(std::string key) {
  auto lock = co_await mutex_.co_scoped_lock();
  value_ = co_await load(key);
}

Task<void> Cache::refreshOrTakeBack(std::string key) {
  co_await limit_.co_wait();
  try {
    value_ = co_await load(key);
  } catch (...) {
    limit_.signal();
    throw;
  }
  limit_.signal();
}

Task<void> Cache::refreshTried(std::string key) {
  ++loads_;
  auto length = co_await folly::coro::co_awaitTry(size(key));
  --loads_;
  if (!length.hasException()) {
    value_ = std::string(length.value(), '-');
  }
}

Task<void> Cache::refreshAfterwards(std::string key) {
  auto value = co_await load(key);
  co_await mutex_.co_lock();
  value_ = value;
  mutex_.unlock();
}

// Cleanup after a cancellation.

Task<void> loadAndClose(std::string key) {
  try {
    std::cout << co_await load(key) << "\n";
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await close(key);
}

Task<void> loadOrReset(std::string key) {
  std::exception_ptr error;
  try {
    std::cout << co_await load(key) << "\n";
  } catch (...) {
    error = std::current_exception();
  }
  if (error) {
    co_await folly::coro::co_withCancellation(folly::CancellationToken{}, store(key, ""));
    std::rethrow_exception(error);
  }
}
