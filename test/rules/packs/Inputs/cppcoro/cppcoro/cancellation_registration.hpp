// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of andreasbuhr's
// cppcoro of 2026-03-15; not the library. Templates that take a closure must
// have a body.
#pragma once

#include <cppcoro/cancellation_token.hpp>

namespace cppcoro {
class cancellation_registration {
public:
  template <typename F>
  cancellation_registration(cancellation_token token, F &&callback) {
    __builtin_trap();
  }
  ~cancellation_registration();
};
} // namespace cppcoro
