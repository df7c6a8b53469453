// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Mentions.h"
#include "Coroutine.h"
#include "Project.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

bool mentions(const Stmt &S, const ValueDecl &D) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&S))
    if (Ref->getDecl() == &D)
      return true;
  if (const auto *Member = dyn_cast<MemberExpr>(&S))
    if (Member->getMemberDecl() == &D)
      return true;
  // The children of a closure are its captures and its body.
  return llvm::any_of(S.children(), [&](const Stmt *Part) {
    return Part && mentions(*Part, D);
  });
}

/// Whether the function with that body only looks at the types of what it is
/// given, or never returns.
static bool dropsNothing(const Stmt &Body) {
  return llvm::any_of(Body.children(), [](const Stmt *S) {
    const auto *Call = llvm::dyn_cast_or_null<CallExpr>(S);
    if (Call && Call->getDirectCallee() &&
        Call->getDirectCallee()->isNoReturn())
      return true;
    const auto *Declarations = llvm::dyn_cast_or_null<DeclStmt>(S);
    return Declarations && Declarations->isSingleDecl() &&
           isa<StaticAssertDecl>(Declarations->getSingleDecl());
  });
}

bool leavesUnread(const FunctionDecl &F, unsigned Index, const Project &P) {
  const FunctionDecl *Shown = definitionOf(F);
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  if (!Shown || Index >= Shown->getNumParams() || isa<CXXConstructorDecl>(F) ||
      (Method && Method->isVirtual()) || !P.contains(Shown->getLocation()))
    return false;
  const ParmVarDecl *Parameter = Shown->getParamDecl(Index);
  return !Parameter->hasAttr<UnusedAttr>() &&
         !dropsNothing(*Shown->getBody()) &&
         !mentions(*Shown->getBody(), *Parameter);
}

} // namespace asynctidy
