// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of TooManyCooks 1.7;
// not the library.
#pragma once

#include "tmc/task.hpp"

namespace tmc {
class ex_cpu {
public:
  ex_cpu();
  ~ex_cpu();
  void init();
  void teardown();
  ex_cpu &set_thread_count(std::size_t ThreadCount);
  ex_any *type_erased();
};
ex_cpu &cpu_executor();
int async_main(tmc::task<int> &&ClientMainTask);
} // namespace tmc
