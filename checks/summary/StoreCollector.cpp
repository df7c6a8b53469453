// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "StoreCollector.h"
#include "flow/Holders.h"
#include "model/Callable.h"
#include "model/CallableVariable.h"
#include "model/Coroutine.h"
#include "model/VariableChanges.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"
#include <array>

using namespace clang;

namespace asynctidy {

/// Whether \p Into is a variable to collect for.
bool StoreCollector::canHold(Variable *Into) const {
  return Into && !isa<ParmVarDecl>(Into) &&
         !Into->getDeclContext()->isDependentContext() &&
         holdsCallables(Into->getType(), M.project());
}

void StoreCollector::add(Variable &Into, StoredCallables::Store Store) {
  auto &Stores = Result.Found[&Into];
  bool IsKnown = llvm::any_of(Stores, [&](const StoredCallables::Store &Known) {
    return Known.Callable == Store.Callable && Known.Held == Store.Held;
  });
  if (!IsKnown)
    Stores.push_back(Store);
}

/// Whether \p E is a parameter of a function, or of one around a closure. That
/// of a template may have the type of a closure, which tells more.
bool StoreCollector::putParameter(const Expr &E, Variable &Into) {
  const auto *Ref = dyn_cast<DeclRefExpr>(&E);
  const auto *Parameter = Ref ? dyn_cast<ParmVarDecl>(Ref->getDecl()) : nullptr;
  if (!Parameter)
    return false;
  QualType T = Parameter->getType().getNonReferenceType();
  if (!isCallable(T) ||
      !(T->isFunctionType() || holdsCallables(T, M.project())))
    return false;
  const auto *F = dyn_cast<FunctionDecl>(Parameter->getDeclContext());
  if (!F)
    return true;
  auto &Keeps = Result.Keeps[F->getCanonicalDecl()];
  bool IsKnown = llvm::any_of(Keeps, [&](const StoredCallables::Kept &Known) {
    return Known.Parameter == Parameter && Known.Into == &Into;
  });
  if (!IsKnown)
    Keeps.push_back({Parameter, &Into});
  return true;
}

/// Whether \p E is a function, a closure or a function object of the project.
bool StoreCollector::putCallable(const Expr &E, Variable &Into,
                                 const Expr &At) {
  const FunctionDecl *F = callableOf(&E, M.rules());
  if (!F)
    return false;
  const FunctionDecl *Definition = definitionOf(*F);
  F = Definition ? Definition : F;
  if (!M.project().contains(F->getLocation()))
    return false;
  add(Into, {&At, F, nullptr});
  return true;
}

/// What \p E is, or is made of, comes into \p Into. \p At is where, unless it
/// is where \p E is.
void StoreCollector::put(const Expr *E, Variable &Into, const Expr *At,
                         unsigned Depth) {
  const Expr *Origin = valueOrigin(E);
  if (!Origin || !Depth || Origin->isTypeDependent())
    return;
  if (!At && Origin != valueSource(E)) // made before, in a variable
    At = E;
  auto PutAll = [&](auto Parts) {
    for (const Expr *Part : Parts)
      put(Part, Into, At, Depth - 1);
  };
  if (const auto *Either = dyn_cast<ConditionalOperator>(Origin))
    return PutAll(std::array{Either->getTrueExpr(), Either->getFalseExpr()});
  if (const auto *List = dyn_cast<CXXStdInitializerListExpr>(Origin))
    return put(List->getSubExpr(), Into, At, Depth - 1);
  if (const auto *List = dyn_cast<InitListExpr>(Origin))
    return PutAll(List->inits());
  if (putParameter(*Origin, Into))
    return;
  if (const Expr *Wrapped = wrappedCallable(*Origin, M.rules()))
    return put(Wrapped, Into, At, Depth - 1);
  if (putCallable(*Origin, Into, At ? *At : *E))
    return;
  if (const auto *Make = dyn_cast<CXXConstructExpr>(Origin))
    return PutAll(Make->arguments());
  const auto *Call = dyn_cast<CallExpr>(Origin);
  if (Call && Call->getDirectCallee() && wraps(*Call->getDirectCallee()))
    return PutAll(Call->arguments());
  const ValueDecl *Held = variableBehind(Origin, M.project());
  if (canHold(Held) && Held != &Into)
    add(Into, {At ? At : E, nullptr, Held});
}

void StoreCollector::put(const Expr *E, Variable *Into) {
  Into = Into ? cast<ValueDecl>(Into->getCanonicalDecl()) : nullptr;
  if (E && canHold(Into))
    put(E, *Into, /*At=*/nullptr, /*Depth=*/8);
}

} // namespace asynctidy
