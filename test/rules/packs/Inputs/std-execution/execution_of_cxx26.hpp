// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of beman.execution 2026-08 and C++26;
// not the library.
#pragma once
// What C++26 puts into <execution> and <stop_token>.
#include <coroutine>
#include <exception>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

namespace std {
namespace execution {
#include "detail/senders.inc"
} // namespace execution

class inplace_stop_token {
public:
  bool stop_requested() const noexcept;
};
class inplace_stop_source {
public:
  bool request_stop() noexcept;
};
struct get_stop_token_t : execution::_stub_sender<inplace_stop_token> {
  execution::_stub_sender<inplace_stop_token> operator()() const;
};
inline constexpr get_stop_token_t get_stop_token{};

namespace this_thread {
struct sync_wait_t {
  template <typename Sender>
  std::optional<typename execution::_stub_result<execution::_stub_value<Sender>>::type>
  operator()(Sender &&sender) const;
};
inline constexpr sync_wait_t sync_wait{};
struct sync_wait_with_variant_t {
  template <typename Sender> std::optional<std::variant<int>> operator()(Sender &&sender) const;
};
inline constexpr sync_wait_with_variant_t sync_wait_with_variant{};

} // namespace this_thread
} // namespace std
