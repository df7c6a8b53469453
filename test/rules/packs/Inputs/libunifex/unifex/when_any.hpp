// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex {
namespace _when_any {
struct _fn {
  template <typename Sender, typename... Senders>
  _stub_sender<_stub_value<Sender>> operator()(Sender &&first, Senders &&...others) const;
};
} // namespace _when_any
inline constexpr _when_any::_fn when_any{};
} // namespace unifex
