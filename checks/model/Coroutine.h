// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What Clang's AST says about coroutines, in the words of this tool.
#pragma once

#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include <string>
#include <vector>

namespace asynctidy {

/// The definition of \p F with a body that was parsed, or null. A body that a
/// parser skipped is none.
const clang::FunctionDecl *definitionOf(const clang::FunctionDecl &F);

/// \p F's coroutine body, or null when it is no coroutine.
const clang::CoroutineBodyStmt *coroutineBody(const clang::FunctionDecl &F);

/// The awaits of \p F's own body, closures left out, in the order of the text.
std::vector<const clang::CoawaitExpr *> awaitsOf(const clang::FunctionDecl &F);

/// How messages call the coroutine \p F: "coroutine 'f'", "a coroutine lambda".
std::string coroutineName(const clang::FunctionDecl &F);

/// Whether a coroutine with that body can suspend for something: it awaits, or
/// its promise allows it. One that cannot (a synchronous generator) runs in
/// its caller's context.
bool canAwait(const clang::CoroutineBodyStmt &Body);

/// The promise class; null while it depends on template parameters.
const clang::CXXRecordDecl *promiseOf(const clang::CoroutineBodyStmt &Body);

} // namespace asynctidy
