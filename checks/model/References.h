// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What one rule file says by naming things that any of them may define.
#pragma once

#include "RuleReader.h"
#include "llvm/ADT/StringSet.h"

namespace asynctidy {

/// The remedies and the evidence that rule files define.
class References {
public:
  void addDefinitions(const RulePack &Pack);
  /// Adds a mistake for every name in \p Pack that nobody defines.
  void check(const RulePack &Pack, std::vector<RuleMistake> &Mistakes) const;

private:
  llvm::StringSet<> Remedies, Evidence;
};

} // namespace asynctidy
