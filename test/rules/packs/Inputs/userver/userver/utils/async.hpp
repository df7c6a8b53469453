// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of userver 2.5; not
// the library.
#pragma once

#include "userver/engine/async.hpp"

namespace userver {
inline namespace v2_5 {
namespace utils {
#define USERVER_STUB_ASYNC(Name, TaskType)                                               \
  template <typename Function, typename... Args>                               \
  [[nodiscard]] auto Name(std::string, Function &&, Args &&...) {              \
    return TaskType<std::invoke_result_t<Function, Args...>>();                \
  }                                                                            \
  template <typename Function, typename... Args>                               \
  [[nodiscard]] auto Name(engine::TaskProcessor &, std::string, Function &&,   \
                          Args &&...) {                                        \
    return TaskType<std::invoke_result_t<Function, Args...>>();                \
  }
USERVER_STUB_ASYNC(Async, engine::TaskWithResult)
USERVER_STUB_ASYNC(CriticalAsync, engine::TaskWithResult)
USERVER_STUB_ASYNC(SharedAsync, engine::SharedTaskWithResult)
USERVER_STUB_ASYNC(SharedCriticalAsync, engine::SharedTaskWithResult)
#undef USERVER_STUB_ASYNC

template <typename Function, typename... Args>
[[nodiscard]] auto AsyncBackground(std::string, engine::TaskProcessor &,
                                   Function &&, Args &&...) {
  return engine::TaskWithResult<std::invoke_result_t<Function, Args...>>();
}
template <typename Function, typename... Args>
[[nodiscard]] auto CriticalAsyncBackground(std::string, engine::TaskProcessor &,
                                           Function &&, Args &&...) {
  return engine::TaskWithResult<std::invoke_result_t<Function, Args...>>();
}
} // namespace utils
} // namespace v2_5
} // namespace userver
