// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Overview.h"
#include "CheckTable.h"
#include "Log.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"
#include <map>

namespace asynctidy {

/// With no more findings than this, they are read at a glance.
static constexpr size_t Few = 3;
/// With more, nobody mends all of them today.
static constexpr size_t Many = 20;

void logOverview(const report::Report &R, const Options &CommandLine) {
  if (R.Findings.size() <= Few)
    return;
  std::map<llvm::StringRef, size_t> Numbers;
  for (const report::Diagnostic &D : R.Findings)
    ++Numbers[D.Check];
  std::vector<std::pair<llvm::StringRef, size_t>> ByNumber(Numbers.begin(),
                                                           Numbers.end());
  llvm::stable_sort(ByNumber, [](const auto &A, const auto &B) {
    return A.second > B.second;
  });
  for (const auto &[Check, Number] : ByNumber)
    llvm::errs() << llvm::format("%6zu  ", Number) << Check << '\n';
  auto Known = llvm::find_if(
      ByNumber, [](const auto &Each) { return findCheck(Each.first); });
  if (Known != ByNumber.end())
    logNote("'async-tidy --explain=" + Known->first +
            "' says why these matter and what to write instead");
  if (R.Findings.size() > Many && CommandLine.Baseline.empty() &&
      CommandLine.Since.empty())
    logNote("to hear of new ones only: '--write-baseline=FILE' now, "
            "'--baseline=FILE' from then on");
}

} // namespace asynctidy
