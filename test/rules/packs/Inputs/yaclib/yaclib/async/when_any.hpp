// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of YACLib of January
// 2026; not the library.
#pragma once

#include "yaclib/async/future.hpp"

namespace yaclib {
template <typename V, typename... Rest>
Future<V> WhenAny(Future<V> first, Rest... futures);
}
