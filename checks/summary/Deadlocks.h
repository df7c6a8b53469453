// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "AsyncContexts.h"

namespace asynctidy {

/// Whether what \p Leaf waits for, called by the async context \p F, can only
/// run on the thread that it blocks.
bool waitsForItself(const BlockingSite &Leaf, const clang::FunctionDecl &F,
                    const AsyncContexts &Contexts, const Model &M);

} // namespace asynctidy
