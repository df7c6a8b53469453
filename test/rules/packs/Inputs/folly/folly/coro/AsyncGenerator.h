// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <folly/coro/Task.h>

namespace folly::coro {
template <typename Reference> class [[nodiscard]] AsyncGenerator {
public:
  struct promise_type : detail::TaskPromise<void> {
    AsyncGenerator get_return_object() noexcept;
    detail::AwaiterOf<void> yield_value(Reference &&);
  };
  detail::AwaiterOf<Reference *> next();
};
} // namespace folly::coro
