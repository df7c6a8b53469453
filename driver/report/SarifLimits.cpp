// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "SarifLimits.h"
#include "Prose.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include <algorithm>

namespace asynctidy::report {

std::vector<const Diagnostic *> keptResults(const Report &R) {
  std::vector<const Diagnostic *> Kept = errorsFirst(R);
  cut(Kept, MaxResults);
  llvm::sort(Kept); // they are elements of one array
  return Kept;
}

Dropped::Dropped(const Report &R) {
  size_t Kept = std::min(R.Findings.size(), MaxResults);
  Results = R.Findings.size() - Kept;
  Hidden = Kept - std::min(Kept, ShownResults);
}

std::vector<std::string> Dropped::texts() const {
  std::vector<std::string> Texts;
  auto Tell = [&](size_t Number, llvm::StringRef What, llvm::StringRef Fate,
                  size_t Limit, llvm::StringRef Of) {
    if (Number)
      Texts.push_back((llvm::Twine(Number) + " " + What +
                       (Number == 1 ? " " : "s ") + Fate + " " +
                       llvm::Twine(Limit) + " of a " + Of)
                          .str());
  };
  constexpr llvm::StringLiteral LeftOut =
      "left out of the SARIF report: GitHub takes";
  Tell(Results, "finding", LeftOut, MaxResults, "run");
  Tell(Hidden, "finding", "of the SARIF report will not be seen: GitHub shows",
       ShownResults, "run");
  Tell(Steps, "path step", LeftOut, MaxSteps, "finding");
  Tell(Related, "note", LeftOut, MaxRelated, "finding");
  return Texts;
}

} // namespace asynctidy::report
