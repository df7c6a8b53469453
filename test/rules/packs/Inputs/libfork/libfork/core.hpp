// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libfork 3.8; not
// the library.
#pragma once

#include <coroutine>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>

namespace lf {
class worker_context;
struct submit_node;
using submit_handle = submit_node *;

inline namespace core {
template <typename T = void> struct task {
  using value_type = T;
  struct promise_type {
    task get_return_object() noexcept;
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void unhandled_exception() noexcept;
    void return_value(T value);
  };
};
template <> struct task<void> {
  using value_type = void;
  struct promise_type {
    task get_return_object() noexcept;
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void unhandled_exception() noexcept;
    void return_void();
  };
};
} // namespace core

namespace impl {
struct awaitable {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) const noexcept;
  void await_resume() const;
};
struct join_type : awaitable {};

// The first argument of an asynchronous function, which is itself.
// What an async function is handed first: itself.
template <typename F> struct first_arg_t {
  using async_function = F;
  F fun;
};
template <typename F> struct unwrapped {
  using type = F;
  static const F &of(const F &fun) { return fun; }
};
template <typename F> struct unwrapped<first_arg_t<F>> {
  using type = F;
  static const F &of(const first_arg_t<F> &self) { return self.fun; }
};

template <typename R> struct [[nodiscard]] quasi_awaitable : awaitable {
  explicit quasi_awaitable(task<R> started);
  quasi_awaitable(quasi_awaitable &&) = delete;
};
template <typename F> struct [[nodiscard]] y_combinate {
  F fun;
  template <typename... Args> auto operator()(Args &&...args) && {
    return quasi_awaitable(std::move(fun)(first_arg_t<F>(fun), std::forward<Args>(args)...));
  }
};
template <typename F> auto combinate(F &&fun) {
  using unwrap = unwrapped<std::remove_cvref_t<F>>;
  return y_combinate<typename unwrap::type>{unwrap::of(fun)};
}
struct bind_task {
  template <typename I, typename F> [[nodiscard]] auto operator()(I &&, F &&fun) const {
    return combinate(std::forward<F>(fun));
  }
  template <typename F> [[nodiscard]] auto operator()(F &&fun) const {
    return combinate(std::forward<F>(fun));
  }
};
template <typename T> T result_of(quasi_awaitable<T>);
template <typename F, typename... Args>
using result_t = decltype(result_of(combinate(std::declval<F>())(std::declval<Args>()...)));
} // namespace impl

inline namespace core {
inline constexpr impl::join_type join = {};
inline constexpr impl::bind_task fork = {};
inline constexpr impl::bind_task call = {};

template <typename R> class future {
public:
  future(future &&other) noexcept;
  ~future() noexcept;
  bool valid() const noexcept;
  void detach() noexcept;
  void wait();
  R get();
};

template <typename Sch, typename F, typename... Args>
future<impl::result_t<F, Args...>> schedule(Sch &&, F &&, Args &&...) {
  __builtin_unreachable(); // a body, because a closure's type has no linkage
}
template <typename Sch, typename F, typename... Args>
impl::result_t<F, Args...> sync_wait(Sch &&, F &&, Args &&...) {
  __builtin_unreachable();
}
template <typename Sch, typename F, typename... Args> void detach(Sch &&, F &&, Args &&...) {}

template <typename Sch>
struct [[nodiscard]] resume_on_quasi_awaitable : impl::awaitable {};
template <typename Sch>
resume_on_quasi_awaitable<Sch> resume_on(Sch *dest) noexcept;
} // namespace core
} // namespace lf
