// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex {
namespace detach_on_cancel_impl {
inline const struct detach_on_cancel_fn {
  template <typename Sender> _stub_sender<_stub_value<Sender>> operator()(Sender &&sender) const;
} detach_on_cancel{};
} // namespace detach_on_cancel_impl
using detach_on_cancel_impl::detach_on_cancel;
} // namespace unifex
