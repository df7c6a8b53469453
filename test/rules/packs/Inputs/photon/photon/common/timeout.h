// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of PhotonLibOS 0.9;
// not the library.
#pragma once

#include <cstdint>

namespace photon {
class Timeout {
public:
  Timeout(uint64_t microseconds = ~uint64_t(0));
};
} // namespace photon
