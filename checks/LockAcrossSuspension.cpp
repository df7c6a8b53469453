// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "FindingAt.h"
#include "LockAcrossSuspensionOptions.h"
#include "Wording.h"
#include "flow/HeldLocks.h"
#include "model/CallSite.h"
#include "model/Coroutine.h"
#include "model/Names.h"
#include "model/Suspension.h"
#include "summary/AsyncContexts.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Finds blocking locks that a coroutine holds while it is suspended: until it
/// goes on, everybody else who wants the lock blocks a thread.
class LockAcrossSuspension : public Check {
public:
  explicit LockAcrossSuspension(const LockAcrossSuspensionOptions &Options)
      : Options(Options) {}

  void check(const FunctionDecl &F, Analysis &A,
             std::vector<Finding> &Findings) const override;

private:
  bool mayBeHeld(const HeldLock &Lock) const;

  LockAcrossSuspensionOptions Options;
};

bool LockAcrossSuspension::mayBeHeld(const HeldLock &Lock) const {
  const CXXRecordDecl *Type =
      recordOf(Lock.Name ? Lock.Name->getType() : Lock.By->getType());
  return Type && isAccepted(Options.AcceptedTypes, qualifiedName(*Type));
}

/// Whether the coroutine \p F may go on, on another thread than the one that
/// took the lock.
bool mayChangeThread(const FunctionDecl &F, const HeldLock &Lock, Analysis &A) {
  Resumption Where = resumptionOf(F, A.model().rules());
  return Where == Resumption::Anywhere ||
         (Where != Resumption::SameThread && A.contexts().isOffLoop(F)) ||
         llvm::any_of(Lock.Suspensions, [&](const HeldLock::Suspension &At) {
           return switchesExecutor(*At.Await, A.model(), F);
         });
}

std::string consequence(const FunctionDecl &F, const HeldLock &Lock,
                        Analysis &A) {
  if (mayChangeThread(F, Lock, A))
    return "it may go on in another thread, which must not unlock it";
  if (resumptionOf(F, A.model().rules()) == Resumption::SameThread)
    return "whoever else wants the lock blocks the thread for good";
  return "whoever else wants the lock blocks a thread until it goes on";
}

std::string description(const HeldLock &Lock, const LockTypes &Types) {
  if (!Lock.Name)
    return "a temporary '" + messageName(Lock.By->getType()) + "'";
  return (Types.isMutex(Lock.Name->getType()) ? "mutex '" : "guard '") +
         Lock.Name->getNameAsString() + "'";
}

/// At the name of the guard, where it is declared there.
Step placeOf(const HeldLock &Lock, std::string Message) {
  const auto *Variable = llvm::dyn_cast_or_null<VarDecl>(Lock.Name);
  if (Variable && Variable->getInit() &&
      valueSource(Variable->getInit()) == Lock.By)
    return {Variable->getLocation(), Variable->getSourceRange(),
            std::move(Message)};
  return {Lock.By->getExprLoc(), Lock.By->getSourceRange(), std::move(Message)};
}

void addAdvice(Finding &Found, const FunctionDecl &F, Analysis &A) {
  const RuleMatcher &Rules = A.model().rules();
  const RuleEntry *Task = Rules.findType(F.getReturnType(), Role::Task);
  addNote(Found, "instead: release it before the coroutine is suspended");
  addNote(Found,
          "instead: " + Rules.catalogue().remedyNamed(
                            "async-mutex", Task ? Task->Pack->Library : ""));
}

void LockAcrossSuspension::check(const FunctionDecl &F, Analysis &A,
                                 std::vector<Finding> &Findings) const {
  for (const HeldLock &Lock : locksHeldAcrossSuspensions(F, A.model())) {
    if (mayBeHeld(Lock))
      continue;
    Finding Found;
    Found.Check = LockAcrossSuspensionOptions::Name;
    Found.Main = placeOf(Lock, description(Lock, A.model().lockTypes()) +
                                   " is held while " + coroutineName(F) +
                                   " is suspended: " + consequence(F, Lock, A));
    for (const HeldLock::Suspension &At : Lock.Suspensions)
      Found.Path.push_back(suspensionStep(*At.Await));
    addAdvice(Found, F, A);
    Findings.push_back(std::move(Found));
  }
}

} // namespace

std::unique_ptr<Check>
makeLockAcrossSuspension(const LockAcrossSuspensionOptions &Options) {
  return std::make_unique<LockAcrossSuspension>(Options);
}

} // namespace asynctidy
