// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From what lives with an AST to plain values.
#pragma once

#include "Finding.h"
#include "ResolvePlace.h"
#include "program/UnitBuilder.h"

namespace asynctidy {

/// What configuration and comments make of a finding.
struct Standing {
  bool IsError = false;
  bool IsSilenced = false;
};

/// Adds \p Found to the findings of the unit that is being made. It stands
/// where \p Needs are met.
void addFinding(program::UnitBuilder &To, const Finding &Found,
                llvm::ArrayRef<program::Need> Needs, Standing How,
                const clang::SourceManager &SM,
                const clang::LangOptions &Language);

} // namespace asynctidy
