// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of async_simple 1.4;
// not the library.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>

namespace async_simple::util {
class ThreadPool {
public:
  enum ERROR_TYPE { ERROR_NONE = 0 };
  explicit ThreadPool(std::size_t threadNum = 1);
  ~ThreadPool();
  ERROR_TYPE scheduleById(std::function<void()> fn, int32_t id = -1);
};
} // namespace async_simple::util
