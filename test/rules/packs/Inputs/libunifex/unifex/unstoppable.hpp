// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex {
namespace _unstoppable_cpo {
inline constexpr struct _fn {
  template <typename Sender> _stub_sender<_stub_value<Sender>> operator()(Sender &&sender) const;
} unstoppable{};
} // namespace _unstoppable_cpo
using _unstoppable_cpo::unstoppable;
} // namespace unifex
