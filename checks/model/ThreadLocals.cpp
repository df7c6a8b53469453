// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ThreadLocals.h"
#include "Coroutine.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

const VarDecl *threadLocalNamed(const Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  const auto *Variable = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Variable && Variable->getTLSKind() != VarDecl::TLS_None ? Variable
                                                                 : nullptr;
}

bool isErrnoCall(const Stmt &S) {
  const auto *Call = dyn_cast<CallExpr>(&S);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  static constexpr llvm::StringLiteral Names[] = {
      "__errno_location", "__errno", "_errno", "__error", "___errno"};
  return F && F->getIdentifier() && llvm::is_contained(Names, F->getName());
}

bool refersToThreadLocal(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    const Expr *Inner = Unary->getSubExpr()->IgnoreParenImpCasts();
    if (Unary->getOpcode() == UO_AddrOf)
      return refersToThreadLocal(Inner);
    return Unary->getOpcode() == UO_Deref && isErrnoCall(*Inner);
  }
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return !Member->isArrow() && refersToThreadLocal(Member->getBase());
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E))
    return Element->getBase()
               ->IgnoreParenImpCasts()
               ->getType()
               ->isArrayType() &&
           refersToThreadLocal(Element->getBase());
  return threadLocalNamed(E) != nullptr;
}

bool isThreadLocalPointer(const Expr &E) {
  const VarDecl *Variable = threadLocalNamed(&E);
  return Variable && Variable->getType()->isPointerType();
}

static bool mentionsErrno(const Stmt &S) {
  return isErrnoCall(S) || llvm::any_of(S.children(), [](const Stmt *Child) {
           return Child && mentionsErrno(*Child);
         });
}

bool bringsErrno(const CoroutineSuspendExpr &S, const Project &P) {
  const auto *Resume = dyn_cast<CallExpr>(S.getResumeExpr()->IgnoreImplicit());
  const FunctionDecl *F = Resume ? Resume->getDirectCallee() : nullptr;
  const FunctionDecl *Shown = F ? definitionOf(*F) : nullptr;
  return Shown && P.contains(Shown->getLocation()) &&
         mentionsErrno(*Shown->getBody());
}

} // namespace asynctidy
