// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What to write where work should have been awaited.
#pragma once

#include "FindingAt.h"
#include "flow/TaskLives.h"

namespace asynctidy {

/// Whether \p E is all of a statement of a block, so that a declaration can
/// take its place, and nothing in \p In is called \p Name yet.
bool canDeclare(llvm::StringRef Name, const clang::Expr &E,
                const clang::FunctionDecl &In, clang::ASTContext &AST);

/// Says what to do instead and, where inserting `co_await` in the coroutine
/// \p In is all, offers it as a fix.
void adviseAwait(Finding &F, const Loss &L, const clang::FunctionDecl &In,
                 const Model &M);

} // namespace asynctidy
