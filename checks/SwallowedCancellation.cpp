// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "FindingAt.h"
#include "StopMessages.h"
#include "SwallowedCancellationOptions.h"
#include "Wording.h"
#include "model/CallSiteMaker.h"
#include "model/Coroutine.h"
#include "model/Model.h"
#include "model/Suspension.h"
#include "summary/SwallowedCodes.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Finds handlers that take the signal to stop for an error, after which the
/// coroutine goes on.
class SwallowedCancellation : public Check {
public:
  void check(const FunctionDecl &F, Analysis &A,
             std::vector<Finding> &Findings) const override;
};

/// What becomes of the coroutine, in words.
std::string consequence(const CaughtSignal &Caught, const FunctionDecl &F) {
  std::string Name = coroutineName(F);
  if (Caught.What == CaughtSignal::GoesOn)
    return Name + " goes on with its work after it was cancelled";
  if (Caught.Signal.isSticky())
    return "once " + Name + " is cancelled, it is thrown and caught for ever";
  return Name + " tries again instead of stopping when it is cancelled";
}

/// Where it goes on.
Step nextStep(const CaughtSignal &Caught) {
  SourceLocation At = Caught.Next->getBeginLoc();
  if (const auto *S = dyn_cast<CoroutineSuspendExpr>(Caught.Next))
    return {S->getKeywordLoc(), S->getSourceRange(), "it goes on here"};
  return {At, At, "this loop goes on"};
}

std::string messageOf(const SwallowedCode &Code, const CallSite &Site,
                      const FunctionDecl &F) {
  std::string Goes = ", and the loop of " + coroutineName(F) +
                     " goes on after it was cancelled or closed";
  if (Code.Turner)
    return calleeName(plainCallSite(*Code.Turner)) +
           " makes a value of being cancelled" + Goes;
  std::string Signal = "'" + Code.Signal + "' ";
  if (Code.Asked)
    return Signal + "from " + calleeName(Site) + " is asked for" + Goes;
  return Signal + "from " + calleeName(Site) + " is ignored" + Goes;
}

Finding findingOf(const SwallowedCode &Code, const FunctionDecl &F,
                  const Model &M) {
  AwaitedOperation Operation = operationOf(*Code.Await, M.rules());
  Finding Found = findingAt(Operation.Site, SwallowedCancellationOptions::Name,
                            messageOf(Code, Operation.Site, F));
  SourceLocation Loop = Code.Loop->getBeginLoc();
  Found.Path.push_back({Loop, Loop, "this loop goes on"});
  std::string Holder =
      Code.Name ? "'" + Code.Name->getNameAsString() + "'" : "the result";
  addNote(Found, Code.Asked || Code.HasCallable
                     ? "instead: leave the loop when it was"
                     : "instead: look at " + Holder +
                           ", and leave the loop on an error");
  return Found;
}

void SwallowedCancellation::check(const FunctionDecl &F, Analysis &A,
                                  std::vector<Finding> &Findings) const {
  for (const SwallowedCode &Code : A.swallowedCodes(F))
    Findings.push_back(findingOf(Code, F, A.model()));
  for (const CaughtSignal &Caught : A.caughtSignals(F)) {
    if (Caught.What < CaughtSignal::GoesOn)
      continue;
    std::string Verb = Caught.Asked ? " asks for '" : " swallows '";
    Finding Found = findingAt(
        Caught, SwallowedCancellationOptions::Name,
        handlerName(*Caught.Handler) + Verb + Caught.Signal.name() +
            (Caught.Asked ? "' and stays: " : "': ") + consequence(Caught, F));
    if (Caught.Next)
      Found.Path.push_back(nextStep(Caught));
    adviseRethrow(Found, Caught, A.model());
    Findings.push_back(std::move(Found));
  }
}

} // namespace

std::unique_ptr<Check>
makeSwallowedCancellation(const SwallowedCancellationOptions &) {
  return std::make_unique<SwallowedCancellation>();
}

} // namespace asynctidy
