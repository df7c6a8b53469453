// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Fingerprint.h"
#include "LineHashes.h"
#include "SourceFiles.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

namespace asynctidy::report {

using llvm::StringRef;

std::string hashOf(StringRef Text) {
  return llvm::utohexstr(llvm::xxh3_64bits(Text), /*LowerCase=*/true,
                         /*Width=*/16);
}

/// Of the text of a line, so that lines above may come and go, without blanks,
/// so that it may be indented anew.
static std::string lineHash(StringRef SourceLine) {
  std::string Text = SourceLine.str();
  llvm::erase_if(Text, [](char C) { return llvm::isSpace(C); });
  auto Hash = static_cast<uint32_t>(llvm::xxh3_64bits(Text));
  return llvm::utohexstr(Hash, /*LowerCase=*/true, LineHashLength);
}

/// What would end a field or a line cannot be part of one.
static std::string field(StringRef Text) {
  std::string Field = Text.str();
  for (char &C : Field)
    if (StringRef("\t\n\r").contains(C))
      C = '?';
  return Field;
}

std::string identityOf(const Diagnostic &D, const Report &R) {
  const Place &Where = D.Main.Where;
  return field(D.Check) + '\t' + field(R.shown(Where.File)) + '\t' +
         field(D.Function) + '\t' + lineHash(Where.SourceLine);
}

std::string Fingerprints::next(const Diagnostic &D) {
  std::string Hash = hashOf(identityOf(D, R));
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
