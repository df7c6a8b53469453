// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Cap'n Proto 2 (May
// 2026); not the library.
#pragma once

#include "kj/common.h"
#include <coroutine>
#include <type_traits>

namespace kj {
class EventLoop {
public:
  void run(unsigned maxTurnCount = ~0u);
};
class WaitScope {
public:
  explicit WaitScope(EventLoop &loop);
  unsigned poll(unsigned maxTurnCount = ~0u);
};
template <typename T> class Promise;
template <typename T> class ForkedPromise;

namespace _ {
template <typename T> struct Reduced {
  using Type = Promise<T>;
};
template <typename T> struct Reduced<Promise<T>> {
  using Type = Promise<T>;
};
template <typename Func, typename T> struct ResultOf {
  using Type = std::invoke_result_t<Func, T>;
};
template <typename Func> struct ResultOf<Func, void> {
  using Type = std::invoke_result_t<Func>;
};
template <typename T> struct PromiseAwaiter {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};
struct ReadyNow {
  template <typename T> operator Promise<T>() const;
};
} // namespace _
template <typename Func, typename T>
using PromiseForResult =
    typename _::Reduced<typename _::ResultOf<Func, T>::Type>::Type;

template <typename T> class [[nodiscard]] Promise {
public:
  Promise(std::nullptr_t);
  Promise(Promise &&) noexcept;
  Promise &operator=(Promise &&) noexcept;
  ~Promise();
  template <typename Func> PromiseForResult<Func, T> then(Func &&) {
    return nullptr;
  }
  template <typename Func, typename ErrorFunc>
  PromiseForResult<Func, T> then(Func &&, ErrorFunc &&) {
    return nullptr;
  }
  template <typename ErrorFunc> Promise<T> catch_(ErrorFunc &&) {
    return nullptr;
  }
  T wait(WaitScope &waitScope);
  bool poll(WaitScope &waitScope);
  ForkedPromise<T> fork();
  Promise<T> exclusiveJoin(Promise<T> &&other);
  template <typename ErrorFunc> Promise<T> eagerlyEvaluate(ErrorFunc &&) {
    return nullptr;
  }
  template <typename ErrorFunc> void detach(ErrorFunc &&) {}
};
template <typename T> class ForkedPromise {
public:
  Promise<T> addBranch();
};
inline constexpr _::ReadyNow READY_NOW;

template <typename Func> PromiseForResult<Func, void> evalLater(Func &&) {
  return nullptr;
}
template <typename Func> PromiseForResult<Func, void> evalNow(Func &&) {
  return nullptr;
}
template <typename Func> PromiseForResult<Func, void> evalLast(Func &&) {
  return nullptr;
}
template <typename Func>
PromiseForResult<Func, void> retryOnDisconnect(Func &&) {
  return nullptr;
}
Promise<void> yield();
Promise<void> yieldUntilQueueEmpty();
Promise<void> yieldUntilWouldSleep();

template <typename Func>
PromiseForResult<Func, WaitScope &> startFiber(std::size_t, Func &&) {
  return nullptr;
}
class FiberPool final {
public:
  explicit FiberPool(std::size_t stackSize);
  template <typename Func>
  PromiseForResult<Func, WaitScope &> startFiber(Func &&) const {
    return nullptr;
  }
};

template <typename T>
Promise<Array<T>> joinPromises(Array<Promise<T>> &&promises);
template <typename T>
Promise<Array<T>> joinPromisesFailFast(Array<Promise<T>> &&promises);
template <typename T> Promise<T> raceSuccessful(Array<Promise<T>> &&promises);
template <typename Functor> Functor coCapture(Functor &&f) { return f; }

class Canceler {
public:
  template <typename T> Promise<T> wrap(Promise<T> promise);
  void cancel(StringPtr cancelReason);
};

class TaskSet {
public:
  class ErrorHandler {
  public:
    virtual void taskFailed(Exception &&exception) = 0;
  };
  TaskSet(ErrorHandler &errorHandler);
  ~TaskSet() noexcept(false);
  void add(Promise<void> &&promise);
  Promise<void> onEmpty();
};

class Executor {
public:
  template <typename Func>
  PromiseForResult<Func, void> executeAsync(Func &&) const {
    return nullptr;
  }
  template <typename Func> std::invoke_result_t<Func> executeSync(Func &&func) const {
    return std::invoke_result_t<Func>(func());
  }
};
const Executor &getCurrentThreadExecutor();

namespace _ {
template <typename T> struct CoroutineBase {
  Promise<T> get_return_object();
  std::suspend_never initial_suspend();
  std::suspend_always final_suspend() noexcept;
  void unhandled_exception();
  template <typename U> PromiseAwaiter<U> await_transform(Promise<U> &promise);
  template <typename U> PromiseAwaiter<U> await_transform(Promise<U> &&promise);
  template <typename U>
  PromiseAwaiter<U> await_transform(ForkedPromise<U> &promise);
};
template <typename T> struct Coroutine : CoroutineBase<T> {
  template <typename U> void return_value(U &&value);
};
template <> struct Coroutine<void> : CoroutineBase<void> {
  void return_void();
};
} // namespace _
} // namespace kj

template <class T, class... Args>
struct std::coroutine_traits<kj::Promise<T>, Args...> {
  using promise_type = kj::_::Coroutine<T>;
};
