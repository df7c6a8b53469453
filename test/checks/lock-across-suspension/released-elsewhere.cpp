// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Locks that are given away or unlocked by other code, or that are not held from
// the start: nothing is held across the suspensions.
#include "Inputs/task.h"
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
std::mutex m, m2;
co::task<> store(int value);
co::task<int> load(int key);
void keep(int);
bool enabled();
void finish(std::unique_lock<std::mutex> lock);
co::task<> storeUnder(std::unique_lock<std::mutex> lock);
std::unique_lock<std::mutex> lockAll();
struct Locked {
  std::unique_lock<std::mutex> lock;
  int *value;
};
Locked locked();
struct Account {
  std::mutex mutex;
};
void unlock(Account &);
void unlockIt() { m.unlock(); }
struct Session {
  explicit Session(int id) : id(id) {}
  int id;
  std::unique_lock<std::mutex> writing;
};
Session made();
struct Fin {
  std::unique_lock<std::mutex> &l;
  ~Fin() { l.unlock(); }
};
struct Defer {
  std::function<void()> f;
  ~Defer() { f(); }
};
namespace folly::coro {
struct aw {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) const noexcept;
  int *await_resume() const;
};
inline constexpr aw co_current_executor{};
} // namespace folly::coro

struct Work {
  std::mutex mutex;
  std::unique_lock<std::mutex> lock_;
  void stop() { lock_.unlock(); }
  void unlockIt() { mutex.unlock(); }
  co::task<> bySelf() {
    lock_ = std::unique_lock(mutex);
    stop();
    co_await store(1);
  }
  co::task<> byOwnMethod() {
    mutex.lock();
    unlockIt();
    co_await store(1);
  }
};
co::task<> givenAway() {
  std::unique_lock l(m);
  finish(std::move(l));
  co_await store(1);
}

co::task<> givenToACoroutine() {
  std::unique_lock l(m);
  co_await storeUnder(std::move(l));
  co_await store(1);
}

co::task<> movedIntoAClosure() {
  std::unique_lock l(m);
  auto f = [l = std::move(l)]() mutable { l.unlock(); };
  f();
  co_await store(1);
}

co::task<> movedIntoAnOptional() {
  std::unique_lock l(m);
  std::optional o(std::move(l));
  o.reset();
  co_await store(1);
}

co::task<> sharedWithoutLock() {
  auto s = std::make_shared<Session>(1);
  co_await store(1);
}

co::task<> lockedWeakPointer(std::weak_ptr<Session> w) {
  if (auto s = w.lock())
    co_await store(1);
}

co::task<> optionalWithoutLock() {
  std::optional<Session> s(1);
  co_await store(1);
}

co::task<> emplacedWithoutLock() {
  std::optional<Session> s;
  s.emplace(1);
  co_await store(1);
}

co::task<> madeWithoutLock() {
  auto s = made();
  co_await store(1);
}

co::task<> unlockedByAMethod(Work &w) {
  w.lock_ = std::unique_lock(w.mutex);
  w.stop();
  co_await store(1);
}

co::task<> unlockedByAFunction(Account &a) {
  a.mutex.lock();
  unlock(a);
  co_await store(1);
}

co::task<> unlockedByAClosure(Account &a) {
  a.mutex.lock();
  auto done = [&] { a.mutex.unlock(); };
  done();
  co_await store(1);
}

co::task<> unlockedGlobally() {
  m.lock();
  unlockIt();
  co_await store(1);
}

co::task<> unlockedOnTheSpot() {
  m.lock();
  [] { m.unlock(); }();
  co_await store(1);
}

co::task<> unlockedAtScopeExit() {
  m.lock();
  {
    Defer d{[] { m.unlock(); }};
    keep(1);
  }
  co_await store(1);
}

co::task<> unlockedByAStructure() {
  std::unique_lock l(m);
  {
    Fin f{l};
  }
  co_await store(1);
}

co::task<> unlockedByReference() {
  std::unique_lock l(m);
  auto &r = l;
  r.unlock();
  co_await store(1);
}

co::task<> unlockedByPointer() {
  std::unique_lock l(m);
  auto *p = &l;
  p->unlock();
  co_await store(1);
}

co::task<> lockedByReference() {
  std::mutex &r = m;
  r.lock();
  m.unlock();
  co_await store(1);
}

co::task<> partUnlocked() {
  Locked x{std::unique_lock(m), nullptr};
  x.lock.unlock();
  co_await store(1);
}

co::task<> bindingUnlocked() {
  auto [lock, value] = locked();
  lock.unlock();
  co_await store(1);
}

co::task<> nothing() {
  std::optional<std::lock_guard<std::mutex>> o = std::nullopt;
  co_await store(1);
}

co::task<> ofNoMutex() {
  std::scoped_lock l;
  co_await store(1);
}

co::task<> emplacedDeferred() {
  std::optional<std::unique_lock<std::mutex>> o;
  o.emplace(m, std::defer_lock);
  co_await store(1);
}

co::task<> madeDeferred() {
  std::optional<std::unique_lock<std::mutex>> o(std::in_place, m, std::defer_lock);
  co_await store(1);
}

co::task<> adoptedAll() {
  {
    std::lock(m, m2);
    std::scoped_lock l(std::adopt_lock, m, m2);
    keep(1);
  }
  co_await store(1);
}

co::task<> answerKept() {
  std::unique_lock l(m, std::try_to_lock);
  bool ok = l.owns_lock();
  if (!ok)
    co_await store(1);
}

co::task<> asksForExecutor() {
  std::lock_guard l(m);
  (void)co_await folly::coro::co_current_executor;
}
