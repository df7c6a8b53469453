// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ArgumentFacts.h"
#include "Callable.h"
#include "Constants.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

using program::Argument;

namespace {

/// Collects what is known of the arguments at one call site.
class FactFinder {
public:
  FactFinder(const Parameters &In, const RuleMatcher &Rules, ASTContext &AST,
             llvm::function_ref<program::Symbol(const FunctionDecl &)> SymbolOf)
      : In(In), Rules(Rules), AST(AST), SymbolOf(SymbolOf) {}

  /// Of \p Arg, which the parameter number \p Index of type \p Given is given;
  /// of no type, where it is not known.
  void add(unsigned Index, QualType Given, const Expr &Arg);
  std::vector<Argument> Facts;

private:
  std::optional<int64_t> constant(QualType Given, const Expr &E) const;
  bool isNotNull(const Expr &E, int Variables = 4) const;
  const ParmVarDecl *passedOn(const Expr &E) const;
  const FunctionDecl *callable(const Expr &E) const;

  const Parameters &In;
  const RuleMatcher &Rules;
  ASTContext &AST;
  llvm::function_ref<program::Symbol(const FunctionDecl &)> SymbolOf;
};

} // namespace

/// What \p Arg stands for. Which line it is in, only \p Arg itself tells.
static const Expr &written(const Expr &Arg) {
  const auto *Default = dyn_cast<CXXDefaultArgExpr>(&Arg);
  return Default ? *Default->getExpr() : Arg;
}

std::optional<int64_t> FactFinder::constant(QualType Given,
                                            const Expr &E) const {
  QualType T = E.getType();
  if (T->isPointerType() || T->isNullPtrType())
    return isNullPointer(&written(E), AST) ? std::optional<int64_t>(0)
                                           : std::nullopt;
  if (T->isRecordType())
    return constantTicks(&written(E), AST);
  // What is handed on by another function is converted there.
  std::optional<int64_t> Value = constantValue(&E, AST);
  bool IsOther = Value && isNumber(Given, AST) && !hasValue(Given, *Value, AST);
  return IsOther ? std::nullopt : Value;
}

/// Follows at most \p Variables variables to their initializers.
bool FactFinder::isNotNull(const Expr &E, int Variables) const {
  if (!E.getType()->isPointerType())
    return false;
  const Expr *From = E.IgnoreParenCasts();
  if (const Expr *Init = In.initializerOf(From))
    return Variables && isNotNull(*Init, Variables - 1);
  if (const auto *New = dyn_cast<CXXNewExpr>(From))
    return !New->shouldNullCheckAllocation();
  if (isa<CXXThisExpr, StringLiteral, PredefinedExpr>(From))
    return true;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(From))
    return From->getType()->isArrayType() || isa<FunctionDecl>(Ref->getDecl());
  if (isa<MemberExpr>(From))
    return From->getType()->isArrayType();
  const auto *Address = dyn_cast<UnaryOperator>(From);
  if (!Address || Address->getOpcode() != UO_AddrOf)
    return false;
  // `&*p` is p.
  const Expr *Object = Address->getSubExpr()->IgnoreParens();
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(Object))
    return Element->getBase()->IgnoreParenImpCasts()->getType()->isArrayType();
  return isa<DeclRefExpr, MemberExpr>(Object);
}

/// A number may lose its sign on the way: tests of numbers without one ask
/// whether they are zero.
static bool keepsZeroAndOthers(QualType From, QualType To,
                               const ASTContext &AST) {
  return keepsAllValues(From, To, AST) ||
         (isNumber(From, AST) && isNumber(To, AST) && !To->isBooleanType() &&
          AST.getIntWidth(From) <= AST.getIntWidth(To));
}

/// Whether a parameter of type \p T can be asked something at all: others are
/// not worth a record.
static bool matters(QualType T) {
  T = T.getNonReferenceType();
  if (const CXXRecordDecl *Record = T->getAsCXXRecordDecl())
    return isCallableObject(T) ||
           (Record->hasDefinition() && Record->isTriviallyCopyable());
  return T->isIntegralOrEnumerationType() || T->isPointerType() ||
         T->isFunctionType() || T->isMemberPointerType();
}

const ParmVarDecl *FactFinder::passedOn(const Expr &E) const {
  const Expr *Passed = &E;
  for (int Wrapper = 0; Passed && Wrapper < 8; ++Wrapper) {
    const ParmVarDecl *P = In.passedOn(Passed, keepsZeroAndOthers);
    if (P)
      return matters(P->getType()) ? P : nullptr;
    Passed = isCallableObject(Passed->getType())
                 ? wrappedCallable(*Passed, Rules)
                 : nullptr;
  }
  return nullptr;
}

const FunctionDecl *FactFinder::callable(const Expr &E) const {
  return isCallable(E.getType()) ? callableOf(&E, Rules) : nullptr;
}

void FactFinder::add(unsigned Index, QualType Given, const Expr &Arg) {
  const Expr &E = written(Arg);
  if (E.isInstantiationDependent())
    return;
  if (const ParmVarDecl *P = passedOn(E)) {
    Facts.push_back(
        {Index, Argument::Parameter, uint64_t(P->getFunctionScopeIndex())});
    return;
  }
  if (std::optional<int64_t> Value = constant(Given, Arg))
    Facts.push_back({Index, Argument::Constant, static_cast<uint64_t>(*Value)});
  else if (isNotNull(E))
    Facts.push_back({Index, Argument::NotNull, 0});
  if (const FunctionDecl *F = callable(E))
    if (program::Symbol Name = SymbolOf(*F))
      Facts.push_back({Index, Argument::Callable, Name});
}

/// Whether \p E makes a callable that gives what it wraps other arguments than
/// it is given itself. Looks through at most \p Wrappers.
static bool rebinds(const Expr *E, int Wrappers = 8) {
  const Expr *Origin = valueOrigin(E);
  if (!Origin || !Wrappers || isa<CallExpr>(Origin)) // std::bind and the like
    return true;
  const auto *Make = dyn_cast<CXXConstructExpr>(Origin);
  return Make && Make->getNumArgs() && rebinds(Make->getArg(0), Wrappers - 1);
}

/// Whether the arguments at \p Site are what the callee's parameters are given,
/// one by one.
static bool givesArguments(const CallSite &Site) {
  const FunctionDecl *F = Site.function();
  if (!F)
    return Site.What == CallSite::Call;
  if (Site.What == CallSite::Destroy) // they are its constructor's
    return false;
  bool Fits = F->isVariadic() ? Site.Args.size() >= F->getNumParams()
                              : Site.Args.size() == F->getNumParams();
  const auto *Call = llvm::dyn_cast_or_null<CXXOperatorCallExpr>(Site.E);
  const FunctionDecl *Written = Call ? Call->getDirectCallee() : nullptr;
  if (!Written || Call->getOperator() != OO_Call ||
      Written->getCanonicalDecl() == F)
    return Fits;
  return Fits && !rebinds(Call->getArg(0));
}

std::vector<Argument> argumentFacts(
    const CallSite &Site, const Parameters &In, const RuleMatcher &Rules,
    ASTContext &AST,
    llvm::function_ref<program::Symbol(const FunctionDecl &)> SymbolOf) {
  if (!givesArguments(Site))
    return {};
  FactFinder Finder(In, Rules, AST, SymbolOf);
  const FunctionDecl *F = Site.function();
  for (auto [Index, Arg] : llvm::enumerate(Site.Args)) {
    bool HasParameter = F && Index < F->getNumParams();
    if (F && !HasParameter) // behind the parameters
      break;
    QualType Given =
        HasParameter ? F->getParamDecl(Index)->getType().getNonReferenceType()
                     : QualType();
    Finder.add(Index, Given, *Arg);
  }
  return std::move(Finder.Facts);
}

} // namespace asynctidy
