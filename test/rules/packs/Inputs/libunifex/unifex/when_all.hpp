// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <tuple>
#include <unifex/sender_concepts.hpp>

namespace unifex {
namespace _when_all::_cpo {
struct _fn {
  template <typename... Senders>
  _stub_sender<std::tuple<std::optional<_stub_value<Senders>>...>>
  operator()(Senders &&...senders) const;
};
} // namespace _when_all::_cpo
inline constexpr _when_all::_cpo::_fn when_all{};
} // namespace unifex
