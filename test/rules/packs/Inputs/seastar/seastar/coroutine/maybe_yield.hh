// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/coroutine.hh>

namespace seastar::coroutine {
class [[nodiscard]] maybe_yield {
public:
  auto operator co_await() { return internal::awaiter<void>(); }
};
} // namespace seastar::coroutine
