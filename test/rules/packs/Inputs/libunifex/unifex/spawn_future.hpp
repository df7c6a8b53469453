// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex {
namespace _spawn_future {
template <typename Scope, typename T> struct _future final {
  struct [[nodiscard]] type : _stub_sender<T> {};
};
struct _spawn_future_fn {
  template <typename Sender, typename Scope>
  typename _future<Scope, _stub_value<Sender>>::type operator()(Sender &&sender,
                                                                Scope &scope) const;
};
} // namespace _spawn_future
inline constexpr _spawn_future::_spawn_future_fn spawn_future{};
} // namespace unifex
