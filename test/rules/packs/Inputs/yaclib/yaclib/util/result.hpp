// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of YACLib of January
// 2026; not the library.
#pragma once

#include <exception>
#include <utility>

namespace yaclib {
struct Unit {};
struct StopTag {};
struct [[nodiscard]] StopError final {
  constexpr StopError(StopTag) noexcept {}
};
template <typename Error>
class [[nodiscard]] ResultError final : public std::exception {};

template <typename V = void, typename E = StopError>
class [[nodiscard]] Result final {
public:
  Result(Result &&other) noexcept;
  explicit operator bool() const noexcept;
  V Ok() &&;
};
} // namespace yaclib
