// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Words.h"
#include "llvm/ADT/Twine.h"
#include <algorithm>

using llvm::ArrayRef;
using llvm::StringRef;

namespace asynctidy {

StringRef nearest(StringRef Word, ArrayRef<StringRef> Known) {
  unsigned Limit = std::max<std::size_t>(Word.size() / 3, 1);
  StringRef Result;
  unsigned Distance = Limit + 1;
  for (StringRef Candidate : Known) {
    unsigned D = Word.edit_distance_insensitive(Candidate, true, Limit);
    if (Word.size() > 2 && Candidate.starts_with(Word))
      D = Limit; // half a word counts, but less than a misspelt one
    if (D < Distance) {
      Distance = D;
      Result = Candidate;
    }
  }
  return Result;
}

std::string suggestion(StringRef Word, ArrayRef<StringRef> Known) {
  StringRef Nearest = nearest(Word, Known);
  return Nearest.empty() ? "" : ("; did you mean '" + Nearest + "'?").str();
}

std::string listOfWords(ArrayRef<StringRef> Words) {
  std::string Result;
  for (std::size_t I = 0; I != Words.size(); ++I) {
    if (I)
      Result += I + 1 == Words.size() ? " or " : ", ";
    Result += ("'" + Words[I] + "'").str();
  }
  return Result;
}

} // namespace asynctidy
