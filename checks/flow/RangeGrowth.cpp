// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How much is in a range, and how great a number can be.
#include "RangeNames.h"
#include "model/CallSiteMaker.h"
#include "model/Constants.h"
#include "model/Names.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace asynctidy {

/// Whether \p T has as many elements as its type says, or as stand in braces.
static bool hasFixedSize(QualType T) {
  T = T.getNonReferenceType();
  if (T->isConstantArrayType())
    return true;
  const auto *Record = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  if (!Record || !Record->getIdentifier() || !Record->isInStdNamespace())
    return false;
  if (Record->getName() == "span") {
    const TemplateArgumentList &Args = Record->getTemplateArgs();
    return Args.size() > 1 && Args[1].getKind() == TemplateArgument::Integral &&
           !Args[1].getAsIntegral().isAllOnes();
  }
  static constexpr llvm::StringLiteral Fixed[] = {
      "array",  "initializer_list", "tuple",      "pair",
      "bitset", "optional",         "single_view"};
  return llvm::is_contained(Fixed, Record->getName());
}

static bool isNumberRange(llvm::StringRef Name) {
  return isIn(Name, {"iota", "irange", "range", "ints", "indices",
                     "counting_range", "interval"});
}

/// `adaptor(range, ...)`, as a call or with the range left of a `|`.
Growth GrowthFinder::adapted(llvm::StringRef Adaptor,
                             llvm::ArrayRef<const Expr *> Args,
                             unsigned Depth) const {
  if (limits(Adaptor) || Adaptor == "empty")
    return IsBounded;
  if (isNumberRange(Adaptor)) {
    Growth Last = IsBounded;
    for (const Expr *Arg : Args)
      if (Arg->getType()->isIntegralOrEnumerationType())
        Last = number(Arg, Depth);
    return Last;
  }
  return Args.empty() ? Growth{Growth::Elements, ""}
                      : range(Args.front(), Depth);
}

Growth GrowthFinder::pipeline(const CXXOperatorCallExpr &Pipe,
                              unsigned Depth) const {
  const auto *Right = dyn_cast<CallExpr>(valueSource(Pipe.getArg(1)));
  if (Right && limits(calledName(*Right)))
    return IsBounded;
  return range(Pipe.getArg(0), Depth);
}

Growth GrowthFinder::inCall(const CallExpr &Call, unsigned Depth) const {
  llvm::SmallVector<const Expr *, 4> Args(Call.arguments());
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call)) {
    if (Operator->getOperator() == OO_Pipe && Call.getNumArgs() == 2)
      return pipeline(*Operator, Depth);
    if (Operator->getOperator() == OO_Call) {
      Args.erase(Args.begin());
      return adapted(calledName(Call), Args, Depth);
    }
    return elements(&Call); // `*pointer`, `map[key]`
  }
  std::string Name = calledName(Call);
  if (limits(Name) || isDomain(Name))
    return IsBounded;
  const Expr *Object = receiverOf(Call);
  if (isIn(Name, {"begin", "cbegin", "rbegin", "end", "cend", "rend"})) {
    const Expr *Of = Object ? Object : Args.empty() ? nullptr : Args.front();
    return Of ? range(Of, Depth) : Growth{Growth::Elements, ""};
  }
  if (isNumberRange(Name))
    return adapted(Name, Args, Depth);
  if (!Object && !Args.empty() &&
      isIn(Name, {"to", "ref", "as_const", "as_rvalue", "views", "all", "zip",
                  "enumerate", "subrange", "make_iterator_range"}))
    return range(Args.front(), Depth);
  return elements(&Call);
}

Growth GrowthFinder::range(const Expr *E, unsigned Depth) const {
  E = valueSource(E);
  if (!E || !Depth)
    return {Growth::Elements, nameOf(E, M.rules())};
  --Depth;
  if (hasFixedSize(E->getType()) ||
      isa<InitListExpr, CXXStdInitializerListExpr, StringLiteral>(E))
    return IsBounded;
  if (const CXXRecordDecl *Record = recordOf(E->getType());
      Record && Record->getIdentifier() && isDomain(Record->getName()))
    return IsBounded;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    if (const auto *V = dyn_cast<VarDecl>(Ref->getDecl()))
      return variable(*V, Depth);
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return inCall(*Call, Depth);
  if (const auto *Make = dyn_cast<CXXConstructExpr>(E)) {
    if (!Make->getNumArgs())
      return IsBounded;
    if (Make->getArg(0)->getType()->isIntegralOrEnumerationType())
      return number(Make->getArg(0), Depth);
    return range(Make->getArg(0), Depth);
  }
  return elements(E);
}

Growth GrowthFinder::numberOfCall(const CallExpr &Call, unsigned Depth) const {
  std::string Name = calledName(Call);
  const Expr *Object = receiverOf(Call);
  if (isIn(Name, {"min", "clamp", "operator%"}))
    return IsBounded;
  const Expr *Of = Object              ? Object
                   : Call.getNumArgs() ? Call.getArg(0)
                                       : nullptr;
  if (Of && isIn(Name, {"size", "ssize", "length", "count", "distance"}) &&
      Of->getType().getNonReferenceType()->isRecordType())
    return range(Of, Depth);
  return named(Growth::Count, nameOf(&Call, M.rules()));
}

Growth GrowthFinder::number(const Expr *E, unsigned Depth) const {
  if (constantValue(E, M.ast()))
    return IsBounded;
  E = valueSource(E);
  if (!E || !Depth)
    return {Growth::Count, ""};
  --Depth;
  if (const auto *Binary = dyn_cast<BinaryOperator>(E)) {
    if (Binary->getOpcode() == BO_Rem)
      return IsBounded;
    Growth Left = number(Binary->getLHS(), Depth);
    return Left.grows() ? Left : number(Binary->getRHS(), Depth);
  }
  if (isa<CoawaitExpr>(E))
    return named(Growth::Results, nameOf(E, M.rules()));
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return numberOfCall(*Call, Depth);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    const auto *V = dyn_cast<VarDecl>(Ref->getDecl());
    Growth Named = named(Growth::Count, Ref->getDecl()->getName());
    if (V && V->isLocalVarDecl() && V->getInit() && Named.grows())
      return number(V->getInit(), Depth);
    return Named;
  }
  return named(Growth::Count, nameOf(E, M.rules()));
}

} // namespace asynctidy
