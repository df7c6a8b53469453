// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Cap'n Proto 2 (May
// 2026); not the library.
#pragma once

#include "kj/common.h"

namespace kj {
template <typename Signature> class Function;
template <typename Return, typename... Params>
class Function<Return(Params...)> {
public:
  template <typename F> Function(F &&) {}
};
} // namespace kj
