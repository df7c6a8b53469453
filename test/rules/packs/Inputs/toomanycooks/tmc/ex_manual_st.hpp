// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of TooManyCooks 1.7;
// not the library.
#pragma once

#include "tmc/task.hpp"

namespace tmc {
class ex_manual_st {
public:
  bool run_one();
  std::size_t run_all();
  std::size_t run_n(const std::size_t MaxCount);
};
} // namespace tmc
