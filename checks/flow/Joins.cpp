// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Joins.h"
#include "AccessPath.h"
#include "model/CallSiteMaker.h"
#include "model/Coroutine.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace asynctidy {

bool Joins::endsAtOnce(const Destination &Started) const {
  Destination Handle = destinationOf(*cast<CallExpr>(Started.At), Scopes, M, F);
  return Handle.What == Destination::HandedOn ||
         Handle.What == Destination::Elsewhere ||
         Handle.What == Destination::Awaited;
}

bool Joins::endsInTime(const Destination &Started,
                       const VarDecl &Object) const {
  const auto &Start = *cast<CallExpr>(Started.At);
  Destination Handle = destinationOf(Start, Scopes, M, F);
  if (Handle.What != Destination::Discarded && Handle.What != Destination::Kept)
    return true; // somebody else has it
  if (Handle.What == Destination::Kept &&
      handleEnds(*Handle.Variable, Started, Object))
    return true;
  return scopeEnds(Start, Object) || executorEnds(Started, Object) ||
         isAwaitedAfter(Start, Object);
}

/// Whether the local \p Owner is declared after \p Object, and so destroyed
/// before it.
bool Joins::endsBefore(const VarDecl &Owner, const VarDecl &Object) const {
  const Expr *Init = Owner.isLocalVarDecl() && Owner.hasLocalStorage()
                         ? Owner.getInit()
                         : nullptr;
  return Init && Scopes.isAlive(Object, *Init->IgnoreImplicit());
}

/// Whoever uses the handle waits for the work, and so does one that ends it.
bool Joins::handleEnds(const VarDecl &Handle, const Destination &Started,
                       const VarDecl &Object) const {
  std::vector<const Expr *> Uses = mentionsOf(Handle, Body);
  const RuleEntry *Spawn = Started.Spawn;
  bool EndsIt =
      Spawn && (Spawn->OnDrop == "blocks" || Spawn->OnDrop == "cancels");
  return (!Uses.empty() || EndsIt) && llvm::all_of(Uses, [&](const Expr *E) {
           return Scopes.isAlive(Object, *E);
         });
}

/// `scope.spawn(...)`: the scope is dealt with, or destroyed, in time.
bool Joins::scopeEnds(const CallExpr &Start, const VarDecl &Object) const {
  const RuleEntry *Spawn =
      M.rules().find(plainCallSite(Start), Role::Spawn, &F);
  std::optional<AccessPath> Path = AccessPath::of(receiverOf(Start));
  const auto *Scope = Path ? dyn_cast_or_null<VarDecl>(Path->Root) : nullptr;
  if (!Scope || !Spawn || Spawn->Handle != "scope")
    return false;
  return endsBefore(*Scope, Object) ||
         llvm::any_of(mentionsOf(*Scope, Body), [&](const Expr *Mention) {
           return Scopes.isBefore(Start, *Mention) &&
                  !Scopes.contains(Start, *Mention) &&
                  Scopes.isAlive(Object, *Mention);
         });
}

/// Work that has not ended goes with what it runs on.
bool Joins::executorEnds(const Destination &Started,
                         const VarDecl &Object) const {
  if (!Started.Spawn || !Started.Spawn->Executor)
    return false;
  const Expr *Executor = RuleMatcher::subject(
      plainCallSite(*cast<CallExpr>(Started.At)), *Started.Spawn->Executor);
  std::optional<AccessPath> Path = AccessPath::of(Executor);
  const VarDecl *Owner = Path ? Path->localVariable() : nullptr;
  return Owner && endsBefore(*Owner, Object);
}

namespace {
using Variables = llvm::SmallPtrSet<const ValueDecl *, 8>;
}

/// Adds the variables and fields that \p S names, in closures as well.
static void addNamed(const Stmt &S, Variables &Named) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&S))
    if (isa<VarDecl, BindingDecl>(Ref->getDecl()))
      Named.insert(Ref->getDecl());
  if (const auto *Member = dyn_cast<MemberExpr>(&S))
    if (isa<FieldDecl>(Member->getMemberDecl()))
      Named.insert(Member->getMemberDecl());
  if (const auto *Lambda = dyn_cast<LambdaExpr>(&S))
    for (const LambdaCapture &Capture : Lambda->captures())
      if (Capture.capturesVariable())
        Named.insert(Capture.getCapturedVar());
  for (const Stmt *Child : S.children())
    if (Child)
      addNamed(*Child, Named);
}

/// What \p S has to do with: what it names, and what that is made of.
static Variables concernsOf(const Stmt &S) {
  Variables Named;
  addNamed(S, Named);
  Variables All = Named;
  for (const ValueDecl *D : Named)
    if (const auto *V = dyn_cast<VarDecl>(D);
        V && V->isLocalVarDecl() && V->getInit())
      addNamed(*V->getInit(), All);
  return All;
}

/// The expressions of the class \p T in \p S, closures left out, that stand
/// after \p Start.
template <typename T>
static void addAfter(const CallExpr &Start, const Stmt &S,
                     const LexicalScopes &Scopes,
                     llvm::SmallVectorImpl<const T *> &Found) {
  if (&S == &Start || isa<LambdaExpr>(S))
    return;
  if (const auto *E = dyn_cast<T>(&S); E && Scopes.isBefore(Start, *E))
    Found.push_back(E);
  for (const Stmt *Child : S.children())
    if (Child)
      addAfter(Start, *Child, Scopes, Found);
}

/// Whether something after \p Start may wait for what it starts. In a
/// coroutine: an await of something that both know. In an ordinary function any
/// call may run the loop.
bool Joins::isAwaitedAfter(const CallExpr &Start, const VarDecl &Object) const {
  if (!coroutineBody(F)) {
    llvm::SmallVector<const CallExpr *, 4> Calls;
    addAfter(Start, Body, Scopes, Calls);
    return !Calls.empty();
  }
  Variables Shared = concernsOf(Start);
  llvm::SmallVector<const CoawaitExpr *, 4> Awaits;
  addAfter(Start, Body, Scopes, Awaits);
  return llvm::any_of(Awaits, [&](const CoawaitExpr *Await) {
    return Scopes.isAlive(Object, *Await) &&
           llvm::any_of(concernsOf(*Await->getOperand()),
                        [&](const ValueDecl *D) { return Shared.contains(D); });
  });
}

} // namespace asynctidy
