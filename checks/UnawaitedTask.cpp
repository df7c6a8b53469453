// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "AwaitFixes.h"
#include "LossMessages.h"
#include "UnawaitedTaskOptions.h"
#include "model/Coroutine.h"
#include "model/Model.h"
#include "model/Names.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Finds tasks and other work that nobody awaits, on some path through a
/// function: a lazy one then never runs, others lose what they find out.
class UnawaitedTask : public Check {
public:
  explicit UnawaitedTask(const UnawaitedTaskOptions &Options)
      : Options(Options) {}

  void check(const FunctionDecl &F, Analysis &A,
             std::vector<Finding> &Findings) const override;

private:
  void add(const Loss &L, const FunctionDecl &F, Analysis &A,
           std::vector<Finding> &Findings) const;
  bool isMeant(const Loss &L, const FunctionDecl &F) const;
  bool mayBeDropped(const Work &Made) const;

  UnawaitedTaskOptions Options;
};

bool UnawaitedTask::mayBeDropped(const Work &Made) const {
  if (isAccepted(Options.AcceptedFunctions, Made.Site.messageName()))
    return true;
  const CXXRecordDecl *Type =
      Made.Site.E ? recordOf(Made.Site.E->getType()) : nullptr;
  return Type && isAccepted(Options.AcceptedTypes, qualifiedName(*Type));
}

/// Whether started work that was kept ends as it was meant to.
bool endsAsMeant(const Loss &L) {
  if (L.Made.OnDrop == Drop::Unknown)
    return L.What != Loss::Dropped;
  // Dying with its variable is what such a task offers: it ends with the scope.
  bool EndsWithScope =
      L.Made.OnDrop == Drop::Cancels || L.Made.OnDrop == Drop::Blocks;
  return EndsWithScope && (L.What == Loss::Never || L.What == Loss::LosesRace);
}

/// Whether dropping \p L's work in \p F is done on purpose.
bool UnawaitedTask::isMeant(const Loss &L, const FunctionDecl &F) const {
  if (L.Made.Lazy)
    return false;
  bool IsExplicit = L.Why.What == Use::CastToVoid || L.Why.What == Use::Ignored;
  if (L.What == Loss::Dropped && IsExplicit)
    return !Options.VoidCastOfEager;
  if (endsAsMeant(L))
    return true;
  if (L.Made.OnDrop != Drop::Detaches && L.Made.OnDrop != Drop::Unknown)
    return false;
  // Nothing can be awaited in an ordinary function: what goes on alone is all
  // it can start. And who calls a closure on the spot wants it to go on alone.
  bool IsClosure = L.Made.Site.messageName() == "lambda";
  return !coroutineBody(F) ||
         (L.What == Loss::Dropped && (IsClosure || !L.Made.MustBeUsed));
}

std::string subject(const Loss &L) {
  switch (L.Made.What) {
  case Work::Operation:
    return "the operation from " + makerName(L.Made) + keptIn(L);
  case Work::InnerTask:
    return "the inner task from awaiting " + makerName(L.Made) + keptIn(L);
  default:
    break;
  }
  if (!L.Made.Site.E)
    return "the task in parameter '" + L.KeptIn.Variable->getNameAsString() +
           "'";
  return "the task from " + makerName(L.Made) + keptIn(L);
}

void UnawaitedTask::add(const Loss &L, const FunctionDecl &F, Analysis &A,
                        std::vector<Finding> &Findings) const {
  bool IsMine = L.Made.What == Work::Task || L.Made.What == Work::InnerTask ||
                L.Made.What == Work::Operation;
  if (!IsMine || L.What == Loss::AwaitedAgain || L.What == Loss::AwaitedGone ||
      isMeant(L, F) || mayBeDropped(L.Made))
    return;
  std::string Others = L.What == Loss::OnSomePath ? "on the others " : "";
  Finding Found = findingOf(L, UnawaitedTaskOptions::Name,
                            subject(L) + " " + fate(L, "awaited") + ": " +
                                Others + meaning(L.Made.OnDrop));
  adviseAwait(Found, L, F, A.model());
  for (const Use &U : L.Unseen)
    Found.Assumptions.push_back({U.Callee, program::Fact::Uses, U.Parameter,
                                 /*Expected=*/false, /*IfUnknown=*/false});
  Findings.push_back(std::move(Found));
}

void UnawaitedTask::check(const FunctionDecl &F, Analysis &A,
                          std::vector<Finding> &Findings) const {
  const TaskLives &Lives = A.taskLives(F);
  for (llvm::ArrayRef<Loss> Losses : {Lives.losses(), Lives.doubtful()})
    for (const Loss &L : Losses)
      add(L, F, A, Findings);
}

} // namespace

std::unique_ptr<Check> makeUnawaitedTask(const UnawaitedTaskOptions &Options) {
  return std::make_unique<UnawaitedTask>(Options);
}

} // namespace asynctidy
