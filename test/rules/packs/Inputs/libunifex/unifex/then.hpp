// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex {
namespace _then {
struct _fn {
  template <typename Sender, typename F> Sender operator()(Sender &&sender, F &&f) const {
    return static_cast<Sender &&>(sender);
  }
  template <typename F> _stub_closure<F> operator()(F f) const { return {}; }
};
} // namespace _then
inline constexpr _then::_fn then{};
} // namespace unifex
