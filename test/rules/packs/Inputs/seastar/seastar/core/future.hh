// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <chrono>
#include <concepts>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <source_location>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace seastar {

using sstring = std::string;
struct thread_attributes {};

template <typename T = void> class future;
template <typename T = void> class promise;

namespace internal {
struct monostate {};
template <typename T> struct futurized {
  using type = future<T>;
};
template <typename T> struct futurized<future<T>> {
  using type = future<T>;
};
template <typename F, typename T> struct result : std::invoke_result<F, T> {};
template <typename F> struct result<F, void> : std::invoke_result<F> {};
} // namespace internal

template <typename T> using futurize_t = typename internal::futurized<T>::type;

template <typename T> class [[nodiscard]] future {
public:
  using value_type = std::conditional_t<std::is_void_v<T>, internal::monostate, T>;
  future(future &&) noexcept;
  future &operator=(future &&) noexcept;
  value_type &&get();
  std::exception_ptr get_exception() noexcept;
  void wait() noexcept;
  bool available() const noexcept;
  bool failed() const noexcept;
  template <typename Func>
  futurize_t<typename internal::result<Func, T>::type>
  then(Func &&func, std::source_location at = std::source_location::current()) noexcept {
    std::terminate();
  }
  template <typename Func>
  future<> then_unpack(Func &&func,
                       std::source_location at = std::source_location::current()) noexcept {
    std::terminate();
  }
  template <typename Func>
  futurize_t<std::invoke_result_t<Func, future>>
  then_wrapped(Func &&func, std::source_location at = std::source_location::current()) noexcept {
    std::terminate();
  }
  template <std::invocable Func>
  future finally(Func &&func, std::source_location at = std::source_location::current()) noexcept {
    std::terminate();
  }
  template <typename Func>
  future handle_exception(Func &&func,
                          std::source_location at = std::source_location::current()) noexcept {
    std::terminate();
  }
  template <typename Func>
  future handle_exception_type(Func &&func,
                               std::source_location at = std::source_location::current()) noexcept {
    std::terminate();
  }
  future<> or_terminate(std::source_location at = std::source_location::current()) noexcept;
  future<> discard_result(std::source_location at = std::source_location::current()) noexcept;
  void ignore_ready_future() noexcept;
};

template <typename T> class promise {
public:
  promise() noexcept;
  future<T> get_future() noexcept;
  template <typename... A> void set_value(A &&...a) noexcept { std::terminate(); }
};

template <typename T = void, typename... A> future<T> make_ready_future(A &&...value) noexcept {
  std::terminate();
}
template <typename Func, typename... Args>
futurize_t<std::invoke_result_t<Func, Args...>> futurize_invoke(Func &&func,
                                                                Args &&...args) noexcept {
  std::terminate();
}

} // namespace seastar
