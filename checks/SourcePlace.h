// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string>

namespace asynctidy {

/// A stretch of text in a file. Lines and columns are 1-based, columns count
/// bytes; the end is the first place behind. File is absolute, and empty where
/// something has no place.
struct SourcePlace {
  std::string File;
  unsigned Line = 0, Column = 0;
  unsigned EndLine = 0, EndColumn = 0;
  unsigned Offset = 0, Length = 0; ///< in bytes, from the start of the file
  std::string SourceLine;          ///< the text of Line
};

} // namespace asynctidy
