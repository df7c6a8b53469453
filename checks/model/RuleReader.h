// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Rules.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <memory>
#include <string>
#include <vector>

namespace asynctidy {

/// A mistake in a rule file.
struct RuleMistake {
  std::string File;
  unsigned Line = 0, Column = 0; ///< 1-based; 0 where there is no place
  std::string Message;           ///< what was expected, and the nearest word

  /// "file:line:col", or "file" where there is no place.
  std::string place() const;
};

/// Puts the mistakes of one file into the order of its text.
void sortByPlace(std::vector<RuleMistake> &Mistakes);

struct RuleReadResult {
  /// What could be understood; null when nothing could. Never to be used for
  /// analysis when there are mistakes: half a rule file is silence.
  std::unique_ptr<RulePack> Pack;
  /// Every mistake of the file, in the order of the text.
  std::vector<RuleMistake> Mistakes;
  /// Parts of the file could not be read, so what seems to be missing in it
  /// may well be there.
  bool Incomplete = false;
};

/// Reads one rule file by walking its YAML nodes, so that one mistake never
/// hides another. A file that is too big or nested too deep is refused.
RuleReadResult readRules(llvm::MemoryBufferRef Text);

} // namespace asynctidy
