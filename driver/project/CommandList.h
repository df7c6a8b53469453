// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "clang/Tooling/CompilationDatabase.h"
#include "llvm/ADT/StringMap.h"

namespace asynctidy {

/// A compilation database made of plain commands, found by absolute path.
/// LLVM's own for JSON does not find entries whose directory is relative.
class CommandList : public clang::tooling::CompilationDatabase {
public:
  /// Directories are absolute.
  explicit CommandList(std::vector<clang::tooling::CompileCommand> Commands);

  std::vector<clang::tooling::CompileCommand>
  getCompileCommands(llvm::StringRef File) const override;
  std::vector<std::string> getAllFiles() const override;
  std::vector<clang::tooling::CompileCommand>
  getAllCompileCommands() const override {
    return Commands;
  }

private:
  std::vector<size_t> sameFile(llvm::StringRef File) const;

  std::vector<clang::tooling::CompileCommand> Commands;
  llvm::StringMap<std::vector<size_t>> ByPath;
  /// For files that were named through a symbolic link.
  llvm::StringMap<std::vector<size_t>> ByName;
};

} // namespace asynctidy
