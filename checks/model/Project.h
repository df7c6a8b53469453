// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "clang/Basic/SourceLocation.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace asynctidy {

/// How the user tells the project from the rest of the world.
struct ProjectSettings {
  /// Absolute folder; empty: found from the main file (see findProjectRoot).
  std::string Root;
  /// Names of folders whose content is somebody else's, wherever they are
  /// below the root.
  std::vector<std::string> ExternalFolders;
};

/// The nearest folder above \p MainFile (absolute) with `.git`, else with
/// `.clang-tidy`, else the file's own folder.
std::string findProjectRoot(llvm::StringRef MainFile);

/// The part of \p Path below the folder \p Root, both absolute and without
/// dots; nothing when it is not below it.
std::optional<llvm::StringRef> partBelow(llvm::StringRef Root,
                                         llvm::StringRef Path);

/// Which files are the project's: under the root, not in a system folder
/// (-isystem), not in an external folder. The main file always is. Only the
/// project's own bodies are evidence, and only there is anything reported.
class Project {
public:
  Project(const clang::SourceManager &SM, const ProjectSettings &Settings);

  /// Whether the text at \p Loc (for macros: where it is expanded) is in a
  /// file of the project.
  bool contains(clang::SourceLocation Loc) const;

  /// Its folder: absolute, as it was named.
  const std::string &root() const { return Root; }

  /// Whether the main file, which is looked at in any case, is in a folder of
  /// somebody else: nobody else may take its bodies for evidence.
  bool isForeignMainFile() const;

private:
  bool containsFile(clang::FileID File) const;
  bool isExternal(llvm::StringRef BelowRoot) const;

  const clang::SourceManager &SM;
  std::string Root;
  std::string RealRoot; ///< with links resolved
  std::vector<std::string> ExternalFolders;
  mutable llvm::DenseMap<clang::FileID, bool> Known;
};

} // namespace asynctidy
