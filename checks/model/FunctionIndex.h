// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Project.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include <vector>

namespace asynctidy {

/// The project's functions in one AST, by what they are.
class FunctionIndex {
public:
  FunctionIndex(clang::ASTContext &AST, const Project &P);

  /// Every function, closure and instantiation with a body, in the order of
  /// the text. A template that was never instantiated stands for itself; one
  /// that was is represented by its instantiations, where more is known.
  llvm::ArrayRef<const clang::FunctionDecl *> functions() const {
    return Functions;
  }

  /// The methods with a body that override \p Method, directly or not.
  llvm::SmallVector<const clang::CXXMethodDecl *, 4>
  overriders(const clang::CXXMethodDecl &Method) const;

private:
  friend class IndexBuilder;

  std::vector<const clang::FunctionDecl *> Functions;
  llvm::DenseMap<const clang::CXXMethodDecl *,
                 llvm::SmallVector<const clang::CXXMethodDecl *, 2>>
      Overriders;
};

} // namespace asynctidy
