// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of beman.execution 2026-08 and C++26;
// not the library.
#pragma once
#include <coroutine>
#include <exception>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

namespace beman::execution {
#include "../../detail/senders.inc"

class inplace_stop_token {
public:
  bool stop_requested() const noexcept;
};
class inplace_stop_source {
public:
  bool request_stop() noexcept;
};
struct get_stop_token_t : _stub_sender<inplace_stop_token> {
  _stub_sender<inplace_stop_token> operator()() const;
};
inline constexpr get_stop_token_t get_stop_token{};

struct sync_wait_t {
  template <typename Sender>
  std::optional<typename _stub_result<_stub_value<Sender>>::type>
  operator()(Sender &&sender) const;
};
inline constexpr sync_wait_t sync_wait{};
struct sync_wait_with_variant_t {
  template <typename Sender> std::optional<std::variant<int>> operator()(Sender &&sender) const;
};
inline constexpr sync_wait_with_variant_t sync_wait_with_variant{};

} // namespace beman::execution
