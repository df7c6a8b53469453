// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "clang/AST/Decl.h"
#include "clang/Analysis/CFG.h"
#include <memory>

namespace asynctidy {

/// Clang's flow graph of \p F's body with every expression an element of its
/// own. For a coroutine it is the graph of the body the author wrote: given the
/// CoroutineBodyStmt itself, Clang makes a scrambled graph. Null where Clang
/// cannot make one.
std::unique_ptr<clang::CFG> flowGraphOf(const clang::FunctionDecl &F,
                                        clang::ASTContext &AST);

} // namespace asynctidy
