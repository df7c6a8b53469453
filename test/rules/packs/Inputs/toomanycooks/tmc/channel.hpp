// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of TooManyCooks 1.7;
// not the library.
#pragma once

#include "tmc/task.hpp"
#include <variant>

namespace tmc {
template <typename T, typename Config = void> class chan_tok {
public:
  template <typename... Args> bool post(Args &&...args) noexcept;
  template <typename... Args>
  [[nodiscard]] detail::awaiter<bool> push(Args &&...args) noexcept;
  [[nodiscard]] detail::awaiter<std::variant<T, std::monostate>> pull() noexcept;
  std::variant<T, std::monostate, std::monostate> try_pull() noexcept;
  void close() noexcept;
  tmc::task<void> drain() noexcept;
  void drain_wait() noexcept;
};
template <typename T, typename Config = void>
chan_tok<T, Config> make_channel() noexcept;
} // namespace tmc
