// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <cstddef>
#include <folly/executors/DrivableExecutor.h>

namespace folly {
class ManualExecutor : public DrivableExecutor {
public:
  ~ManualExecutor() override;
  void add(Func) override;
  std::size_t run();
  std::size_t drain();
  void wait();
  void makeProgress();
  void drive() override;
  template <class F> void waitFor(F const &f);
};
} // namespace folly
