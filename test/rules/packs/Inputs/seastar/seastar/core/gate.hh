// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/future.hh>

namespace seastar {
class gate_closed_exception : public std::exception {};
class gate {
public:
  class holder {
  public:
    holder(holder &&) noexcept;
    ~holder();
  };
  void enter();
  void leave() noexcept;
  void check() const;
  future<> close() noexcept;
  bool is_closed() const noexcept;
  holder hold();
};
class named_gate : public gate {};
template <typename Func> auto with_gate(gate &g, Func &&func) {
  return futurize_invoke(std::forward<Func>(func));
}
template <typename Func> auto try_with_gate(gate &g, Func &&func) noexcept {
  return futurize_invoke(std::forward<Func>(func));
}
} // namespace seastar
