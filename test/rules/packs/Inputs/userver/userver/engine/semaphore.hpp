// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of userver 2.5; not
// the library.
#pragma once

#include <cstddef>

namespace userver {
inline namespace v2_5 {
namespace engine {
class CancellableSemaphore final {
public:
  void lock_shared();
  void unlock_shared();
};
class Semaphore final {
public:
  explicit Semaphore(std::size_t capacity);
  void lock_shared();
  void unlock_shared();
};
class SemaphoreLock final {
public:
  explicit SemaphoreLock(Semaphore &);
  ~SemaphoreLock();
};
} // namespace engine
} // namespace v2_5
} // namespace userver
