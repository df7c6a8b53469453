// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace asynctidy::editor {

/// What has to be known of files (absolute) to speak of places in them.
class Texts {
public:
  struct File {
    std::string Uri;
    std::string Text;
  };

  /// \p Path is open: its text is the editor's, its name the one it has there.
  void add(llvm::StringRef Path, std::string Uri, std::string Text) {
    Known[Path] = {std::move(Uri), std::move(Text)};
  }

  /// What is not open is read from the disk when it is first asked for; a file
  /// that has gone is empty.
  const File &of(llvm::StringRef Path);

private:
  llvm::StringMap<File> Known;
};

} // namespace asynctidy::editor
