// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "report/Report.h"
#include "llvm/Support/Error.h"

namespace asynctidy {

/// What --fix did.
struct FixCount {
  unsigned Applied = 0; ///< findings whose fix is in the files now
  unsigned Skipped = 0; ///< findings whose fix overlaps one applied before
};

/// Changes the files as the findings say: of each finding all changes or none.
llvm::Expected<FixCount>
applyFixes(llvm::ArrayRef<report::Diagnostic> Findings);

/// Writes findings and fixes as clang-tidy's --export-fixes does.
llvm::Error exportFixes(llvm::ArrayRef<report::Diagnostic> Findings,
                        llvm::StringRef MainFile, llvm::StringRef Output);

} // namespace asynctidy
