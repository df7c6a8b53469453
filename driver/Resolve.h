// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From what lives with an AST to plain values.
#pragma once

#include "Finding.h"
#include "report/Report.h"

namespace clang {
class LangOptions;
class SourceManager;
} // namespace clang

namespace asynctidy {

/// The absolute path of the file \p Loc is in, without dots; empty where there
/// is none.
std::string filePath(clang::SourceLocation Loc, const clang::SourceManager &SM);

/// Where \p Loc is in a file (for macros: as clang shows it, the argument or
/// the expansion), up to the end of \p Range where that is known.
report::Place resolvePlace(clang::SourceLocation Loc, clang::SourceRange Range,
                           const clang::SourceManager &SM,
                           const clang::LangOptions &Language);

report::Diagnostic resolve(const Finding &Found, const clang::SourceManager &SM,
                           const clang::LangOptions &Language);

} // namespace asynctidy
