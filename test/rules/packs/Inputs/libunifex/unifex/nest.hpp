// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex {
namespace _nest_cpo {
inline const struct _nest_fn {
  template <typename Sender, typename Scope>
  _stub_sender<_stub_value<Sender>> operator()(Sender &&sender, Scope &scope) const;
} nest{};
} // namespace _nest_cpo
using _nest_cpo::nest;
} // namespace unifex
