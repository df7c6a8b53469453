// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of andreasbuhr's
// cppcoro of 2026-03-15; not the library.
#pragma once

#include <cppcoro/cancellation_token.hpp>

namespace cppcoro {
class cancellation_source {
public:
  cancellation_source();
  ~cancellation_source();
  [[nodiscard]] cancellation_token token() const noexcept;
  void request_cancellation();
  [[nodiscard]] bool is_cancellation_requested() const noexcept;
};
} // namespace cppcoro
