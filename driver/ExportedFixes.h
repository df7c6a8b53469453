// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What clang-tidy writes with --export-fixes: all that it has found, with
// places as offsets into the sources.
#pragma once

#include "report/SourceFiles.h"
#include "clang/Tooling/Core/Diagnostic.h"
#include "llvm/Support/Error.h"

namespace asynctidy {

/// What \p File holds: one unit, or as many as have been put together.
llvm::Expected<std::vector<clang::tooling::TranslationUnitDiagnostics>>
readExported(llvm::StringRef File);

/// Makes findings of ours of what clang-tidy has found.
class ExportedFindings {
public:
  /// Adds what is in \p Units, which were read from \p File. That of other
  /// checks is left out; what kept a source from being analysed, and sources
  /// that are not what they were, are failures of the report.
  void add(llvm::StringRef File,
           llvm::ArrayRef<clang::tooling::TranslationUnitDiagnostics> Units,
           report::Report &To);

  unsigned Others = 0; ///< how many were left out

private:
  /// Where the paths of one diagnostic begin, and what is wrong with them.
  struct Context {
    llvm::StringRef Folder;
    std::vector<report::Message> &Mistakes;
  };
  bool isInFile(const std::string &Path, size_t Offset, size_t Length,
                Context In);
  report::Message message(const clang::tooling::DiagnosticMessage &M,
                          Context In);
  std::vector<clang::tooling::Replacement>
  fixes(const clang::tooling::DiagnosticMessage &M, Context In);
  report::Diagnostic finding(const clang::tooling::Diagnostic &D, Context In);

  report::SourceFiles Sources;
};

} // namespace asynctidy
