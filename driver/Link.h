// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "program/Records.h"
#include "report/Report.h"

namespace asynctidy {

/// One compilation's part in the program.
struct LinkedUnit {
  program::Unit Facts;
  std::string Root; ///< what the unit's paths are relative to; absolute
};

/// What was found in \p Units, and what is to be found in the program that they
/// are together with \p Others. NOLINT comments, filters and options hold as
/// where each unit was made; what comments silence is among them, marked.
std::vector<report::Diagnostic>
link(llvm::ArrayRef<const LinkedUnit *> Units,
     llvm::ArrayRef<const program::Unit *> Others);

/// What \p U says at one of its places; its paths are relative to \p Root.
report::Message messageAt(const program::Unit &U, program::SiteId Id,
                          llvm::StringRef Root, std::string Text);

/// The comments that silence none of the findings \p Silenced in any unit,
/// though each has looked for what they name.
std::vector<report::Diagnostic>
unusedComments(llvm::ArrayRef<LinkedUnit> Units,
               llvm::ArrayRef<report::Diagnostic> Silenced);

} // namespace asynctidy
