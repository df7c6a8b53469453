// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <chrono>

namespace asynctidy {

/// Adds the seconds of its life to a sum.
class Timer {
public:
  explicit Timer(double &Sum)
      : Sum(Sum), Start(std::chrono::steady_clock::now()) {}
  ~Timer() {
    Sum +=
        std::chrono::duration<double>(std::chrono::steady_clock::now() - Start)
            .count();
  }
  Timer(const Timer &) = delete;
  Timer &operator=(const Timer &) = delete;

private:
  double &Sum;
  const std::chrono::steady_clock::time_point Start;
};

} // namespace asynctidy
