// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/libcoro
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A crawler on libcoro: a task runs when it is awaited.
#include <coro/coro.hpp>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>

coro::task<int> fetch(int page);
coro::task<int> cached(int page);
coro::task<void> store(int page, int size);
int pageOf(const std::string &name);

class ProgressScope {
public:
  explicit ProgressScope(int page);
  ~ProgressScope();
};

struct Site {
  std::mutex mutex;
  int next = 0;

  coro::task<void> remember(int page);
  coro::task<void> rememberLocked(int page) {
    std::scoped_lock lock{mutex};
    return remember(page);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'Site::remember' runs only after 'lock' is gone [async-return-without-await]
  }
  coro::task<int> fetchNext() {
    std::scoped_lock lock{mutex};
    return fetch(next++);
  }
};

// What people write.

coro::task<int> crawl(int page) {
  try {
    return fetch(page);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'fetch' is returned before it has run: no exception of it is caught here [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: this handler never sees one
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: instead: make 'crawl' a coroutine and co_await the task in it
  } catch (const std::exception &) {
    return cached(page);
  }
}

coro::task<int> crawlTwice(int page) {
  try {
    try {
      return fetch(page);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'fetch' is returned before it has run: no exception of it is caught here [async-return-without-await]
    } catch (const std::runtime_error &) {
      return fetch(page);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'fetch' is returned before it has run: no exception of it is caught here [async-return-without-await]
    }
  } catch (const std::exception &) {
    return cached(page);
  }
}

coro::task<void> storeAndShow(int page, int size) {
  const ProgressScope progress{page};
  return store(page, size);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'store' runs only after 'progress' is gone [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE-3]]:23: note: 'progress' dies when 'storeAndShow' returns
// CHECK-MESSAGES: :[[@LINE-3]]:10: note: instead: make 'storeAndShow' a coroutine and co_await the task in it
}

// The same, awaited.

coro::task<int> crawlToTheEnd(int page) {
  try {
    co_return co_await fetch(page);
  } catch (const std::exception &) {
  }
  co_return co_await cached(page);
}

coro::task<void> storeAndShowToTheEnd(int page, int size) {
  const ProgressScope progress{page};
  co_await store(page, size);
}

coro::task<void> storeAlone(coro::mutex &mutex, int page, int size) {
  auto lock = co_await mutex.scoped_lock();
  co_await store(page, size);
}

coro::task<int> onThePool(std::unique_ptr<coro::thread_pool> &pool, int page) {
  const ProgressScope progress{page};
  co_await pool->schedule();
  co_return co_await fetch(page);
}

// Something else is meant, or nothing is.

coro::task<int> crawlByName(const std::string &name) {
  try {
    return fetch(pageOf(name));
  } catch (const std::out_of_range &) {
    return cached(0);
  }
}

coro::task<int> crawlPlainly(int page) { return page ? fetch(page) : cached(0); }

coro::task<void> storeAll(int first, int last) {
  for (int page = first; page < last; ++page) {
    ProgressScope progress(page);
    co_await store(page, co_await fetch(page));
  }
}
