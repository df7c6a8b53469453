// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Report.h"
#include "llvm/ADT/StringMap.h"

namespace asynctidy::report {

class SourceFiles;

/// Tells the findings of one report apart, and each from run to run, though
/// lines come and go around it.
class Fingerprints {
public:
  explicit Fingerprints(const Report &R) : R(R) {}

  /// `hash:number`: a hash of the check, the path and the text of the line
  /// without regard to blanks, and the how manyth such finding this is. To be
  /// asked once for each, in the order of the report.
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
