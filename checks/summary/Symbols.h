// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/CallSite.h"
#include "program/Records.h"
#include "clang/AST/Mangle.h"
#include "llvm/ADT/DenseMap.h"
#include <memory>

namespace asynctidy {

/// Gives the functions and variables of one AST their names in the program.
/// What other units can name is called as the linker calls it, so that it has
/// the same number everywhere; what they cannot has a number that no other unit
/// uses.
class Symbols {
public:
  /// \p UnitName tells units apart: the main file, relative to the project.
  /// \p HidesMainFile: what the main file defines is nobody else's business.
  Symbols(clang::ASTContext &AST, llvm::StringRef UnitName,
          bool HidesMainFile = false);

  /// The program that the unit is of.
  program::ProgramId ofProgram() const;
  program::Symbol of(Routine R);
  program::Symbol of(const clang::ValueDecl &Variable);
  program::Symbol of(const clang::CXXRecordDecl &Class);

  /// One for all instantiations of a template: told by where it is written,
  /// \p File being relative to the project.
  program::Symbol ofPattern(const clang::FunctionDecl &F, llvm::StringRef File,
                            unsigned Offset);

private:
  bool isHidden(const clang::NamedDecl &D) const;
  std::string mangled(Routine R) const;
  program::Symbol next();

  clang::ASTContext &AST;
  std::string UnitName;
  bool HidesMainFile;
  std::unique_ptr<clang::MangleContext> Mangler;
  llvm::DenseMap<Routine, program::Symbol> Routines;
  llvm::DenseMap<const clang::ValueDecl *, program::Symbol> Variables;
  unsigned Count = 0; ///< of the names that no other unit can use
};

} // namespace asynctidy
