// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Report.h"

namespace asynctidy::report {

class SourceFiles;

/// A place as formats count that take columns for UTF-16 code units. What is
/// not known is 0: the end, where it is on a line that cannot be read any more.
struct Region {
  unsigned Line = 0, Column = 0;
  unsigned EndLine = 0, EndColumn = 0; ///< the first place behind
};

Region utf16Region(const Place &Where, SourceFiles &Sources);

} // namespace asynctidy::report
