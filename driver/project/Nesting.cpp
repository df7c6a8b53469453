// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Nesting.h"

namespace asynctidy {

bool isNestedTooDeeply(llvm::StringRef Text) {
  constexpr size_t Limit = 500;
  size_t Depth = 0;
  bool InString = false;
  for (size_t I = 0; I < Text.size(); ++I) {
    char C = Text[I];
    if (InString && C == '\\')
      ++I;
    else if (C == '"')
      InString = !InString;
    else if (!InString && (C == '[' || C == '{'))
      ++Depth;
    else if (!InString && (C == ']' || C == '}') && Depth)
      --Depth;
    if (Depth > Limit)
      return true;
  }
  return false;
}

} // namespace asynctidy
