// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of andreasbuhr's
// cppcoro of 2026-03-15; not the library. Templates that take a closure must
// have a body.
#pragma once

namespace cppcoro {
template <typename F> struct scoped_lambda {
  ~scoped_lambda() {}
};
template <typename F> auto on_scope_exit(F &&func) -> scoped_lambda<F> {
  __builtin_trap();
}
template <typename F> auto on_scope_failure(F &&func) -> scoped_lambda<F> {
  __builtin_trap();
}
template <typename F> auto on_scope_success(F &&func) -> scoped_lambda<F> {
  __builtin_trap();
}
} // namespace cppcoro
