// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of C++/WinRT 3.0;
// not the library.
#pragma once

#include <chrono>
#include <coroutine>
#include <cstddef>
#include <cstdint>

namespace winrt {
struct take_ownership_from_abi_t {};

struct hresult_error {
  hresult_error() noexcept = default;
};
struct hresult_canceled : hresult_error {};

struct slim_mutex {
  void lock() noexcept;
  void lock_shared() noexcept;
  bool try_lock() noexcept;
  bool try_lock_shared() noexcept;
  void unlock() noexcept;
  void unlock_shared() noexcept;
};
struct slim_lock_guard {
  explicit slim_lock_guard(slim_mutex &m) noexcept;
  ~slim_lock_guard() noexcept;
};
struct slim_shared_lock_guard {
  explicit slim_shared_lock_guard(slim_mutex &m) noexcept;
  ~slim_shared_lock_guard() noexcept;
};
struct slim_condition_variable {
  template <typename T> void wait(slim_mutex &x, T predicate);
  template <typename T>
  bool wait_for(slim_mutex &x,
                std::chrono::high_resolution_clock::duration timeout,
                T predicate);
  void notify_one() noexcept;
  void notify_all() noexcept;
};

namespace Windows::Foundation {
using TimeSpan =
    std::chrono::duration<std::int64_t, std::ratio<1, 10'000'000>>;
struct IUnknown {
  IUnknown(std::nullptr_t = nullptr) noexcept {}
  explicit operator bool() const noexcept;
};
struct IInspectable : IUnknown {
  IInspectable(std::nullptr_t = nullptr) noexcept {}
};
} // namespace Windows::Foundation

// What the operations of this library are awaited with.
namespace impl {
template <typename T> struct awaiter {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>);
  T await_resume() const;
};
} // namespace impl

[[nodiscard]] inline auto resume_background() noexcept {
  return impl::awaiter<void>{};
}
template <typename T>
[[nodiscard]] auto resume_background(T const &) noexcept {
  return impl::awaiter<void>{};
}

struct apartment_context {
  apartment_context();
  apartment_context(std::nullptr_t);
};
impl::awaiter<void> operator co_await(apartment_context const &context);

[[nodiscard]] impl::awaiter<void>
resume_after(Windows::Foundation::TimeSpan duration) noexcept;
impl::awaiter<void> operator co_await(Windows::Foundation::TimeSpan duration);
[[nodiscard]] impl::awaiter<bool>
resume_on_signal(void *handle,
                 Windows::Foundation::TimeSpan timeout = {}) noexcept;

struct thread_pool {
  thread_pool();
  bool await_ready() const noexcept;
  void await_resume() const noexcept;
  void await_suspend(std::coroutine_handle<> handle);
};

struct fire_and_forget {};
} // namespace winrt

template <typename... Args>
struct std::coroutine_traits<winrt::fire_and_forget, Args...> {
  struct promise_type {
    winrt::fire_and_forget get_return_object() const noexcept;
    void return_void() const noexcept;
    std::suspend_never initial_suspend() const noexcept;
    std::suspend_never final_suspend() const noexcept;
    void unhandled_exception() const noexcept;
  };
};
