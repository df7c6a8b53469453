// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of YACLib of January
// 2026; not the library.
#pragma once

#include "yaclib/exe/executor.hpp"
#include <cstdint>

namespace yaclib {
class FairThreadPool : public IExecutor {
public:
  explicit FairThreadPool(std::uint64_t threads = 1);
  ~FairThreadPool() noexcept override;
  void Submit(Job &task) noexcept final;
  void SoftStop() noexcept;
  void Stop() noexcept;
  void HardStop() noexcept;
  void Wait() noexcept;
};
IntrusivePtr<FairThreadPool> MakeFairThreadPool(std::uint64_t threads = 1);
} // namespace yaclib
