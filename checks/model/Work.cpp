// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Work.h"
#include "AwaitedType.h"
#include "CallSiteMaker.h"
#include "Model.h"
#include "Names.h"
#include "Suspension.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace asynctidy {

/// The type that awaiting a value of \p T gives: what its awaiter returns, or
/// for a rule's task the type it is a template of.
static QualType resultOf(QualType T, const TaskType *Task) {
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record)
    return {};
  if (QualType Result = awaitedResult(*Record);
      !Result.isNull() && !Result->isDependentType())
    return Result;
  auto Values = typeArguments(T);
  return Task && !Values.empty() ? Values.front() : QualType();
}

/// Whether the guard or the call that gives it is a semaphore's.
static Work::Kind guardKind(const CallSite &Site, QualType Guard,
                            const RuleMatcher &Rules) {
  if (!Site.ObjectType.isNull() && Rules.findType(Site.ObjectType, Role::Lock))
    return Work::Lock;
  static constexpr llvm::StringLiteral Permits[] = {
      "units", "permit", "permits", "semaphore", "acquire"};
  const CXXRecordDecl *Record =
      Guard.isNull() ? nullptr : Guard->getAsCXXRecordDecl();
  const FunctionDecl *F = Site.function();
  bool IsPermit = (Record && hasWord(lastPart(*Record), Permits)) ||
                  (F && hasWord(lastPart(*F), Permits));
  return IsPermit ? Work::Permit : Work::Lock;
}

/// Whether \p Site is a call like `mutex.lock()` of a lock that is awaited.
static bool acquiresByRule(const CallSite &Site, const RuleMatcher &Rules) {
  static constexpr llvm::StringLiteral Verbs[] = {"lock", "acquire", "units"};
  const FunctionDecl *F = Site.function();
  if (!F || Site.ObjectType.isNull() || !hasWord(lastPart(*F), Verbs) ||
      hasWord(lastPart(*F), {"try"}))
    return false;
  for (Role R : {Role::Lock, Role::Permit})
    if (const RuleEntry *Entry = Rules.findType(Site.ObjectType, R))
      return Entry->Kind == "async";
  return false;
}

namespace {

class WorkFinder {
public:
  WorkFinder(const Model &M, const FunctionDecl *In) : M(M), In(In) {}

  std::optional<Work> find(CallSite Site, QualType T);

private:
  static std::optional<Work> spawned(const RuleEntry &Spawn);
  const RuleEntry *operation(const CallSite &Site) const;

  const Model &M;
  const FunctionDecl *In;
};

std::optional<Work> WorkFinder::spawned(const RuleEntry &Spawn) {
  if (Spawn.Handle.empty() || Spawn.Handle == "none" || Spawn.Handle == "scope")
    return std::nullopt;
  Work Made;
  Made.OnDrop = dropNamed(Spawn.OnDrop);
  Made.Lazy = Made.OnDrop == Drop::NeverRuns || Made.OnDrop == Drop::Leaks;
  Made.What = Made.Lazy ? Work::Task : Work::Handle;
  Made.Entry = &Spawn;
  return Made;
}

/// The rule that says \p Site only describes what awaiting it does.
const RuleEntry *WorkFinder::operation(const CallSite &Site) const {
  for (Role R : {Role::Sleep, Role::Yield, Role::Timeout, Role::Gather,
                 Role::Race, Role::Switch})
    if (const RuleEntry *Entry = M.rules().find(Site, R, In))
      return Entry;
  return nullptr;
}

std::optional<Work> WorkFinder::find(CallSite Site, QualType T) {
  Work Made;
  if (const RuleEntry *Spawn = M.rules().find(Site, Role::Spawn, In)) {
    std::optional<Work> Given = spawned(*Spawn);
    if (Given)
      Given->Site = std::move(Site);
    return Given;
  }
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  const TaskType *Task = M.taskTypes().find(T);
  QualType Result = resultOf(T, Task);
  bool IsGuard = M.taskTypes().isGuard(Result);
  if (IsGuard || (Record && acquiresByRule(Site, M.rules()) &&
                  (Task || awaiterOf(*Record)))) {
    Made.What = guardKind(Site, IsGuard ? Result : QualType(), M.rules());
    Made.GivesGuard = IsGuard;
  } else if (Task) {
    Made.What = Work::Task;
  } else if (Record && !Record->isInStdNamespace()) {
    Made.Entry = operation(Site);
    Made.What = Work::Operation;
    if (!Made.Entry)
      return std::nullopt;
  } else {
    return std::nullopt;
  }
  if (Task) {
    Made.Lazy = Task->Lazy;
    Made.OnDrop = Task->OnDrop;
    const FunctionDecl *F = Site.function();
    Made.MustBeUsed =
        Task->MustBeUsed || (F && F->hasAttr<WarnUnusedResultAttr>());
  }
  Made.Site = std::move(Site);
  return Made;
}

} // namespace

/// What \p Await awaits, as a call; an empty site where it is a variable.

std::optional<Work> workMadeBy(const Expr &E, const Model &M,
                               const FunctionDecl *In) {
  if (!E.isPRValue() || !E.getType()->isRecordType())
    return std::nullopt;
  if (const auto *Call = dyn_cast<CallExpr>(&E))
    return WorkFinder(M, In).find(callSite(*Call, M.rules()), E.getType());
  if (const auto *Await = dyn_cast<CoawaitExpr>(&E)) {
    const TaskType *Task = M.taskTypes().find(E.getType());
    // Other awaitables may give back the very task they were about, done.
    if (!Task || !M.taskTypes().find(Await->getOperand()->getType()))
      return std::nullopt;
    Work Made;
    Made.What = Work::InnerTask;
    Made.Lazy = Task->Lazy;
    Made.OnDrop = Task->OnDrop;
    Made.Site = awaitedSite(*Await, M.rules());
    return Made;
  }
  const auto *Make = dyn_cast<CXXConstructExpr>(&E);
  if (!Make || Make->getConstructor()->isCopyOrMoveConstructor())
    return std::nullopt;
  // Constructors are rules' matter: nobody else makes tasks of nothing.
  std::optional<Work> Made =
      WorkFinder(M, In).find(constructionSite(*Make), E.getType());
  return Made && Made->Entry ? Made : std::nullopt;
}

/// Whether \p F is a member of the class \p T itself.
static bool isMemberOf(const FunctionDecl *F, QualType T) {
  const auto *Method = llvm::dyn_cast_or_null<CXXMethodDecl>(F);
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  return Method && Record &&
         Method->getParent()->getCanonicalDecl() == Record->getCanonicalDecl();
}

std::optional<Work> guardGivenBy(const CoawaitExpr &Await, const Model &M,
                                 const FunctionDecl *In) {
  // A guard's own members may have to do with guards that hold nothing.
  if (!Await.isPRValue() || !M.taskTypes().isGuard(Await.getType()) ||
      isMemberOf(In, Await.getType()))
    return std::nullopt;
  Work Made;
  Made.Site = awaitedSite(Await, M.rules());
  Made.What = guardKind(Made.Site, Await.getType(), M.rules());
  return Made;
}

} // namespace asynctidy
