// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "HeldLocks.h"
#include "Forward.h"
#include "LockDomain.h"
#include "WitnessSearch.h"
#include "model/Coroutine.h"
#include "model/Suspension.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {
namespace {

class HeldLockFinder {
public:
  HeldLockFinder(const FlowGraph &Graph, const Stmt &Body, const Model &M)
      : Graph(Graph), M(M), Scopes(Body), Events(Graph, Scopes, M) {}

  std::vector<HeldLock> run();

private:
  bool isAlive(const LockEvents::Lock &L, const Expr &At) const;
  bool isReached(const HeldLock &Lock, const HeldLock::Suspension &At,
                 LockDomain &Domain, const Forward<LockDomain> &Flow) const;
  const ValueDecl *nameOf(unsigned Lock) const;

  const FlowGraph &Graph;
  const Model &M;
  LexicalScopes Scopes;
  LockEvents Events;
};

/// Whether what holds the lock \p L still exists at \p At, and so holds it.
bool HeldLockFinder::isAlive(const LockEvents::Lock &L, const Expr &At) const {
  if (L.Temporary)
    return Scopes.contains(Scopes.fullExpression(*L.Temporary), At);
  const VarDecl *Variable = L.Path.localVariable();
  return !Variable || Scopes.isAlive(*Variable, At);
}

const ValueDecl *HeldLockFinder::nameOf(unsigned Lock) const {
  const AccessPath &Path = Events.locks()[Lock].Path;
  if (!Path.Fields.empty())
    return Path.Fields.back();
  const auto *Parts = dyn_cast_or_null<DecompositionDecl>(Path.Root);
  for (const BindingDecl *Part :
       Parts ? Parts->bindings() : llvm::ArrayRef<BindingDecl *>())
    if (M.lockTypes().findGuard(Part->getType()))
      return Part;
  return Path.Root;
}

std::vector<HeldLock> HeldLockFinder::run() {
  if (!Events.any())
    return {};
  Branches Questions(Graph, M.ast());
  LockDomain Domain(Events, Questions);
  Forward<LockDomain> Flow(Graph, Domain);
  if (!Flow.run())
    return {};
  llvm::MapVector<const Expr *, HeldLock> Found;
  Flow.forEachStep([&](const Stmt &Step, const LockState &Now) {
    const auto *S = dyn_cast<CoroutineSuspendExpr>(&Step);
    if (!S || !maySuspend(*S, M))
      return;
    for (const LockState::Held &H : Now.Locks) {
      if (!isAlive(Events.locks()[H.Lock], *S))
        continue;
      HeldLock &Lock = Found[H.By];
      if (!Lock.By)
        Lock.Name = nameOf(Events.acquiredBy(*H.By, H.Lock));
      Lock.By = H.By;
      bool IsNew = llvm::none_of(Lock.Suspensions, [&](const auto &Known) {
        return Known.Await == S;
      });
      if (IsNew)
        Lock.Suspensions.push_back({S, H.Lock});
    }
  });
  std::vector<HeldLock> Locks;
  for (auto &Entry : Found) {
    HeldLock &Lock = Entry.second;
    // States that have been joined know less than each of their paths.
    llvm::erase_if(Lock.Suspensions, [&](const HeldLock::Suspension &At) {
      return !isReached(Lock, At, Domain, Flow);
    });
    llvm::sort(Lock.Suspensions, [&](const auto &A, const auto &B) {
      return Scopes.isBefore(*A.Await, *B.Await);
    });
    if (!Lock.Suspensions.empty())
      Locks.push_back(std::move(Lock));
  }
  return Locks;
}

/// Whether there is a way on which no two branches contradict each other.
bool HeldLockFinder::isReached(const HeldLock &Lock,
                               const HeldLock::Suspension &At,
                               LockDomain &Domain,
                               const Forward<LockDomain> &Flow) const {
  Domain.watch(*At.Await, At.Lock);
  WitnessSearch<LockDomain> Search(Graph, Domain, Flow);
  return Search
      .find(
          *Lock.By, [&] { return Domain.happened(); },
          [](const LockState &) { return true; }, /*AtExit=*/false)
      .has_value();
}

} // namespace

/// Most coroutines suspend and lock nothing: no graph is needed to see that.
static bool mentionsLock(const Stmt &S, const LockTypes &Types) {
  if (const auto *Call = dyn_cast<CallExpr>(&S)) {
    const FunctionDecl *F = Call->getDirectCallee();
    LockVerb Verb = F ? lockVerb(*F) : LockVerb::None;
    if (Verb == LockVerb::Acquires || Verb == LockVerb::Tries)
      return true;
  }
  if (const auto *E = dyn_cast<Expr>(&S);
      E && isa<CXXConstructExpr, CallExpr, CoawaitExpr, InitListExpr>(E) &&
      Types.findGuard(E->getType()))
    return true;
  if (isa<LambdaExpr>(S))
    return false;
  return llvm::any_of(S.children(), [&](const Stmt *Child) {
    return Child && mentionsLock(*Child, Types);
  });
}

std::vector<HeldLock> locksHeldAcrossSuspensions(const FunctionDecl &F,
                                                 const Model &M) {
  const CoroutineBodyStmt *Body = coroutineBody(F);
  if (!Body || !mentionsLock(*Body->getBody(), M.lockTypes()))
    return {};
  std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F, M.ast());
  if (!Graph)
    return {};
  return HeldLockFinder(*Graph, *Body->getBody(), M).run();
}

} // namespace asynctidy
