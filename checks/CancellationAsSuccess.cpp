// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "CancellationAsSuccessOptions.h"
#include "FindingAt.h"
#include "StopMessages.h"
#include "model/AwaitedType.h"
#include "model/Coroutine.h"
#include "model/ErrorTypes.h"
#include "model/Model.h"
#include "summary/Awaiters.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Finds handlers that take the signal to stop for an error, after which the
/// coroutine returns to its awaiter as if nothing had been.
class CancellationAsSuccess : public Check {
public:
  void check(const FunctionDecl &F, Analysis &A,
             std::vector<Finding> &Findings) const override;
};

/// What whoever awaits \p F gets; null where that is not to be seen.
QualType resultOf(const FunctionDecl &F) {
  const CXXRecordDecl *Task = shownRecord(F.getReturnType());
  return Task ? awaitedResult(*Task) : QualType();
}

/// Whether whoever awaits \p F gets nothing.
bool givesNothing(const FunctionDecl &F, QualType Result) {
  if (!Result.isNull())
    return Result->isVoidType();
  const CoroutineBodyStmt *Body = coroutineBody(F);
  const CXXRecordDecl *Promise = Body ? promiseOf(*Body) : nullptr;
  return !Promise || !memberFunction(*Promise, "return_value");
}

/// Whether what the coroutine returns can tell of an error.
bool tellsOfError(const CaughtSignal &Caught, QualType Result) {
  const auto *Return = llvm::dyn_cast_or_null<CoreturnStmt>(Caught.Next);
  const Expr *Value = Return ? Return->getOperand() : nullptr;
  return canHoldError(Result) ||
         (Value && canHoldError(Value->IgnoreParenImpCasts()->getType()));
}

void CancellationAsSuccess::check(const FunctionDecl &F, Analysis &A,
                                  std::vector<Finding> &Findings) const {
  for (const CaughtSignal &Caught : A.caughtSignals(F)) {
    // Who catches nothing else has made up their mind.
    if (Caught.What >= CaughtSignal::GoesOn ||
        (isFor(*Caught.Handler, Caught.Signal) &&
         !Caught.Signal.isToldByCode()))
      continue;
    QualType Result = resultOf(F);
    if (tellsOfError(Caught, Result))
      continue;
    // The top of a task has nobody to tell.
    if (A.awaiters().isStarted(F) ||
        (givesNothing(F, Result) && !A.awaiters().isAwaited(F)))
      continue;
    Finding Found = findingAt(
        Caught, CancellationAsSuccessOptions::Name,
        handlerName(*Caught.Handler) + " turns '" + Caught.Signal.name() +
            "' into an ordinary return: whoever awaits " + coroutineName(F) +
            " cannot tell that it was cancelled");
    if (Caught.Next && !isa<BreakStmt>(Caught.Next)) {
      SourceLocation At = Caught.Next->getBeginLoc();
      Found.Path.push_back({At, At, "it returns here"});
    }
    adviseRethrow(Found, Caught, A.model());
    Findings.push_back(std::move(Found));
  }
}

} // namespace

std::unique_ptr<Check>
makeCancellationAsSuccess(const CancellationAsSuccessOptions &) {
  return std::make_unique<CancellationAsSuccess>();
}

} // namespace asynctidy
