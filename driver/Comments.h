// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Comments that silence findings, as text: whom they name and which lines they
// are about.
#pragma once

#include "model/Project.h"
#include "program/UnitBuilder.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <vector>

namespace asynctidy {

/// One of the names in a NOLINT, NOLINTNEXTLINE or NOLINTBEGIN comment.
struct SilencingName {
  llvm::StringRef Name;                 ///< a check or a glob, in the text
  unsigned FirstLine = 0, LastLine = 0; ///< of what it silences
};

/// Those of a file, in the order in which clang-tidy understands them: blocks
/// when they end. A BEGIN without END silences nothing. Lists that take some
/// checks out again are left out.
std::vector<SilencingName> silencingNames(llvm::StringRef Text);

/// Writes down where the project's files name checks of ours in comments.
/// \p HasRun says whether what is meant was looked for at a place.
void recordComments(
    program::UnitBuilder &To, const clang::SourceManager &SM,
    const Project &Ours,
    llvm::function_ref<bool(clang::SourceLocation At, llvm::StringRef Name)>
        HasRun);

} // namespace asynctidy
