// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex {
namespace _stop_when_cpo {
struct _fn {
  template <typename Source, typename Trigger>
  _stub_sender<_stub_value<Source>> operator()(Source &&source, Trigger &&trigger) const;
};
} // namespace _stop_when_cpo
inline constexpr _stop_when_cpo::_fn stop_when{};
} // namespace unifex
