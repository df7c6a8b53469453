// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "FanOutFinder.h"
#include "flow/Destination.h"
#include "flow/Holders.h"
#include "flow/Loops.h"
#include "model/Constants.h"
#include "model/Coroutine.h"
#include "model/Names.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

/// Whether \p S runs beside others: not awaited by itself.
bool FanOutFinder::isConcurrent(const Start &S) const {
  if (S.What != Start::Made)
    return true;
  for (const Stmt *P = Scopes.parentOf(*S.At); P; P = Scopes.parentOf(*P))
    if (const auto *E = dyn_cast<Expr>(P); E && All.isGather(*E))
      return true;
  Destination To = destinationOf(*S.At, Scopes, M, F);
  return To.What == Destination::Kept && To.Variable &&
         All.gatherOf(*To.Variable);
}

/// Whether \p Condition asks for a depth, or for more than a few of something:
/// beyond that the function does not divide its work any more.
static bool isCutOff(const Expr &Condition, const ASTContext &AST) {
  bool Is = false;
  forEachExpression(Condition, [&](const Expr &E) {
    const ValueDecl *D = namedValue(&E);
    Is |= D && D->getIdentifier() &&
          hasWord(D->getName(),
                  {"depth", "level", "levels", "cutoff", "threshold", "limit",
                   "max", "grain", "grainsize", "parallel"});
    const auto *Compare = dyn_cast<BinaryOperator>(&E);
    if (!Compare || !Compare->isRelationalOp())
      return;
    for (const Expr *Side : {Compare->getLHS(), Compare->getRHS()})
      Is |= constantValue(Side, AST).value_or(0) > 2;
  });
  return Is;
}

static bool hasCutOff(const Stmt &S, const ASTContext &AST) {
  if (const auto *If = dyn_cast<IfStmt>(&S); If && If->getCond())
    if (isCutOff(*If->getCond(), AST))
      return true;
  return llvm::any_of(S.children(), [&](const Stmt *Child) {
    return Child && !isa<LambdaExpr>(Child) && hasCutOff(*Child, AST);
  });
}

/// A coroutine that starts itself more than once: there are more of it at every
/// level.
void FanOutFinder::recursion() {
  llvm::erase_if(SelfStarts, [&](const Start &S) { return !isConcurrent(S); });
  if (SelfStarts.empty() || hasCutOff(Body, M.ast()))
    return;
  for (const Start &S : SelfStarts) {
    FanOut Found;
    Found.At = S.At;
    Found.Child = S.Child;
    Found.IsRecursive = true;
    VariableSet Holders;
    const Stmt *Loop = loopAround(*S.At, Scopes);
    bool Repeats = Loop && isUnbounded(Found, *S.At, true, Holders, *Loop);
    bool HasTwin = llvm::any_of(SelfStarts, [&](const Start &Other) {
      return Other.At != S.At && !Scopes.areAlternatives(*S.At, *Other.At);
    });
    if (!Repeats && !HasTwin)
      continue;
    // It is one in any case.
    if (HasTwin && !Found.Unseen.empty()) {
      Repeats = false;
      Found.Unseen.clear();
    }
    Found.Loop = Repeats ? Loop : nullptr;
    Found.With = {Growth::Elements, ""};
    return add(std::move(Found));
  }
}

} // namespace asynctidy
