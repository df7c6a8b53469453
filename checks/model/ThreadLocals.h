// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What in the text is about the thread it runs in.
#pragma once

#include "Project.h"
#include "clang/AST/ExprCXX.h"

namespace asynctidy {

/// The thread-local variable that \p E names, or null.
const clang::VarDecl *threadLocalNamed(const clang::Expr *E);

/// Whether \p E is a pointer that is thread-local itself.
bool isThreadLocalPointer(const clang::Expr &E);

/// Whether \p E refers to a part of a thread-local variable, or to errno.
bool refersToThreadLocal(const clang::Expr *E);

/// Whether \p S is what `errno` stands for in the C libraries there are.
bool isErrnoCall(const clang::Stmt &S);

/// Whether the awaiter of \p S says by errno how it went.
bool bringsErrno(const clang::CoroutineSuspendExpr &S, const Project &P);

} // namespace asynctidy
