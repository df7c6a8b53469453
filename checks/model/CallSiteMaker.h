// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Makes call sites out of what Clang's AST has: one function a form.
#pragma once

#include "CallSite.h"
#include "RuleMatcher.h"
#include "clang/AST/ExprCXX.h"
#include <optional>

namespace asynctidy {

/// A call as it stands in the text.
CallSite plainCallSite(const clang::CallExpr &Call);

/// As plainCallSite, and a call of a local closure or of a wrapper around a
/// callable is a call of that callable.
CallSite callSite(const clang::CallExpr &Call, const RuleMatcher &Rules);

/// Of a call or construction, as it stands in the text; an empty one of
/// anything else.
CallSite plainSite(const clang::Expr &E);

CallSite constructionSite(const clang::CXXConstructExpr &Make);

CallSite destructionSite(const clang::VarDecl &Variable,
                         const clang::CXXRecordDecl &Record);
/// Of a temporary, or by a delete expression.
CallSite destructionSite(const clang::Expr &E,
                         const clang::CXXRecordDecl &Record);

/// A callable that is called by the function it is handed to, at \p E.
CallSite callableSite(const clang::Expr &E, const clang::FunctionDecl &F,
                      llvm::ArrayRef<const clang::Expr *> Args);

/// A base or field of a class, constructed or destroyed with it.
CallSite memberSite(const clang::CXXRecordDecl &Record, RoutineKind What,
                    clang::SourceLocation Loc);

/// The construction that a call of a rule's `constructs` does, where its
/// arguments leave only one constructor.
std::optional<CallSite> constructedSite(const CallSite &Site,
                                        const RuleEntry &Entry);

} // namespace asynctidy
