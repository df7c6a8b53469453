// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy {

/// Whether of \p AST only the declarations of the main file are to be looked
/// at, as in clangd, which skips the bodies in headers.
inline bool isMainFileOnly(const clang::ASTContext &AST) {
  return !llvm::is_contained(AST.getTraversalScope(),
                             AST.getTranslationUnitDecl());
}

} // namespace asynctidy
