// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex {
struct unit {};
template <typename Sender>
using _stub_unit_value =
    std::conditional_t<std::is_void_v<_stub_value<Sender>>, unit, _stub_value<Sender>>;
namespace _sync_wait_cpo {
class _fn {
public:
  template <typename Sender>
  std::optional<_stub_unit_value<Sender>> operator()(Sender &&sender) const;
  _stub_closure<_fn> operator()() const noexcept { return {}; }
};
} // namespace _sync_wait_cpo
inline constexpr _sync_wait_cpo::_fn sync_wait{};
namespace _sync_wait_r_cpo {
template <typename Result> struct _fn {
  template <typename Sender> std::optional<Result> operator()(Sender &&sender) const;
};
} // namespace _sync_wait_r_cpo
template <typename Result> inline constexpr _sync_wait_r_cpo::_fn<Result> sync_wait_r{};
} // namespace unifex
