// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <coroutine>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

namespace unifex {
/// Stands for every sender of the library.
template <typename T = void> struct _stub_sender {
  using value_type = T;
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<> waiting) noexcept;
  T await_resume();
};
template <typename Sender> using _stub_value = typename std::remove_cvref_t<Sender>::value_type;
template <typename F> struct _stub_closure {};
template <typename Sender, typename F> Sender operator|(Sender &&sender, _stub_closure<F> closure) {
  return static_cast<Sender &&>(sender);
}
} // namespace unifex
