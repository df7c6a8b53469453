// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex {
namespace _sync_wait_cpo {
class _fn {
public:
  template <typename Sender> std::optional<_stub_value<Sender>> operator()(Sender &&sender) const {
    std::terminate();
  }
  _stub_closure<_fn> operator()() const noexcept { return {}; }
};
} // namespace _sync_wait_cpo
inline constexpr _sync_wait_cpo::_fn sync_wait{};
namespace _sync_wait_r_cpo {
template <typename Result> struct _fn {
  template <typename Sender> std::optional<Result> operator()(Sender &&sender) const {
    std::terminate();
  }
};
} // namespace _sync_wait_r_cpo
template <typename Result> inline constexpr _sync_wait_r_cpo::_fn<Result> sync_wait_r{};
} // namespace unifex
