// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "RangeNames.h"
#include "model/CallSiteMaker.h"
#include "model/Names.h"
#include "model/Suspension.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace asynctidy {

std::string calledName(const CallExpr &Call) {
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call)) {
    if (Operator->getOperator() != OO_Call || !Operator->getNumArgs())
      return "";
    const ValueDecl *Object = namedValue(Operator->getArg(0));
    return Object ? Object->getNameAsString() : "";
  }
  const FunctionDecl *F = plainCallSite(Call).function();
  return F ? lastPart(*F) : "";
}

bool chunks(llvm::StringRef Name) {
  return hasWord(Name,
                 {"chunk", "chunks", "chunked", "batch", "batches", "batched",
                  "slide", "window", "windows", "slice", "slices"});
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

} // namespace asynctidy
