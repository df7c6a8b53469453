// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libcoro 0.13
// and, for the collecting of garbage, 0.11; not the library.
#pragma once

#include "coro/coro.hpp"

namespace coro {
template <typename Executor> class task_container {
public:
  explicit task_container(std::shared_ptr<Executor> e);
  ~task_container();
  bool start(task<void> &&user_task);
  task<void> yield_until_empty();
  task<void> garbage_collect_and_yield_until_empty();
};
} // namespace coro
