// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From what lives with an AST to plain values.
#pragma once

#include "Finding.h"
#include "ResolvePlace.h"
#include "program/UnitBuilder.h"

namespace asynctidy {

/// Adds \p Found to the findings of the unit that is being made.
void addFinding(program::UnitBuilder &To, const Finding &Found, bool IsError,
                const clang::SourceManager &SM,
                const clang::LangOptions &Language);

} // namespace asynctidy
