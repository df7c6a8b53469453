// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex {
namespace _on {
inline const struct _fn {
  template <typename Scheduler, typename Sender>
  _stub_sender<_stub_value<Sender>> operator()(Scheduler &&scheduler, Sender &&sender) const;
} on{};
} // namespace _on
using _on::on;
} // namespace unifex
