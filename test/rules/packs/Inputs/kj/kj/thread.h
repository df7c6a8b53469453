// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Cap'n Proto 2 (May
// 2026); not the library.
#pragma once

#include "kj/function.h"

namespace kj {
class Thread {
public:
  explicit Thread(Function<void()> func);
  ~Thread() noexcept(false);
  void detach();
};
} // namespace kj
