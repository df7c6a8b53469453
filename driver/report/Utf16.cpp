// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Utf16.h"
#include "llvm/Support/JSON.h"
#include <algorithm>

namespace asynctidy::report {

using llvm::StringRef;

std::string utf8(StringRef Text) {
  return llvm::json::isUTF8(Text) ? Text.str() : llvm::json::fixUTF8(Text);
}

llvm::SmallVector<llvm::UTF16, 0> utf16(StringRef Text) {
  llvm::SmallVector<llvm::UTF16, 0> Units;
  llvm::convertUTF8ToUTF16String(utf8(Text), Units);
  return Units;
}

unsigned utf16Column(StringRef Line, unsigned Column) {
  if (Column < 2)
    return Column;
  unsigned Before = Column - 1;
  unsigned Known = std::min<size_t>(Before, Line.size());
  return utf16(Line.take_front(Known)).size() + (Before - Known) + 1;
}

} // namespace asynctidy::report
