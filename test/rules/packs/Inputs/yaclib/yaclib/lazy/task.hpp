// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of YACLib of January
// 2026; not the library.
#pragma once

#include "yaclib/async/future.hpp"

namespace yaclib {
template <typename V = void, typename E = StopError>
class [[nodiscard]] Task final {
public:
  Task(Task &&other) noexcept;
  Task &operator=(Task &&other) noexcept;
  Task(std::nullptr_t) noexcept;
  ~Task() noexcept;
  template <typename Func> auto Then(IExecutor &, Func &&) && {
    return Task<detail::continued_t<Func, V>, E>(nullptr);
  }
  void Cancel() && noexcept;
  void Detach() && noexcept;
  void Detach(IExecutor &e) && noexcept;
  Future<V, E> ToFuture() && noexcept;
  Result<V, E> Get() && noexcept;
};
} // namespace yaclib
