// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AfterSuspension.h"
#include "Forward.h"
#include "model/Suspension.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Whether the coroutine may have been suspended: a domain for Forward.
class SuspendedDomain {
public:
  struct State {
    bool IsAfter = false;
  };

  explicit SuspendedDomain(const Model &M) : M(M) {}

  static State start() { return {}; }
  void step(const Stmt &Step, State &Now) const {
    if (const auto *S = dyn_cast<CoroutineSuspendExpr>(&Step))
      Now.IsAfter |= maySuspend(*S, M);
  }
  static bool branch(const CFGBlock &, unsigned, State &) { return true; }
  static void unwind(State &) {}
  static bool join(State &Into, const State &From) {
    bool Changes = From.IsAfter && !Into.IsAfter;
    Into.IsAfter |= From.IsAfter;
    return Changes;
  }

private:
  const Model &M;
};

} // namespace

const Stmt *
firstAfterSuspension(const FunctionDecl &F, const Model &M,
                     llvm::function_ref<bool(const Stmt &)> Counts) {
  std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F, M.ast());
  if (!Graph)
    return nullptr;
  SuspendedDomain Domain(M);
  Forward<SuspendedDomain> Flow(*Graph, Domain);
  if (!Flow.run())
    return nullptr;
  const SourceManager &SM = M.ast().getSourceManager();
  const Stmt *First = nullptr;
  Flow.forEachStep([&](const Stmt &Step, SuspendedDomain::State Now) {
    bool IsFirst = !First || SM.isBeforeInTranslationUnit(Step.getBeginLoc(),
                                                          First->getBeginLoc());
    if (Now.IsAfter && IsFirst && Counts(Step))
      First = &Step;
  });
  return First;
}

} // namespace asynctidy
