// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex {
namespace _just {
struct _fn {
  _stub_sender<> operator()() const;
  template <typename T> _stub_sender<T> operator()(T value) const;
};
} // namespace _just
inline constexpr _just::_fn just{};
} // namespace unifex
