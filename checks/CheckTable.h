// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The table of all checks. Names, tiers, summaries, options and pages are not
// typed here: they come from docs/checks/*.md, through checks/generate.py.
#pragma once

#include "Check.h"
#include "OptionReader.h"
#include "llvm/ADT/ArrayRef.h"
#include <memory>

namespace asynctidy {

enum class Tier {
  Default, ///< near zero noise; on unless switched off
  Strict,  ///< good, with some judgement
  Opinion, ///< only on request
};

/// An option of a check or of the whole tool, as users see it.
struct OptionInfo {
  llvm::StringRef Name;    ///< as in CheckOptions, without the check's name
  llvm::StringRef Default; ///< in the spelling of CheckOptions
  llvm::StringRef Summary;
};

struct CheckInfo {
  llvm::StringRef Name; ///< "async-blocking-call"
  Tier CheckTier;
  llvm::StringRef Summary; ///< one sentence
  llvm::StringRef Page;    ///< the whole page of docs/checks, Markdown
  llvm::ArrayRef<OptionInfo> Options;
  /// Makes the check with the options in force. Wrong values are told to the
  /// reader, and the default is taken.
  std::unique_ptr<Check> (*Create)(const OptionReader &Options);
};

/// All checks, sorted by name.
llvm::ArrayRef<CheckInfo> allChecks();

/// The check of that name, or null.
const CheckInfo *findCheck(llvm::StringRef Name);

} // namespace asynctidy
