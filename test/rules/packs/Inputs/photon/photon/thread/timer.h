// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of PhotonLibOS 0.9;
// not the library.
#pragma once

#include "photon/thread/thread.h"

namespace photon {
class Timer {
public:
  using Entry = Delegate<uint64_t>;
  Timer(uint64_t default_timeout, Entry on_timer, bool repeating = true,
        uint64_t stack_size = 0);
  int cancel();
};
} // namespace photon
