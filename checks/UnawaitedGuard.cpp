// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "AwaitFixes.h"
#include "LossMessages.h"
#include "UnawaitedGuardOptions.h"
#include "model/Model.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Finds locks and permits that protect nothing: what would acquire them is
/// never awaited, or what holds them dies at once.
class UnawaitedGuard : public Check {
public:
  void check(const FunctionDecl &F, Analysis &A,
             std::vector<Finding> &Findings) const override;
};

Finding releasedAtOnce(const Loss &L, const FunctionDecl &F, const Model &M) {
  Finding Found =
      findingOf(L, UnawaitedGuardOptions::Name,
                "the guard that " + makerName(L.Made) +
                    " gives is dropped at once: it is released before the "
                    "next statement");
  addNote(Found, "instead: keep it in a variable until the end of the scope");
  const Expr &Await = *L.Made.Site.E;
  SourceLocation Start = Await.getBeginLoc();
  if (L.Why.What == Use::Discarded && Start.isFileID() &&
      canDeclare("Guard", Await, F, M.ast()))
    Found.Fixes.push_back(FixItHint::CreateInsertion(Start, "auto Guard = "));
  return Found;
}

Finding neverAcquired(const Loss &L, const FunctionDecl &F, const Model &M) {
  bool IsLock = L.Made.What == Work::Lock;
  std::string Others = L.What == Loss::OnSomePath ? "on the others " : "";
  Finding Found = findingOf(
      L, UnawaitedGuardOptions::Name,
      std::string(IsLock ? "the lock from " : "the permit from ") +
          makerName(L.Made) + keptIn(L) + " " + fate(L, "awaited") + ": " +
          Others + (IsLock ? "nothing is locked" : "nothing is acquired"));
  adviseAwait(Found, L, F, M);
  return Found;
}

void UnawaitedGuard::check(const FunctionDecl &F, Analysis &A,
                           std::vector<Finding> &Findings) const {
  bool HasName = false;
  for (const Loss &L : A.taskLives(F).losses()) {
    if (!L.Made.isGuard())
      continue;
    Finding Found = L.What == Loss::GuardDropped
                        ? releasedAtOnce(L, F, A.model())
                        : neverAcquired(L, F, A.model());
    bool Names = !Found.Fixes.empty() &&
                 llvm::StringRef(Found.Fixes.front().CodeToInsert)
                     .starts_with("auto Guard");
    if (Names && HasName)
      Found.Fixes.clear(); // one name is enough for one guard only
    HasName |= Names;
    Findings.push_back(std::move(Found));
  }
}

} // namespace

std::unique_ptr<Check> makeUnawaitedGuard(const UnawaitedGuardOptions &) {
  return std::make_unique<UnawaitedGuard>();
}

} // namespace asynctidy
