// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of async_simple 1.4;
// not the library.
#pragma once
#include <async_simple/Executor.h>
#include <async_simple/Signal.h>
#include <async_simple/Try.h>
#include <async_simple/coro/DetachedCoroutine.h>
#include <coroutine>
#include <exception>
#include <type_traits>
#include <utility>

namespace async_simple::coro {

template <typename T = void> class Lazy;
template <typename T = void> class RescheduleLazy;

struct Yield {};
struct CurrentSlot {};
struct ForbidSignal {};

namespace detail {

template <typename T> struct Awaiter {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<> waiting) noexcept;
  T await_resume();
};

struct LazyPromiseBase {
  std::suspend_always initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept;
  template <typename Awaitable> auto await_transform(Awaitable &&awaitable) {
    if constexpr (requires { std::forward<Awaitable>(awaitable).coAwait(nullptr); })
      return std::forward<Awaitable>(awaitable).coAwait(nullptr);
    else
      return std::forward<Awaitable>(awaitable);
  }
  Awaiter<Executor *> await_transform(CurrentExecutor);
  Awaiter<Slot *> await_transform(CurrentSlot);
  Awaiter<void> await_transform(ForbidSignal);
  Awaiter<void> await_transform(Yield);
  Awaiter<void> await_transform(Executor::TimeAwaitable);
};
template <typename T> struct LazyPromise : LazyPromiseBase {
  Lazy<T> get_return_object() noexcept;
  template <typename V> void return_value(V &&value) { std::terminate(); }
};
template <> struct LazyPromise<void> : LazyPromiseBase {
  Lazy<void> get_return_object() noexcept;
  void return_void() noexcept;
};

template <typename T, bool reschedule> class LazyBase {
public:
  using promise_type = LazyPromise<T>;
  using ValueType = T;
  LazyBase(LazyBase &&) noexcept;
  ~LazyBase();
  Executor *getExecutor();
  template <typename F>
  void start(F &&callback)
    requires std::is_invocable_v<F, Try<T>>
  {}
  bool isReady() const;
  Awaiter<Try<T>> coAwaitTry();
};

} // namespace detail

template <typename T> class [[nodiscard]] Lazy : public detail::LazyBase<T, false> {
public:
  using detail::LazyBase<T, false>::LazyBase;
  RescheduleLazy<T> via(Executor *ex) &&;
  using detail::LazyBase<T, false>::start;
  template <typename F> void directlyStart(F &&callback, Executor *executor) {}
  detail::Awaiter<T> coAwait(Executor *ex);
};

template <typename T> class [[nodiscard]] RescheduleLazy : public detail::LazyBase<T, true> {
public:
  void detach();
};

} // namespace async_simple::coro
