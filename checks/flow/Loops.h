// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "LexicalScopes.h"
#include "clang/AST/ASTContext.h"

namespace asynctidy {

bool isLoop(const clang::Stmt &S);

/// Whether the loop \p S goes on until something in it leaves.
bool isEndless(const clang::Stmt &S, const clang::ASTContext &AST);

/// The innermost loop around \p S; null if there is none.
const clang::Stmt *loopAround(const clang::Stmt &S,
                              const LexicalScopes &Scopes);

} // namespace asynctidy
