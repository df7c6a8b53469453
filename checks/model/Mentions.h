// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "clang/AST/Decl.h"
#include "clang/AST/Stmt.h"

namespace asynctidy {

class Project;

/// Whether \p S names \p D anywhere, closures included. Unlike what Evidence.h
/// asks, a closure's captures count, and that a coroutine moves its parameters
/// into its frame.
bool mentions(const clang::Stmt &S, const clang::ValueDecl &D);

/// Whether the body of \p F, one of the project's, never looks at what it gets
/// as argument \p Index.
bool leavesUnread(const clang::FunctionDecl &F, unsigned Index,
                  const Project &P);

} // namespace asynctidy
