// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "FindingAt.h"
#include "StopMessages.h"
#include "SwallowedCancellationOptions.h"
#include "model/Coroutine.h"
#include "model/Model.h"

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

void SwallowedCancellation::check(const FunctionDecl &F, Analysis &A,
                                  std::vector<Finding> &Findings) const {
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
