// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of stdexec nvhpc-26.05;
// not the library.
#pragma once
#include <stdexec/execution.hpp>

namespace experimental::execution {
inline constexpr stdexec::ensure_started_t ensure_started{};
}
namespace exec = experimental::execution;
