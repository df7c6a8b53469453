// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "SourcePlace.h"
#include "clang/Basic/SourceLocation.h"

namespace clang {
class FileManager;
class LangOptions;
class SourceManager;
} // namespace clang

namespace asynctidy {

/// Without `.` and `..`, from where the compiler runs.
std::string absolutePath(llvm::StringRef Path, const clang::FileManager &Files);

/// The absolute path of the file \p Loc is in, without dots; empty where there
/// is none.
std::string filePath(clang::SourceLocation Loc, const clang::SourceManager &SM);

/// Where \p Loc is in a file (for macros: as clang shows it, the argument or
/// the expansion), up to the end of \p Range where that is known.
SourcePlace resolvePlace(clang::SourceLocation Loc, clang::SourceRange Range,
                         const clang::SourceManager &SM,
                         const clang::LangOptions &Language);

} // namespace asynctidy
