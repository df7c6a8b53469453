// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "LineHashes.h"
#include "Utf16.h"
#include "llvm/ADT/StringExtras.h"
#include <cstdint>
#include <map>

namespace asynctidy::report {

constexpr size_t BlockSize = 100;

namespace {

/// The characters of a file that count, and which of them begin a line.
struct Characters {
  std::vector<llvm::UTF16> Units;
  std::vector<size_t> LineStarts;
};

} // namespace

/// UTF-16 code units without spaces and tabs, each end of a line as one LF. At
/// the end stand 0xFFFF and as many zeros as the last hash takes in.
static Characters charactersOf(llvm::StringRef Text) {
  Characters Result;
  bool IsLineStart = true, IsAfterCR = false;
  auto Add = [&](llvm::UTF16 Unit) {
    if (IsLineStart)
      Result.LineStarts.push_back(Result.Units.size());
    Result.Units.push_back(Unit);
    IsLineStart = Unit == '\n';
  };
  for (llvm::UTF16 Unit : utf16(Text)) {
    bool IsSecondHalf = IsAfterCR && Unit == '\n';
    IsAfterCR = Unit == '\r';
    if (Unit != ' ' && Unit != '\t' && !IsSecondHalf)
      Add(IsAfterCR ? '\n' : Unit);
  }
  Add(0xFFFF);
  Result.Units.resize(Result.Units.size() + BlockSize);
  return Result;
}

std::vector<std::string> lineHashes(llvm::StringRef Text) {
  Characters All = charactersOf(Text);
  std::map<uint64_t, unsigned> Seen;
  std::vector<std::string> Hashes;
  for (size_t Start : All.LineStarts) {
    uint64_t Hash = 0;
    for (size_t I = Start; I < Start + BlockSize; ++I)
      Hash = Hash * 37 + All.Units[I];
    Hashes.push_back(llvm::utohexstr(Hash, /*LowerCase=*/true) + ":" +
                     llvm::utostr(++Seen[Hash]));
  }
  return Hashes;
}

} // namespace asynctidy::report
