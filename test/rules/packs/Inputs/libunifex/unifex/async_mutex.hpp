// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex {
inline namespace v1 {
class async_mutex {
public:
  bool try_lock() noexcept;
  [[nodiscard]] _stub_sender<> async_lock() noexcept;
  void unlock() noexcept;
};
} // namespace v1
} // namespace unifex
