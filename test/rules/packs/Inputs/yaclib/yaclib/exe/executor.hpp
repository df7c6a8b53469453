// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of YACLib of January
// 2026; not the library.
#pragma once

namespace yaclib {
class Job;
class IExecutor {
public:
  virtual ~IExecutor();
  virtual void Submit(Job &job) noexcept = 0;
};
template <typename T> class IntrusivePtr {
public:
  IntrusivePtr(IntrusivePtr &&other) noexcept;
  ~IntrusivePtr();
  T &operator*() const noexcept;
  T *operator->() const noexcept;
};
using IExecutorPtr = IntrusivePtr<IExecutor>;
} // namespace yaclib
