// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "SourcePlace.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"
#include <string>
#include <utility>
#include <vector>

namespace asynctidy {

/// The lines of the working tree that are not as they were in a revision of
/// git: committed since, or not committed yet. Files that git does not know,
/// and does not ignore, are new as a whole.
class ChangedLines {
public:
  /// \p Folder is one of the working tree.
  static llvm::Expected<ChangedLines> since(llvm::StringRef Revision,
                                            llvm::StringRef Folder);

  bool contains(const SourcePlace &Where);

private:
  using Lines = std::vector<std::pair<unsigned, unsigned>>; ///< first, last

  void addDiff(llvm::StringRef Text, llvm::StringRef Top);
  void addUntracked(llvm::StringRef Names, llvm::StringRef Top);

  llvm::StringMap<Lines> Changed; ///< by path without links
  llvm::StringMap<std::string> RealPaths;
};

} // namespace asynctidy
