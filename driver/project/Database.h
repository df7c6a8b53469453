// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "clang/Tooling/CompilationDatabase.h"
#include "llvm/Support/Error.h"
#include <memory>

namespace asynctidy {

/// How files are compiled: a compilation database, or the same flags for all.
class Database {
public:
  /// Of `-p PATH`: a folder with compile_commands.json (or
  /// compile_flags.txt), or the file itself.
  static llvm::Expected<Database> load(llvm::StringRef Path);

  /// The nearest one in the folders above \p File (absolute) or in `build/` of
  /// one of these; nothing when there is none.
  static llvm::Expected<std::optional<Database>> detect(llvm::StringRef File);

  /// The same \p Flags for every file, run in the working directory. A compiler
  /// may stand in front, as in any compile command: it says where libraries
  /// and, by its name, what for.
  static Database fixed(llvm::ArrayRef<std::string> Flags);

  /// The commands of a file (absolute). One that is in no database is compiled
  /// like the one most like it; Heuristic then says like which.
  std::vector<clang::tooling::CompileCommand>
  commandsFor(llvm::StringRef File) const {
    return Commands->getCompileCommands(File);
  }

  /// Every command, in the order of the database. Files may be relative to the
  /// command's directory, which is absolute.
  std::vector<clang::tooling::CompileCommand> all() const {
    return Commands->getAllCompileCommands();
  }

private:
  explicit Database(std::unique_ptr<clang::tooling::CompilationDatabase> C)
      : Commands(std::move(C)) {}

  std::unique_ptr<clang::tooling::CompilationDatabase> Commands;
};

} // namespace asynctidy
