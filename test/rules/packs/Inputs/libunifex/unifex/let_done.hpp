// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex {
namespace _let_d::_cpo {
struct _fn {
  template <typename Sender, typename F> Sender operator()(Sender &&sender, F &&done) const {
    return static_cast<Sender &&>(sender);
  }
};
} // namespace _let_d::_cpo
inline constexpr _let_d::_cpo::_fn let_done{};
} // namespace unifex
