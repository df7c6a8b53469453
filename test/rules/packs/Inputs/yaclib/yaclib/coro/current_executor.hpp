// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of YACLib of January
// 2026; not the library.
#pragma once

#include "yaclib/coro/await.hpp"

namespace yaclib {
detail::SingleAwaiter<IExecutor &> CurrentExecutor() noexcept;
detail::SingleAwaiter<IExecutor &> Yield() noexcept;
} // namespace yaclib
