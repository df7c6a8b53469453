// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex {
namespace _stop_if {
struct _fn {
  _stub_sender<> operator()() const;
};
} // namespace _stop_if
inline constexpr _stop_if::_fn stop_if_requested{};
} // namespace unifex
