// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <unistd.h>

namespace own {
inline void slow() { usleep(10); }
template <typename F> void calls(F f) { f(); }
struct resource {
  resource() { usleep(10); }
};
} // namespace own
