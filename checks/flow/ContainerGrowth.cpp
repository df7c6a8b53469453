// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How much is in a variable: what it begins with, and what is put in later.
#include "Destination.h"
#include "Holders.h"
#include "RangeNames.h"
#include "model/Names.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace asynctidy {

/// The loop's variable of a range-based for over pieces of something else.
bool GrowthFinder::isPart(const VarDecl &V) const {
  if (chunks(V.getName()))
    return true;
  const Stmt *Loop = nullptr;
  auto Find = [&](auto &Self, const Stmt &S) -> void {
    if (const auto *For = dyn_cast<CXXForRangeStmt>(&S);
        For && For->getLoopVariable() == &V)
      Loop = For;
    for (const Stmt *Child : S.children())
      if (Child && !Loop)
        Self(Self, *Child);
  };
  Find(Find, Body);
  if (!Loop)
    return false;
  bool Cuts = false;
  const Expr *Range = cast<CXXForRangeStmt>(Loop)->getRangeInit();
  auto Look = [&](auto &Self, const Stmt &S) -> void {
    if (const auto *Call = dyn_cast<CallExpr>(&S))
      Cuts |= chunks(calledName(*Call));
    for (const Stmt *Child : S.children())
      if (Child)
        Self(Self, *Child);
  };
  Look(Look, *Range);
  return Cuts;
}

/// What stands in the initializer of \p V.
Growth GrowthFinder::initial(const Expr *Init, const ValueDecl &V,
                             unsigned Depth) const {
  const Expr *E = valueSource(Init);
  if (!E || isa<InitListExpr, CXXStdInitializerListExpr, StringLiteral>(E))
    return IsBounded;
  const auto *Make = dyn_cast<CXXConstructExpr>(E);
  if (!Make) {
    Growth Found = range(E, Depth);
    if (Found.What == Growth::Elements && Found.Of.empty())
      Found.Of = V.getNameAsString();
    return Found;
  }
  if (!Make->getNumArgs() || isa<CXXDefaultArgExpr>(Make->getArg(0)))
    return IsBounded;
  const Expr *First = Make->getArg(0);
  if (First->getType()->isIntegralOrEnumerationType())
    return number(First, Depth);
  return initial(First, V, Depth);
}

/// Whether the parameter \p P of \p F is a reference by which the function
/// changes what it is given, as far as its type tells: not a forwarding one.
static bool takesToChange(const ParmVarDecl &P, unsigned Index,
                          const FunctionDecl *F) {
  QualType T = P.getType();
  if (!T->isLValueReferenceType() || T.getNonReferenceType().isConstQualified())
    return false;
  const FunctionDecl *Pattern =
      F ? F->getTemplateInstantiationPattern() : nullptr;
  return !Pattern || Index >= Pattern->getNumParams() ||
         Pattern->getParamDecl(Index)->getType()->isLValueReferenceType();
}

/// Whether what is done with the local container \p V at \p Mention makes it
/// grow.
Growth GrowthFinder::changedAt(const Expr &Mention, const VarDecl &V,
                               unsigned Depth) const {
  const Stmt *Parent = Scopes.parentOf(Mention);
  while (Parent && isa<ImplicitCastExpr, ParenExpr, MemberExpr>(Parent))
    Parent = Scopes.parentOf(*Parent);
  const auto *Call = dyn_cast_or_null<CallExpr>(Parent);
  if (!Call)
    return isa_and_nonnull<UnaryOperator, LambdaExpr>(Parent)
               ? elements(&Mention)
               : IsBounded;
  if (valueSource(Call) != Call)
    return IsBounded; // given away
  const Expr *Object = receiverOf(*Call);
  const FunctionDecl *Method = Call->getDirectCallee();
  if (!Object || valueSource(Object) != valueSource(&Mention) || !Method) {
    Growth Found = IsBounded;
    // The standard library's put nothing in, but for a few.
    bool OnlyReads =
        isa<CXXOperatorCallExpr>(Call) ||
        (Method && Method->isInStdNamespace() &&
         !isIn(lastPart(*Method), {"back_inserter", "front_inserter",
                                   "inserter", "swap", "getline"}));
    if (OnlyReads)
      return Found;
    forEachArgument(*Call,
                    [&](const ParmVarDecl &P, unsigned Index, const Expr &Arg) {
                      if (valueSource(&Arg) == valueSource(&Mention) &&
                          takesToChange(P, Index, Method))
                        Found = elements(&Mention);
                    });
    return Found;
  }
  std::string Name = lastPart(*Method);
  if (isa<CXXOperatorCallExpr>(Call))
    return Name == "operator=" && Call->getNumArgs() == 2
               ? initial(Call->getArg(1), V, Depth)
               : IsBounded;
  if (isIn(Name, {"resize", "assign"}) && Call->getNumArgs() &&
      Call->getArg(0)->getType()->isIntegralOrEnumerationType())
    return number(Call->getArg(0), Depth);
  if (isIn(Name, {"assign", "append", "merge", "swap", "splice", "insert_range",
                  "append_range"}))
    return elements(&Mention);
  if (!fills(*Method))
    return IsBounded;
  if (Call->getNumArgs() > 2 && Name == "insert")
    return elements(&Mention);
  for (const Stmt *S = Scopes.parentOf(*Call); S; S = Scopes.parentOf(*S)) {
    if (!isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S) ||
        !Scopes.isAlive(V, *S))
      continue;
    Growth Loop = loop(*S, nullptr, Depth);
    if (Loop.What == Growth::Unknown)
      return elements(&Mention);
    if (Loop.grows())
      return Loop;
  }
  return IsBounded;
}

Growth GrowthFinder::changed(const VarDecl &V, unsigned Depth) const {
  for (const Expr *Mention : mentionsOf(V, Body))
    if (Growth Found = changedAt(*Mention, V, Depth); Found.grows())
      return Found.What == Growth::Elements
                 ? named(Growth::Elements, V.getNameAsString())
                 : Found;
  return IsBounded;
}

Growth GrowthFinder::variable(const VarDecl &V, unsigned Depth) const {
  if (isPart(V))
    return IsBounded;
  Growth Named = named(Growth::Elements, V.getName());
  if (!Named.grows() || isa<ParmVarDecl>(V) || !V.getInit())
    return V.hasLocalStorage() && V.isLocalVarDecl() && !V.getInit() &&
                   Named.grows()
               ? changed(V, Depth)
               : Named;
  bool IsConstant = V.getType().isConstQualified() || V.isConstexpr();
  if (V.getType()->isReferenceType())
    return initial(V.getInit(), V, Depth);
  if (!V.isLocalVarDecl() || V.isStaticLocal())
    return IsConstant ? initial(V.getInit(), V, Depth) : Named;
  Growth Begin = initial(V.getInit(), V, Depth);
  const CXXRecordDecl *Record = recordOf(V.getType());
  if (Record &&
      llvm::StringRef(qualifiedName(*Record)).starts_with("std::ranges::"))
    return Begin; // a view, in which nothing is put
  if (Begin.grows() || IsConstant)
    return Begin.What == Growth::Elements ? Named : Begin;
  return changed(V, Depth);
}

} // namespace asynctidy
