// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Starts.h"
#include "CallSiteMaker.h"
#include "Callable.h"
#include "Coroutine.h"
#include "Model.h"
#include "Names.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ExprConcepts.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

void forEachExpression(const Stmt &S,
                       llvm::function_ref<void(const Expr &)> Visit) {
  if (isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, RequiresExpr>(S))
    return;
  if (const auto *E = dyn_cast<Expr>(&S))
    Visit(*E);
  if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(&S))
    return forEachExpression(*Suspend->getOperand(), Visit);
  if (const auto *Lambda = dyn_cast<LambdaExpr>(&S)) {
    for (const Expr *Init : Lambda->capture_inits())
      if (Init)
        forEachExpression(*Init, Visit);
    return;
  }
  for (const Stmt *Child : S.children())
    if (Child)
      forEachExpression(*Child, Visit);
}

/// The task that \p Site only wraps: says where it runs, or for how long.
static const Expr *wrappedBy(const CallSite &Site, const Model &M) {
  const RuleEntry *Wrapper = M.rules().find(Site, Role::Spawn, nullptr);
  if (Wrapper && Wrapper->Callable)
    return RuleMatcher::subject(Site, *Wrapper->Callable);
  for (const Expr *Arg : Site.Args) {
    const Expr *Given = valueOrigin(Arg);
    if (Given && Given->isPRValue() && M.taskTypes().find(Given->getType()))
      return Given;
  }
  return nullptr;
}

const FunctionDecl *makerOf(const Expr *Task, const Model &M) {
  const Expr *Origin = valueOrigin(Task);
  for (unsigned Wrappers = 8; Origin && Wrappers; --Wrappers) {
    const auto *Call = dyn_cast<CallExpr>(Origin);
    if (!Call)
      break;
    CallSite Site = callSite(*Call, M.rules());
    const Expr *Wrapped = wrappedBy(Site, M);
    if (!Wrapped)
      return Site.function();
    Origin = valueOrigin(Wrapped);
  }
  return callableOf(Origin, M.rules());
}

bool isAccept(const CallSite &Site, const RuleMatcher &Rules) {
  const FunctionDecl *F = Site.function();
  return F && (Rules.find(Site, Role::Accept, nullptr) ||
               hasWord(lastPart(*F), {"accept"}));
}

namespace {

/// Reads one call.
class StartReader {
public:
  StartReader(const CallExpr &Call, const Model &M, const FunctionDecl *In)
      : Call(Call), M(M), In(In), Site(callSite(Call, M.rules())) {}

  std::optional<Start> read() const;

private:
  Start start(Start::Kind What, const Expr *Task) const;
  std::optional<Start> spawned(const RuleEntry &Spawn) const;
  std::optional<Start> detached() const;
  std::optional<Start> made() const;
  std::optional<Start> byName() const;
  bool isLazyTask(const Expr *E) const {
    const TaskType *Type = E ? M.taskTypes().find(E->getType()) : nullptr;
    return Type && Type->Lazy;
  }
  bool isTask(const Expr *E) const {
    return E && M.taskTypes().find(valueSource(E)->getType());
  }

  const CallExpr &Call;
  const Model &M;
  const FunctionDecl *In;
  CallSite Site;
};

Start StartReader::start(Start::Kind What, const Expr *Task) const {
  Start S;
  S.What = What;
  S.At = &Call;
  S.Task = Task;
  S.Child = makerOf(Task, M);
  const Expr *Origin = Task ? valueOrigin(Task) : nullptr;
  S.IsThereAlready = Origin && isTask(Origin) && !Origin->isPRValue();
  return S;
}

std::optional<Start> StartReader::spawned(const RuleEntry &Spawn) const {
  const Expr *Task =
      Spawn.Callable ? RuleMatcher::subject(Site, *Spawn.Callable) : nullptr;
  Drop OnDrop = dropNamed(Spawn.OnDrop);
  bool IsLazy = OnDrop == Drop::NeverRuns || OnDrop == Drop::Leaks;
  Start S = start(IsLazy ? Start::Made : Start::Spawned, Task);
  S.OnDrop = OnDrop;
  if (Site.Receiver && Site.Receiver != Task)
    S.Owner = Site.Receiver;
  return S;
}

/// A lazy task that is given away for good; others have begun before.
std::optional<Start> StartReader::detached() const {
  const Expr *Given = Site.Receiver;
  if (!Given && !Site.Args.empty())
    Given = Site.Args.front();
  if (!Given || !isLazyTask(valueSource(Given)))
    return std::nullopt;
  return start(Start::Spawned, Given);
}

/// What the type of the result tells. A function that is given a task gives
/// back the same work.
std::optional<Start> StartReader::made() const {
  if (isTask(Site.Receiver) ||
      llvm::any_of(Site.Args, [&](const Expr *Arg) { return isTask(Arg); }))
    return std::nullopt;
  const FunctionDecl *F = Site.function();
  if (M.taskTypes().beginsAlone(Call.getType()) ||
      (F && Call.getType()->isVoidType() && coroutineBody(*F)))
    return start(Start::Begun, &Call);
  std::optional<Work> Made = workMadeBy(Call, M, In);
  if (!Made || Made->What != Work::Task ||
      (F && hasWord(lastPart(*F), {"make", "ready", "completed"})))
    return std::nullopt;
  Start S = start(Made->Lazy ? Start::Made : Start::Begun, &Call);
  S.OnDrop = Made->OnDrop;
  return S;
}

std::optional<Start> StartReader::byName() const {
  static constexpr llvm::StringLiteral Verbs[] = {"spawn", "start", "launch",
                                                  "detach", "fork"};
  const FunctionDecl *F = Site.function();
  if (!F || isa<CXXConversionDecl>(F) || !hasWord(lastPart(*F), Verbs) ||
      isLazyTask(&Call))
    return std::nullopt;
  if (Site.Receiver && isLazyTask(valueSource(Site.Receiver)))
    return start(Start::Spawned, Site.Receiver);
  for (const Expr *Arg : Site.Args) {
    const FunctionDecl *Called =
        isLazyTask(valueSource(Arg)) ? nullptr : callableOf(Arg, M.rules());
    bool IsCoroutine =
        Called && M.taskTypes().find(Called->getReturnType()) != nullptr;
    if (!IsCoroutine && !isLazyTask(valueSource(Arg)))
      continue;
    Start S = start(Start::Spawned, Arg);
    S.Owner = Site.Receiver;
    return S;
  }
  return std::nullopt;
}

std::optional<Start> StartReader::read() const {
  if (valueSource(&Call) != &Call)
    return std::nullopt; // std::move
  const RuleMatcher &Rules = M.rules();
  for (Role R : {Role::Gather, Role::Race, Role::Bound})
    if (Rules.find(Site, R, In))
      return std::nullopt;
  if (const RuleEntry *Spawn = Rules.find(Site, Role::Spawn, In))
    return spawned(*Spawn);
  if (Rules.find(Site, Role::Detach, In))
    return detached();
  if (std::optional<Start> Found = byName())
    return Found;
  return made();
}

} // namespace

std::optional<Start> startedAt(const Expr &E, const Model &M,
                               const FunctionDecl *In) {
  const auto *Call = dyn_cast<CallExpr>(&E);
  return Call ? StartReader(*Call, M, In).read() : std::nullopt;
}

} // namespace asynctidy
