// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Callable.h"
#include "CallSiteMaker.h"
#include "Coroutine.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace asynctidy {

/// The only call operator of a function object's class.
static const FunctionDecl *callOperatorOf(QualType T) {
  const CXXRecordDecl *Record = T.isNull() ? nullptr : T->getAsCXXRecordDecl();
  if (!Record || !Record->hasDefinition())
    return nullptr;
  DeclarationName Name =
      Record->getASTContext().DeclarationNames.getCXXOperatorName(OO_Call);
  auto Operators = Record->lookup(Name);
  return Operators.isSingleResult()
             ? dyn_cast<FunctionDecl>(Operators.front())
             : nullptr; // which of them, or of a template's, the call says
}

/// The closure that \p E makes a function pointer of, or \p E itself.
static const Expr *throughConversion(const Expr *E) {
  const auto *Plus = llvm::dyn_cast_or_null<UnaryOperator>(E);
  if (Plus && Plus->getOpcode() == UO_Plus)
    E = valueOrigin(Plus->getSubExpr());
  const auto *Call = llvm::dyn_cast_or_null<CXXMemberCallExpr>(E);
  const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
  if (!llvm::isa_and_nonnull<CXXConversionDecl>(Method) ||
      !Method->getParent()->isLambda())
    return E;
  return valueOrigin(Call->getImplicitObjectArgument());
}

const Expr *wrappedCallable(const Expr &E, const RuleMatcher &Rules) {
  const Expr *Source = valueSource(&E);
  CallSite Wrap = Source ? plainSite(*Source) : CallSite();
  const RuleEntry *Wrapper =
      Wrap.E ? Rules.find(Wrap, Role::Binds, nullptr) : nullptr;
  return Wrapper && Wrapper->Callable
             ? RuleMatcher::subject(Wrap, *Wrapper->Callable)
             : nullptr;
}

const FunctionDecl *callableOf(const Expr *E, const RuleMatcher &Rules,
                               unsigned Wrappers) {
  const Expr *Origin = throughConversion(valueOrigin(E));
  if (!Origin || !Wrappers)
    return nullptr;
  if (const auto *Lambda = dyn_cast<LambdaExpr>(Origin))
    return Lambda->getCallOperator();
  if (const auto *Address = dyn_cast<UnaryOperator>(Origin);
      Address && Address->getOpcode() == UO_AddrOf)
    Origin = Address->getSubExpr()->IgnoreParens();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Origin))
    if (const auto *F = dyn_cast<FunctionDecl>(Ref->getDecl()))
      return F;
  if (const Expr *Wrapped = wrappedCallable(*Origin, Rules))
    return callableOf(Wrapped, Rules, Wrappers - 1);
  return callOperatorOf(Origin->getType());
}

const FunctionDecl *startedBy(const Expr *Started, const RuleMatcher &Rules,
                              unsigned Wrappers) {
  const Expr *Origin = valueOrigin(Started);
  if (const auto *Call = llvm::dyn_cast_or_null<CallExpr>(Origin)) {
    CallSite Site = callSite(*Call, Rules);
    const FunctionDecl *F = Site.function();
    if (F && coroutineBody(*F))
      return F;
    // `work().via(executor)` only says where.
    const RuleEntry *Wrapper = Rules.find(Site, Role::Spawn, nullptr);
    const Expr *Wrapped = Wrapper && Wrapper->Callable
                              ? RuleMatcher::subject(Site, *Wrapper->Callable)
                              : nullptr;
    if (Wrapped && Wrappers)
      return startedBy(Wrapped, Rules, Wrappers - 1);
  }
  const FunctionDecl *F = callableOf(Started, Rules);
  return F && definitionOf(*F) ? F : nullptr;
}

const FunctionDecl *namedBy(const Expr *Started, const RuleMatcher &Rules) {
  const auto *Call = llvm::dyn_cast_or_null<CallExpr>(valueOrigin(Started));
  return Call ? callSite(*Call, Rules).function() : callableOf(Started, Rules);
}

} // namespace asynctidy
