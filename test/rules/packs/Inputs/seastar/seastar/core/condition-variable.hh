// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/future.hh>

namespace seastar {
class broken_condition_variable : public std::exception {};
class condition_variable {
public:
  future<> wait() noexcept;
  template <std::invocable Pred> future<> wait(Pred &&pred) noexcept { std::terminate(); }
  void signal() noexcept;
};
} // namespace seastar
