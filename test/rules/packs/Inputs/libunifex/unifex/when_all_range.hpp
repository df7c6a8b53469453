// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>
#include <vector>

namespace unifex {
namespace _when_all_range::_cpo {
struct _fn {
  template <typename Sender>
  _stub_sender<std::vector<_stub_value<Sender>>> operator()(std::vector<Sender> senders) const;
};
} // namespace _when_all_range::_cpo
inline constexpr _when_all_range::_cpo::_fn when_all_range{};
} // namespace unifex
