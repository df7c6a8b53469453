// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of TooManyCooks 1.7;
// not the library.
#pragma once

#include "tmc/task.hpp"
#include <optional>

namespace tmc {
template <typename T, typename Config = void> class qu_mpsc_unbounded {
public:
  template <typename... Args> void post(Args &&...args) noexcept;
  [[nodiscard]] detail::awaiter<std::optional<T>> pull() noexcept;
  void close() noexcept;
};
} // namespace tmc
