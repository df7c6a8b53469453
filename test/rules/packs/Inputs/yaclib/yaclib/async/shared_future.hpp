// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of YACLib of January
// 2026; not the library.
#pragma once

#include "yaclib/async/future.hpp"

namespace yaclib {
template <typename V, typename E> class SharedFutureBase {
public:
  [[nodiscard]] bool Ready() const noexcept;
  [[nodiscard]] Result<V, E> Get() && noexcept;
  [[nodiscard]] const Result<V, E> &Get() const & noexcept;
  template <typename Func> void Subscribe(IExecutor &, Func &&) const {}
};
template <typename V = void, typename E = StopError>
class SharedFuture final : public SharedFutureBase<V, E> {};
} // namespace yaclib
