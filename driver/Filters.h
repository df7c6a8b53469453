// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What of the findings the user wants to see, decided as clang-tidy does.
#pragma once

#include "Finding.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "clang-tidy/NoLintDirectiveHandler.h"
#include "report/Report.h"
#include "clang/Tooling/Core/Diagnostic.h"
#include "llvm/Support/Regex.h"
#include <optional>

namespace clang {
class SourceManager;
} // namespace clang

namespace asynctidy {

/// --header-filter and --line-filter.
class PlaceFilter {
public:
  PlaceFilter(const clang::tidy::ClangTidyOptions &Options,
              const clang::tidy::ClangTidyGlobalOptions &Global);

  /// Whether the finding or one of its notes is where the user looks.
  bool shows(const Finding &Found, const clang::SourceManager &SM) const;

  bool inWantedFile(clang::SourceLocation Loc,
                    const clang::SourceManager &SM) const;
  bool inWantedLine(clang::SourceLocation Loc,
                    const clang::SourceManager &SM) const;

private:
  std::optional<llvm::Regex> Wanted, Unwanted;
  const std::vector<clang::tidy::FileFilter> &Lines;
};

/// Whether a comment that silences something is anywhere in the file of \p Loc.
bool mayBeSilenced(clang::SourceLocation Loc, const clang::SourceManager &SM);

/// NOLINT, NOLINTNEXTLINE and NOLINTBEGIN..END, for one translation unit.
class NoLint {
public:
  bool silences(const Finding &Found, clang::SourceManager &SM);

  /// What is wrong with the comments that were met (a BEGIN without END).
  llvm::ArrayRef<clang::tooling::Diagnostic> mistakes() const {
    return Mistakes;
  }

private:
  clang::tidy::NoLintDirectiveHandler Handler;
  llvm::SmallVector<clang::tooling::Diagnostic, 0> Mistakes;
};

} // namespace asynctidy
