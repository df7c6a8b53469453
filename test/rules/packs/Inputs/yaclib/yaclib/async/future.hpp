// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of YACLib of January
// 2026; not the library.
#pragma once

#include "yaclib/exe/executor.hpp"
#include "yaclib/util/result.hpp"
#include <type_traits>

namespace yaclib {
template <typename V = void, typename E = StopError> class Future;
template <typename V = void, typename E = StopError> class FutureOn;

namespace detail {
// What a continuation returns, which is given the value or the result.
template <typename Func, typename V> struct continued {
  using type = std::invoke_result_t<Func, V>;
};
template <typename Func> struct continued<Func, void> {
  using type = std::invoke_result_t<Func>;
};
template <typename Func, typename V>
using continued_t = typename continued<Func, V>::type;
} // namespace detail

template <typename V, typename E> class FutureBase {
public:
  FutureBase(FutureBase &&other) noexcept;
  FutureBase &operator=(FutureBase &&other) noexcept;
  ~FutureBase() noexcept;
  [[nodiscard]] bool Valid() const & noexcept;
  [[nodiscard]] bool Ready() const & noexcept;
  void Get() & = delete;
  void Get() const && = delete;
  [[nodiscard]] const Result<V, E> *Get() const & noexcept;
  [[nodiscard]] Result<V, E> Get() && noexcept;
  [[nodiscard]] Result<V, E> Touch() && noexcept;
  template <typename Func> [[nodiscard]] auto Then(IExecutor &, Func &&) && {
    return FutureOn<detail::continued_t<Func, V>, E>(nullptr);
  }
  void Detach() && noexcept;
  template <typename Func> void DetachInline(Func &&) && {}
  template <typename Func> void Detach(IExecutor &, Func &&) && {}

protected:
  FutureBase(std::nullptr_t) noexcept;
};

template <typename V, typename E> class Future final : public FutureBase<V, E> {
public:
  Future(std::nullptr_t) noexcept;
  template <typename Func> [[nodiscard]] auto ThenInline(Func &&) && {
    return Future<detail::continued_t<Func, V>, E>(nullptr);
  }
};

template <typename V, typename E>
class FutureOn final : public FutureBase<V, E> {
public:
  using FutureBase<V, E>::Then;
  using FutureBase<V, E>::Detach;
  FutureOn(std::nullptr_t) noexcept;
  Future<V, E> On(std::nullptr_t) && noexcept;
  template <typename Func> [[nodiscard]] auto Then(Func &&) && {
    return FutureOn<detail::continued_t<Func, V>, E>(nullptr);
  }
  template <typename Func> void Detach(Func &&) && {}
};
} // namespace yaclib
