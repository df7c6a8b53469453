// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <exception>
#include <utility>

namespace seastar {
template <typename FuncType> class noncopyable_function;
template <typename Ret, typename... Args> class noncopyable_function<Ret(Args...)> {
public:
  noncopyable_function() noexcept;
  template <typename Func> noncopyable_function(Func func) { std::terminate(); }
  noncopyable_function(noncopyable_function &&) noexcept;
  ~noncopyable_function();
  Ret operator()(Args... args) const;
};
} // namespace seastar
