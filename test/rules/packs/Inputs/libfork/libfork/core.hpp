// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libfork 3.8; not
// the library.
#pragma once

#include <coroutine>
#include <cstddef>
#include <span>
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
  void await_suspend(std::coroutine_handle<>) noexcept;
  void await_resume() noexcept;
};
struct join_type : awaitable {};

// The first argument of an asynchronous function, which is itself.
struct first_arg {};

template <typename F> struct quasi_awaitable {
  template <typename... Args> awaitable operator()(Args &&...) { return {}; }
};
struct bind_task {
  template <typename I, typename F>
  [[nodiscard]] auto operator()(I &&, F &&) const {
    return quasi_awaitable<F>{};
  }
  template <typename F> [[nodiscard]] auto operator()(F &&) const {
    return quasi_awaitable<F>{};
  }
};
template <typename F, typename... Args>
using result_t = typename decltype(std::declval<F>()(
    first_arg{}, std::declval<Args>()...))::value_type;
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
future<impl::result_t<F, Args...>> schedule(Sch &&sch, F &&fun, Args &&...args);
template <typename Sch, typename F, typename... Args>
impl::result_t<F, Args...> sync_wait(Sch &&, F &&, Args &&...) {
  __builtin_unreachable(); // a body, because a closure's type has no linkage
}
template <typename Sch, typename F, typename... Args>
void detach(Sch &&sch, F &&fun, Args &&...args);

template <typename Sch>
struct [[nodiscard]] resume_on_quasi_awaitable : impl::awaitable {};
template <typename Sch>
resume_on_quasi_awaitable<Sch> resume_on(Sch *dest) noexcept;
} // namespace core
} // namespace lf
