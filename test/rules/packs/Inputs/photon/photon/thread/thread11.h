// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of PhotonLibOS 0.9;
// not the library.
#pragma once

#include "photon/thread/thread.h"

namespace photon {
template <typename F, typename... Arguments>
thread *thread_create11(F &&, Arguments &&...) {
  return nullptr;
}
template <typename F, typename... Arguments>
thread *thread_create11(uint64_t, F &&, Arguments &&...) {
  return nullptr;
}
} // namespace photon
