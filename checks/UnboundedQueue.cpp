// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "FindingAt.h"
#include "UnboundedQueueOptions.h"
#include "Wording.h"
#include "flow/ChannelFills.h"
#include "model/ChannelLimits.h"
#include "model/Coroutine.h"
#include "model/Names.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Finds channels without a limit that a loop fills.
class UnboundedQueue : public Check {
public:
  explicit UnboundedQueue(const UnboundedQueueOptions &Options)
      : Options(Options) {}

  void check(const FunctionDecl &F, Analysis &A,
             std::vector<Finding> &Findings) const override;

private:
  UnboundedQueueOptions Options;
};

Finding findingOf(const ChannelFill &Fill, const FunctionDecl &F,
                  const Model &M) {
  std::string Name = "'" + Fill.Channel->getNameAsString() + "'";
  Finding Found;
  Found.Check = UnboundedQueueOptions::Name;
  Found.Main = {Fill.Channel->getLocation(), Fill.Channel->getLocation(),
                Name + " has no limit: it grows while " + coroutineName(F) +
                    " puts in more than others take out"};
  const CallExpr &Put = *Fill.Put;
  Found.Path.push_back({Put.getExprLoc(), Put.getSourceRange(),
                        "this loop never waits for room in " + Name});
  llvm::StringRef Remedy = M.rules().catalogue().remedyNamed(
      "bounded-channel", Fill.Entry->Pack->Library);
  addNote(Found, "instead: " + (Remedy.empty()
                                    ? "give it a limit, so that whoever puts "
                                      "something in waits for room"
                                    : Remedy.str()));
  return Found;
}

void UnboundedQueue::check(const FunctionDecl &F, Analysis &A,
                           std::vector<Finding> &Findings) const {
  const Model &M = A.model();
  for (const ChannelFill &Fill : channelFillsOf(F, M, Options.FewItems)) {
    const CXXRecordDecl *Type = recordOf(Fill.Channel->getType());
    if (Type && isAccepted(Options.AcceptedTypes, qualifiedName(*Type)))
      continue;
    if (M.project().contains(Fill.Channel->getLocation()) &&
        isUnbounded(*Fill.Channel, *Fill.Entry, M))
      Findings.push_back(findingOf(Fill, F, M));
  }
}

} // namespace

std::unique_ptr<Check>
makeUnboundedQueue(const UnboundedQueueOptions &Options) {
  return std::make_unique<UnboundedQueue>(Options);
}

} // namespace asynctidy
