// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <coroutine>
#include <folly/CancellationToken.h>
#include <folly/Executor.h>
#include <folly/futures/Future.h>
#include <folly/lang/CustomizationPoint.h>
#include <type_traits>
#include <utility>

namespace folly::coro {
namespace detail {
template <typename T> struct AwaiterOf {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) const noexcept;
  T await_resume() const;
};
struct PromiseBase {
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void unhandled_exception() noexcept;
};
template <typename T> struct TaskPromise : PromiseBase {
  void return_value(T);
};
template <> struct TaskPromise<void> : PromiseBase {
  void return_void() noexcept;
};
template <typename T>
using LiftUnit = std::conditional_t<std::is_void_v<T>, Unit, T>;

namespace adl {
void co_withExecutor();
struct WithExecutorFunction {
  template <typename Awaitable>
  auto operator()(Executor::KeepAlive<> executor, Awaitable awaitable) const
      -> decltype(co_withExecutor(std::move(executor), std::move(awaitable)));
};
} // namespace adl
} // namespace detail
FOLLY_DEFINE_CPO(detail::adl::WithExecutorFunction, co_withExecutor)

template <typename T> class [[nodiscard]] TaskWithExecutor {
public:
  TaskWithExecutor(TaskWithExecutor &&) noexcept;
  ~TaskWithExecutor();
  SemiFuture<detail::LiftUnit<T>> start() &&;
  template <typename F> void start(F &&tryCallback) && {}
  SemiFuture<detail::LiftUnit<T>> startInlineUnsafe() &&;
  detail::AwaiterOf<T> operator co_await() &&;
};
template <typename T = void> class [[nodiscard]] Task {
public:
  struct promise_type : detail::TaskPromise<T> {
    Task get_return_object() noexcept;
  };
  Task(Task &&) noexcept;
  ~Task();
  friend TaskWithExecutor<T> co_withExecutor(Executor::KeepAlive<> executor,
                                             Task task) noexcept;
  TaskWithExecutor<T> scheduleOn(Executor::KeepAlive<> executor) && noexcept;
  SemiFuture<detail::LiftUnit<T>> semi() &&;
  detail::AwaiterOf<T> operator co_await() &&;
};
} // namespace folly::coro
