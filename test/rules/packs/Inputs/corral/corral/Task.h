// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of corral of August
// 2026; not the library.
#pragma once

#include <coroutine>
#include <utility>

namespace corral {
namespace detail {
template <typename T> struct Awaiter {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};
struct YieldsLikeAwaitTag {};
template <typename T> class Promise;
} // namespace detail

template <class T = void> class [[nodiscard]] Task {
public:
  using promise_type = detail::Promise<T>;
  Task();
  Task(Task &&) noexcept;
  Task &operator=(Task &&) noexcept;
  ~Task();
  bool valid() const;
  detail::Awaiter<T> operator co_await() noexcept;
};

namespace detail {
template <typename T> struct PromiseBase {
  Task<T> get_return_object();
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void unhandled_exception();
  template <class Awaitable>
  Awaitable &&await_transform(Awaitable &&awaitable) noexcept {
    return std::forward<Awaitable>(awaitable);
  }
  // Nurseries are opened by a co_yield that is an await.
  template <typename U> U &&yield_value(U &&u) { return std::forward<U>(u); }
};
template <typename T> class Promise : public PromiseBase<T> {
public:
  void return_value(T value);
};
struct JoinTag {};
struct CancelTag {};
enum class NurseryEnd {};
template <> class Promise<void> : public PromiseBase<void> {
public:
  void return_void();
};
struct NurseryBodyRetval {
  NurseryBodyRetval(JoinTag);
  NurseryBodyRetval(CancelTag);
};
template <>
class Promise<NurseryBodyRetval> : public PromiseBase<NurseryBodyRetval> {
public:
  void return_value(NurseryBodyRetval value);
};
} // namespace detail
} // namespace corral
