// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of TooManyCooks 1.7;
// not the library.
#pragma once

#include "tmc/task.hpp"

namespace tmc {
class ex_cpu_st {
public:
  ex_cpu_st();
  ~ex_cpu_st();
  void init();
  void teardown();
};
} // namespace tmc
