// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libfork 3.8; not
// the library.
#pragma once

#include "libfork/core.hpp"
#include <thread>

namespace lf {
class lazy_pool {
public:
  explicit lazy_pool(std::size_t n = std::thread::hardware_concurrency());
  ~lazy_pool() noexcept;
  void schedule(submit_handle job);
  std::span<worker_context *> contexts() noexcept;
};
class busy_pool {
public:
  explicit busy_pool(std::size_t n = std::thread::hardware_concurrency());
  ~busy_pool() noexcept;
  void schedule(submit_handle job);
};
class unit_pool {
public:
  unit_pool();
  ~unit_pool() noexcept;
  void schedule(submit_handle job);
};
} // namespace lf
