// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of async_simple 1.4;
// not the library.
#pragma once
#include <async_simple/Future.h>
#include <type_traits>

namespace async_simple::uthread {
enum class Launch { Prompt, Schedule, Current };
struct Attribute {
  Executor *ex;
};
template <Launch policy, class F>
  requires(policy == Launch::Schedule)
inline void async(F &&f, Executor *ex) {}
template <class F, class... Args, typename R = std::invoke_result_t<F &&, Args &&...>>
inline Future<R> async(Launch policy, Attribute attr, F &&f, Args &&...args) {
  std::terminate();
}
} // namespace async_simple::uthread
