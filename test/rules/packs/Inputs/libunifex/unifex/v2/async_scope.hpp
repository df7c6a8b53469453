// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex::v2 {
namespace _async_scope {
struct async_scope final {
  [[nodiscard]] _stub_sender<> join() noexcept;
};
} // namespace _async_scope
using _async_scope::async_scope;
} // namespace unifex::v2
