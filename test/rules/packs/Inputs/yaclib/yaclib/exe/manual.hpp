// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of YACLib of January
// 2026; not the library.
#pragma once

#include "yaclib/exe/executor.hpp"
#include <cstddef>

namespace yaclib {
class ManualExecutor : public IExecutor {
public:
  void Submit(Job &f) noexcept final;
  std::size_t Drain() noexcept;
};
IExecutorPtr MakeManual();
} // namespace yaclib
