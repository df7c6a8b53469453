// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "FanOutMessages.h"
#include "UnboundedAcceptLoopOptions.h"
#include "model/Model.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Finds servers that start a task for every connection, however many there
/// are already.
class UnboundedAcceptLoop : public Check {
public:
  explicit UnboundedAcceptLoop(const UnboundedAcceptLoopOptions &Options)
      : Options(Options), Limits{{}, Options.BoundingFunctions} {}

  void check(const FunctionDecl &F, Analysis &A,
             std::vector<Finding> &Findings) const override;

private:
  UnboundedAcceptLoopOptions Options;
  FanOutOptions Limits;
};

void UnboundedAcceptLoop::check(const FunctionDecl &F, Analysis &A,
                                std::vector<Finding> &Findings) const {
  for (const FanOut &Many : fanOutsOf(F, A.model(), Limits)) {
    if (Many.With.What != Growth::Connections ||
        (Many.BoundInChild && !Options.ReportBoundedChildren))
      continue;
    Findings.push_back(
        findingOf(Many, F, UnboundedAcceptLoopOptions::Name, A.model()));
    if (!Options.ReportBoundedChildren)
      assumeUnboundedChild(Findings.back(), Many, A.model());
  }
}

} // namespace

std::unique_ptr<Check>
makeUnboundedAcceptLoop(const UnboundedAcceptLoopOptions &Options) {
  return std::make_unique<UnboundedAcceptLoop>(Options);
}

} // namespace asynctidy
