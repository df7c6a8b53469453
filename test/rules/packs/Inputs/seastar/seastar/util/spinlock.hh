// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
namespace seastar::util {
class spinlock {
public:
  bool try_lock() noexcept;
  void lock() noexcept;
  void unlock() noexcept;
};
} // namespace seastar::util
