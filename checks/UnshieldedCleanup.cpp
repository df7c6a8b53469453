// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "FindingAt.h"
#include "UnshieldedCleanupOptions.h"
#include "model/Coroutine.h"
#include "model/Model.h"
#include "summary/LateCleanup.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Finds what is awaited to clean up after a cancellation, and is cancelled
/// itself at once.
class UnshieldedCleanup : public Check {
public:
  void check(const FunctionDecl &F, Analysis &A,
             std::vector<Finding> &Findings) const override;
};

Finding findingOf(const LateCleanup &Late, const FunctionDecl &F,
                  const Model &M) {
  std::string Again = Late.Token ? ": '" + Late.Token->getNameAsString() +
                                       "' has already asked it to stop"
                                 : ": every 'co_await' throws '" +
                                       Late.Signal.name() + "' from then on";
  Finding Found;
  Found.Check = UnshieldedCleanupOptions::Name;
  Found.Main = {Late.Cleanup->getKeywordLoc(), Late.Cleanup->getSourceRange(),
                "this cleanup does not run when " + coroutineName(F) +
                    " was cancelled" + Again};
  Found.Path.push_back({Late.At->getKeywordLoc(), Late.At->getSourceRange(),
                        "the cancellation comes out of this 'co_await'"});
  SourceLocation At = Late.Handler->getCatchLoc();
  Found.Path.push_back({At, At, "and is caught here"});
  const RulePack &Pack = *Late.Signal.Entry->Pack;
  llvm::StringRef Shield =
      M.rules().catalogue().remedyNamed("shield", Pack.Library);
  if (!Shield.empty())
    addNote(Found, "instead: " + Shield);
  return Found;
}

void UnshieldedCleanup::check(const FunctionDecl &F, Analysis &A,
                              std::vector<Finding> &Findings) const {
  for (const LateCleanup &Late : lateCleanupsOf(F, A.model(), A.stops()))
    Findings.push_back(findingOf(Late, F, A.model()));
}

} // namespace

std::unique_ptr<Check> makeUnshieldedCleanup(const UnshieldedCleanupOptions &) {
  return std::make_unique<UnshieldedCleanup>();
}

} // namespace asynctidy
