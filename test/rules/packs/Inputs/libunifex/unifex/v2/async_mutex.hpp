// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex::v2 {
class async_mutex {
public:
  [[nodiscard]] _stub_sender<> async_lock() noexcept;
};
} // namespace unifex::v2
