// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of userver 2.5; not
// the library.
#pragma once

#include "userver/engine/task/task.hpp"
#include <utility>

namespace userver {
inline namespace v2_5 {
namespace engine {
#define USERVER_STUB_ASYNC(Name, TaskType)                                               \
  template <typename Function, typename... Args>                               \
    requires std::is_invocable_v<Function, Args...>                            \
  [[nodiscard]] auto Name(Function &&, Args &&...) {                           \
    return TaskType<std::invoke_result_t<Function, Args...>>();                \
  }                                                                            \
  template <typename Function, typename... Args>                               \
  [[nodiscard]] auto Name(TaskProcessor &, Function &&, Args &&...) {          \
    return TaskType<std::invoke_result_t<Function, Args...>>();                \
  }
USERVER_STUB_ASYNC(AsyncNoSpan, TaskWithResult)
USERVER_STUB_ASYNC(CriticalAsyncNoSpan, TaskWithResult)
USERVER_STUB_ASYNC(SharedAsyncNoSpan, SharedTaskWithResult)
USERVER_STUB_ASYNC(SharedCriticalAsyncNoSpan, SharedTaskWithResult)
#undef USERVER_STUB_ASYNC
} // namespace engine
} // namespace v2_5
} // namespace userver
