// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of async_simple 1.4;
// not the library.
#pragma once
#include <async_simple/Executor.h>
#include <async_simple/Try.h>
#include <exception>
#include <type_traits>
#include <utility>

namespace async_simple {
template <typename T> class Future {
public:
  using value_type = T;
  Future(Future &&) noexcept;
  Future &operator=(Future &&) noexcept;
  ~Future();
  bool valid() const;
  bool hasResult() const;
  std::add_lvalue_reference_t<T> value() &;
  T get() &&;
  void wait();
  Future<T> via(Executor *executor) &&;
  template <typename F> Future<std::invoke_result_t<F, Try<T>>> thenTry(F &&f) && {
    std::terminate();
  }
  template <typename F> Future<std::invoke_result_t<F, T>> thenValue(F &&f) && { std::terminate(); }
  template <typename F> Future<std::invoke_result_t<F, T>> then(F &&f) && { std::terminate(); }
  Executor *getExecutor();
  bool currentThreadInExecutor() const;
};
} // namespace async_simple
