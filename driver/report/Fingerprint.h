// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Report.h"
#include "llvm/ADT/StringMap.h"

namespace asynctidy::report {

class SourceFiles;

/// What a finding is known by from run to run, as one line: its check, path,
/// function and a hash of the text of its line without blanks, with tabs
/// between them. Not where it stands: lines come and go around it. Several
/// findings may have the same.
std::string identityOf(const Diagnostic &D, const Report &R);

/// The hexadecimal digits of the hash in an identity.
constexpr unsigned LineHashLength = 8;

/// Tells the findings of one report apart, those of one identity, too.
class Fingerprints {
public:
  explicit Fingerprints(const Report &R) : R(R) {}

  /// `hash:number`: a hash of the identity, and the how manyth finding of it
  /// this is. To be asked once for each, in the order of the report.
  std::string next(const Diagnostic &D);

private:
  const Report &R;
  llvm::StringMap<unsigned> Seen;
};

/// GitHub's fingerprints, see LineHashes.h.
class LineFingerprints {
public:
  explicit LineFingerprints(SourceFiles &Sources) : Sources(Sources) {}

  /// That of the line of \p Where; empty where the file is not as it was
  /// analysed, since then it would be that of another line.
  std::string of(const Place &Where);

private:
  SourceFiles &Sources;
  llvm::StringMap<std::vector<std::string>> Known; ///< by file
};

/// \p Text in 16 hexadecimal digits, the same on every machine.
std::string hashOf(llvm::StringRef Text);

} // namespace asynctidy::report
