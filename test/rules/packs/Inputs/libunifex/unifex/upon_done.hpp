// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex {
namespace _upon_done::_cpo {
struct _fn {
  template <typename Sender, typename F> Sender operator()(Sender &&sender, F &&done) const {
    return static_cast<Sender &&>(sender);
  }
};
} // namespace _upon_done::_cpo
inline constexpr _upon_done::_cpo::_fn upon_done{};
} // namespace unifex
