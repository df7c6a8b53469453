// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "FanOutMessages.h"
#include "UnboundedFanOutOptions.h"
#include "model/Model.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Finds places where as many tasks are started as there are things to do, and
/// nothing keeps the number down. Servers that start one for each connection
/// are a matter for another check.
class UnboundedFanOut : public Check {
public:
  explicit UnboundedFanOut(const UnboundedFanOutOptions &Options)
      : Options(Options),
        Limits{wordsOf(Options.BoundedDomains), Options.BoundingFunctions} {}

  void check(const FunctionDecl &F, Analysis &A,
             std::vector<Finding> &Findings) const override;

private:
  UnboundedFanOutOptions Options;
  FanOutOptions Limits;
};

void UnboundedFanOut::check(const FunctionDecl &F, Analysis &A,
                            std::vector<Finding> &Findings) const {
  for (const FanOut &Many : fanOutsOf(F, A.model(), Limits)) {
    bool IsWanted = Many.With.What != Growth::Connections &&
                    (Many.With.What != Growth::Count || Options.ReportCounts) &&
                    (!Many.BoundInChild || Options.ReportBoundedChildren);
    if (!IsWanted)
      continue;
    Findings.push_back(
        findingOf(Many, F, UnboundedFanOutOptions::Name, A.model()));
    if (!Options.ReportBoundedChildren)
      assumeUnboundedChild(Findings.back(), Many, A.model());
  }
}

} // namespace

std::unique_ptr<Check>
makeUnboundedFanOut(const UnboundedFanOutOptions &Options) {
  return std::make_unique<UnboundedFanOut>(Options);
}

} // namespace asynctidy
