// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Findings for tests of reports.
#pragma once

#include "driver/report/Report.h"

namespace asynctidy::report {

inline Message messageAt(llvm::StringRef File, unsigned Line,
                         llvm::StringRef SourceLine, llvm::StringRef Text) {
  Message M;
  M.Where.File = File.str();
  M.Where.Line = M.Where.EndLine = Line;
  M.Where.Column = 1;
  M.Where.EndColumn = SourceLine.size() + 1;
  M.Where.SourceLine = SourceLine.str();
  M.Text = Text.str();
  return M;
}

inline Diagnostic findingAt(llvm::StringRef File, unsigned Line,
                            llvm::StringRef SourceLine) {
  Diagnostic D;
  D.Check = "async-blocking-call";
  D.Main = messageAt(File, Line, SourceLine, "blocks");
  return D;
}

} // namespace asynctidy::report
