// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ChannelLimits.h"
#include "Coroutine.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

/// Whether making a channel by \p Init leaves it without a limit.
static bool hasNoLimit(const Expr *Init, const RuleEntry &Entry,
                       const ASTContext &AST) {
  Init = Init ? Init->IgnoreImplicit() : nullptr;
  if (const auto *Default = llvm::dyn_cast_or_null<CXXDefaultInitExpr>(Init))
    return hasNoLimit(Default->getExpr(), Entry, AST);
  if (const auto *List = llvm::dyn_cast_or_null<InitListExpr>(Init);
      List && List->getNumInits() == 1)
    return hasNoLimit(List->getInit(0), Entry, AST);
  if (const auto *Cast = llvm::dyn_cast_or_null<CXXFunctionalCastExpr>(Init))
    return hasNoLimit(Cast->getSubExpr(), Entry, AST);
  const auto *Make = llvm::dyn_cast_or_null<CXXConstructExpr>(Init);
  if (!Make || Make->getConstructor()->isCopyOrMoveConstructor())
    return false;
  const Expr *Limit =
      *Entry.Limit < Make->getNumArgs() ? Make->getArg(*Entry.Limit) : nullptr;
  if (!Limit || isa<CXXDefaultArgExpr>(Limit))
    return !Entry.Bounded.value_or(false);
  Expr::EvalResult Number;
  // The largest number there is, or about that.
  return !Limit->isValueDependent() && Limit->EvaluateAsInt(Number, AST) &&
         (Number.Val.getInt().isNegative() ||
          Number.Val.getInt().getActiveBits() >= 31);
}

/// Whether all constructors of \p Record, as far as they are written, leave
/// \p Field without a limit.
static bool isLeftUnbounded(const FieldDecl &Field, const CXXRecordDecl &Record,
                            const RuleEntry &Entry, const Model &M) {
  bool Found = false;
  for (const CXXConstructorDecl *Constructor : Record.ctors()) {
    if (Constructor->isCopyOrMoveConstructor() || Constructor->isDeleted())
      continue;
    const FunctionDecl *Shown = definitionOf(*Constructor);
    if (!Shown && Constructor->isImplicit())
      continue;
    if (!Shown)
      return false;
    for (const CXXCtorInitializer *Init :
         cast<CXXConstructorDecl>(Shown)->inits())
      if (Init->getMember() == &Field) {
        if (!hasNoLimit(Init->getInit(), Entry, M.ast()))
          return false;
        Found = true;
      }
  }
  // Nobody wrote one, and nobody has asked for the one that is implied.
  return Found ||
         (!Record.hasUserDeclaredConstructor() &&
          !Field.hasInClassInitializer() && !Entry.Bounded.value_or(false));
}

bool isUnbounded(const ValueDecl &Channel, const RuleEntry &Entry,
                 const Model &M) {
  if (!Entry.Limit)
    return Entry.Bounded == false;
  if (const auto *Variable = dyn_cast<VarDecl>(&Channel))
    return !isa<ParmVarDecl>(Variable) &&
           hasNoLimit(Variable->getInit(), Entry, M.ast());
  const auto *Field = dyn_cast<FieldDecl>(&Channel);
  const auto *Record =
      Field ? dyn_cast<CXXRecordDecl>(Field->getParent()) : nullptr;
  if (!Record)
    return false;
  if (Field->hasInClassInitializer() && !Record->hasUserDeclaredConstructor())
    return hasNoLimit(Field->getInClassInitializer(), Entry, M.ast());
  // Who makes an aggregate may give one.
  return (!Record->isAggregate() || Field->getAccess() != AS_public) &&
         isLeftUnbounded(*Field, *Record, Entry, M);
}

} // namespace asynctidy
