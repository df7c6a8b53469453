// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of async_simple 1.4;
// not the library.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace async_simple {
struct CurrentExecutor {};
class Executor {
public:
  using Duration = std::chrono::duration<int64_t, std::micro>;
  using Func = std::function<void()>;
  class TimeAwaitable {};
  Executor(std::string name = "default");
  virtual ~Executor();
  virtual bool schedule(Func func) = 0;
  virtual bool currentThreadInExecutor() const;
  TimeAwaitable after(Duration dur);
};
} // namespace async_simple
