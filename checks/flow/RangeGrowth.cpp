// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How much is in a range, and how great a number can be.
#include "Destination.h"
#include "Growth.h"
#include "Holders.h"
#include "model/CallSiteMaker.h"
#include "model/Constants.h"
#include "model/Names.h"
#include "model/Suspension.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace asynctidy {

/// What \p Call calls, an object that is called like a function included.
static std::string calledName(const CallExpr &Call) {
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call)) {
    if (Operator->getOperator() != OO_Call || !Operator->getNumArgs())
      return "";
    const ValueDecl *Object = namedValue(Operator->getArg(0));
    return Object ? Object->getNameAsString() : "";
  }
  const FunctionDecl *F = plainCallSite(Call).function();
  return F ? lastPart(*F) : "";
}

std::string nameOf(const Expr *E, const RuleMatcher &Rules) {
  E = valueSource(E);
  if (!E)
    return "";
  if (const ValueDecl *D = namedValue(E))
    return D->getIdentifier() ? D->getNameAsString() : "";
  if (const auto *Await = dyn_cast<CoawaitExpr>(E)) {
    CallSite Site = awaitedSite(*Await, Rules);
    return Site.function() ? Site.messageName()
                           : nameOf(Await->getOperand(), Rules);
  }
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return nameOf(Unary->getSubExpr(), Rules);
  if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(E))
    return nameOf(Subscript->getBase(), Rules);
  const auto *Call = dyn_cast<CallExpr>(E);
  if (!Call)
    return "";
  if (isa<CXXOperatorCallExpr>(Call) && Call->getNumArgs() &&
      cast<CXXOperatorCallExpr>(Call)->getOperator() != OO_Call)
    return nameOf(Call->getArg(0), Rules);
  std::string Name = plainCallSite(*Call).messageName();
  return Name == "lambda" ? "" : Name;
}

Growth GrowthFinder::named(Growth::Kind What, llvm::StringRef Name) const {
  if (isDomain(Name))
    return {Growth::Bounded, ""};
  return {What, Name.str()};
}

/// Whether a word of \p Name, in the plural or not, is one of the domains.
bool GrowthFinder::isDomain(llvm::StringRef Name) const {
  bool Is = false;
  forEachWord(Name.substr(Name.rfind(':') + 1), [&](llvm::StringRef Word) {
    Is |= llvm::any_of(Domains, [&](llvm::StringRef Domain) {
      return Word.consume_front(Domain) && (Word.empty() || Word == "s");
    });
  });
  return Is;
}

Growth GrowthFinder::elements(const Expr *E) const {
  return named(Growth::Elements, nameOf(E, M.rules()));
}

static const Growth IsBounded = {Growth::Bounded, ""};

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

static bool isIn(llvm::StringRef Name,
                 llvm::ArrayRef<llvm::StringLiteral> Names) {
  return llvm::is_contained(Names, Name);
}

/// Whether a function of that name gives only so many of what it is given.
static bool limits(llvm::StringRef Name) {
  return isIn(Name, {"take", "take_exactly", "first", "last", "subspan",
                     "substr", "head", "single", "min", "clamp"});
}
static bool chunks(llvm::StringRef Name) {
  return hasWord(Name,
                 {"chunk", "chunks", "chunked", "batch", "batches", "batched",
                  "slide", "window", "windows", "slice", "slices"});
}
static bool isNumberRange(llvm::StringRef Name) {
  return isIn(Name, {"iota", "irange", "range", "ints", "indices",
                     "counting_range", "interval"});
}

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
