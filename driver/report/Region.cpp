// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Region.h"
#include "SourceFiles.h"
#include "Utf16.h"

namespace asynctidy::report {

Region utf16Region(const Place &Where, SourceFiles &Sources) {
  Region Result;
  Result.Line = Where.Line;
  Result.Column = utf16Column(Where.SourceLine, Where.Column);
  Result.EndLine = Where.EndLine;
  if (Where.EndLine == Where.Line)
    Result.EndColumn = utf16Column(Where.SourceLine, Where.EndColumn);
  else if (auto Last = Sources.line(Where.File, Where.EndLine))
    Result.EndColumn = utf16Column(*Last, Where.EndColumn);
  return Result;
}

} // namespace asynctidy::report
