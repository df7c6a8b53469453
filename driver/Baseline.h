// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The findings that a project had when it began to use the tool, one a line in
// a file that lives with its sources.
#pragma once

#include "report/Report.h"
#include "llvm/Support/Error.h"
#include <set>

namespace asynctidy {

/// What a baseline says about one finding.
struct BaselineLine {
  unsigned Number = 0; ///< 1-based
  std::string Check, Path, Function;
};

class Baseline {
public:
  static llvm::Expected<Baseline> read(llvm::StringRef File);

  /// The version of the tool that has written it.
  llvm::StringRef version() const { return Version; }

  /// Marks of each kind of finding as many as have lines, the first ones.
  void silence(report::Report &R);

  /// The lines that silence() has found nothing for.
  std::vector<BaselineLine> unmatched() const;

  /// The file as this version writes it, without the lines \p Dropped.
  std::string without(const std::set<unsigned> &Dropped) const;

private:
  struct Line {
    std::string Text;
    bool IsMatched = false;
  };
  std::string Version;
  std::vector<Line> Lines; ///< the first is the header
};

/// A baseline that silences all of the report's findings.
std::string baselineOf(const report::Report &R);

} // namespace asynctidy
