// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex {
inline namespace v1 {
namespace _amre {
struct async_manual_reset_event {
  void set() noexcept;
  [[nodiscard]] _stub_sender<> async_wait() noexcept;
};
} // namespace _amre
} // namespace v1
using v1::_amre::async_manual_reset_event;
} // namespace unifex
