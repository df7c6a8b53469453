// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "BorrowMessages.h"
#include "Wording.h"
#include "model/CallSiteMaker.h"
#include "model/Names.h"

using namespace clang;

namespace asynctidy {

std::string objectName(const BorrowedTask &Task) {
  if (Task.Of.Variable)
    return "'" + Task.Of.Variable->getNameAsString() + "'";
  QualType T = Task.Of.Temporary->getType();
  if (isa<CXXDefaultArgExpr>(Task.Through))
    return "its default argument, a temporary '" + messageName(T) + "'";
  return isClosure(T) ? "a temporary closure"
                      : "a temporary '" + messageName(T) + "'";
}

std::string deathOf(const BorrowedTask &Task, const FunctionDecl &In) {
  if (Task.What == BorrowedTask::DroppedClosure)
    return "as soon as " + calleeName(plainCallSite(*Task.Call)) +
           " has called it";
  if (Task.Of.Temporary)
    return "at the end of this statement";
  bool OutlivesScope = Task.To.What == Destination::Returned ||
                       Task.To.What == Destination::Started;
  if (!OutlivesScope && Task.KeptIn)
    return "before '" + Task.KeptIn->getNameAsString() + "' is used";
  if (Task.DiesInside)
    return "at the end of its block";
  return "when " + thisFunction(In) + " returns";
}

static llvm::StringRef whatHappens(const Destination &To) {
  switch (To.What) {
  case Destination::Awaited:
    return "awaited here";
  case Destination::Returned:
    return "returned here";
  case Destination::Started:
    return "started here";
  case Destination::Kept:
    return To.Variable->isImplicit() ? "used here" : "moved on here";
  case Destination::Stored:
    return "moved on here";
  default:
    return "used here";
  }
}

void addSteps(Finding &F, const BorrowedTask &Task) {
  if (Task.UsedAt)
    F.Path.push_back({Task.UsedAt->getExprLoc(), Task.UsedAt->getSourceRange(),
                      "'" + Task.KeptIn->getNameAsString() + "' is " +
                          whatHappens(Task.To).str()});
  if (!Task.Kept.UsedAt)
    return;
  const auto *Ref = dyn_cast<DeclRefExpr>(Task.Kept.UsedAt);
  std::string Subject =
      Ref ? "'" + Ref->getDecl()->getNameAsString() + "'" : "the object";
  F.Path.push_back({Task.Kept.UsedAt->getBeginLoc(),
                    Task.Kept.UsedAt->getSourceRange(),
                    Subject + " is needed here"});
}

Step stepAt(const BorrowedTask &Task, std::string Message) {
  const Expr *At = Task.Through;
  if (!At || isa<CXXDefaultArgExpr>(At) || At->getBeginLoc().isInvalid())
    At = Task.Call;
  return {At->getBeginLoc(), At->getSourceRange(), std::move(Message)};
}

} // namespace asynctidy
