// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Fingerprint.h"
#include "LineHashes.h"
#include "SourceFiles.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

namespace asynctidy::report {

using llvm::StringRef;

std::string hashOf(StringRef Text) {
  return llvm::utohexstr(llvm::xxh3_64bits(Text), /*LowerCase=*/true,
                         /*Width=*/16);
}

/// Without blanks at the ends, and with one space for those between words.
static std::string normalized(StringRef Line) {
  llvm::SmallVector<StringRef, 16> Words;
  llvm::SplitString(Line, Words, " \t\v\f\r\n");
  return llvm::join(Words, " ");
}

std::string Fingerprints::next(const Diagnostic &D) {
  const Place &Where = D.Main.Where;
  std::string Parts[] = {D.Check, R.shown(Where.File),
                         normalized(Where.SourceLine)};
  std::string Key;
  for (StringRef Part : Parts) {
    Key += Part;
    Key += '\0'; // in no name and no path
  }
  std::string Hash = hashOf(Key);
  return Hash + ":" + llvm::utostr(++Seen[Hash]);
}

std::string LineFingerprints::of(const Place &Where) {
  if (!Sources.isUnchanged(Where))
    return "";
  auto [At, IsNew] = Known.try_emplace(Where.File);
  if (IsNew)
    At->second = lineHashes(*Sources.text(Where.File));
  const std::vector<std::string> &Hashes = At->second;
  return Where.Line <= Hashes.size() ? Hashes[Where.Line - 1] : "";
}

} // namespace asynctidy::report
