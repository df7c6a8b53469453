// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of TooManyCooks 1.7;
// not the library.
#pragma once

#include "tmc/task.hpp"
#include <future>
#include <type_traits>

namespace tmc {
template <typename E, typename TaskOrFunc>
void post(E &&, TaskOrFunc &&Work, std::size_t = 0, std::size_t = NO_HINT) noexcept {
  (void)Work;
}
template <typename E, typename Result>
[[nodiscard]] std::future<Result>
post_waitable(E &&Executor, task<Result> &&Task, std::size_t Priority = 0,
              std::size_t ThreadHint = NO_HINT);
template <typename E, typename Func, typename Result = std::invoke_result_t<Func &>>
[[nodiscard]] std::future<Result> post_waitable(E &&, Func &&, std::size_t = 0,
                                                std::size_t = NO_HINT) {
  return {};
}
template <typename E, typename Range>
void post_bulk(E &&Executor, Range &&Items, std::size_t Priority = 0,
               std::size_t ThreadHint = NO_HINT);
template <typename E, typename Range>
[[nodiscard]] std::future<void>
post_bulk_waitable(E &&Executor, Range &&Items, std::size_t Priority = 0,
                   std::size_t ThreadHint = NO_HINT);
} // namespace tmc
