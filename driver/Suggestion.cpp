// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Suggestion.h"

namespace asynctidy {

std::string suggest(llvm::StringRef Word,
                    llvm::ArrayRef<llvm::StringRef> Words) {
  // A third of the word may be wrong: more, and any word looks like any other.
  unsigned Best = static_cast<unsigned>(Word.size() / 3) + 1;
  llvm::StringRef Nearest;
  for (llvm::StringRef Candidate : Words) {
    unsigned Distance =
        Word.edit_distance(Candidate, /*AllowReplacements=*/true,
                           /*MaxEditDistance=*/Best);
    if (Distance < Best) {
      Best = Distance;
      Nearest = Candidate;
    }
  }
  if (Nearest.empty())
    return "";
  return ("; did you mean '" + Nearest + "'?").str();
}

} // namespace asynctidy
