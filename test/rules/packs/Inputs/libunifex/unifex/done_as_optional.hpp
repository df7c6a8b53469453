// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex {
namespace _done_as_opt::_cpo {
inline const struct _fn {
  template <typename Sender>
  _stub_sender<std::optional<_stub_value<Sender>>> operator()(Sender &&sender) const;
} done_as_optional{};
} // namespace _done_as_opt::_cpo
using _done_as_opt::_cpo::done_as_optional;
} // namespace unifex
