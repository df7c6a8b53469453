// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AsyncContexts.h"
#include "model/Annotations.h"
#include "model/CallSiteMaker.h"
#include "model/Callable.h"
#include "model/Coroutine.h"
#include "model/Names.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

static bool isLambda(const FunctionDecl &F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  return Method && Method->getParent()->isLambda();
}

std::string AsyncContext::description() const {
  switch (What) {
  case Coroutine:
    return coroutineName(*Function);
  case Callback:
    return isLambda(*Function) ? "a callback of the event loop"
                               : "'" + messageName(*Function) +
                                     "', a callback of the event loop";
  case Annotated:
    return "'" + messageName(*Function) + "', which runs on the event loop";
  }
  return {};
}

bool AsyncContexts::isOwnContext(const FunctionDecl &F, const Model &M) {
  const CoroutineBodyStmt *Body = coroutineBody(F);
  if (!Body || !canAwait(*Body))
    return false;
  const RuleEntry *Task = M.rules().findType(F.getReturnType(), Role::Task);
  return !Task || Task->Start != "synchronous";
}

AsyncContexts::AsyncContexts(Summaries &S) : M(S.model()) {
  for (const FunctionDecl *F : M.functions().functions())
    collectPrivateLoops(S, *F);
  for (const FunctionDecl *F : M.functions().functions())
    collectUses(S, *F);
  dropOffloaded();
  addContexts();
}

/// What is known of a function holds for all instantiations of its template.
static const FunctionDecl *patternOf(const FunctionDecl &F) {
  const FunctionDecl *Pattern = F.getTemplateInstantiationPattern();
  const FunctionDecl *Definition = definitionOf(Pattern ? *Pattern : F);
  return Definition ? Definition : F.getCanonicalDecl();
}

/// The variable that holds the execution context or executor \p Executor is,
/// or was made from; null if that is not to be seen.
static const ValueDecl *executorVariable(const Expr *Executor,
                                         const RuleMatcher &Rules,
                                         unsigned Hops = 8) {
  const Expr *Origin = Hops ? valueOrigin(Executor) : nullptr;
  if (const auto *Call = llvm::dyn_cast_or_null<CallExpr>(Origin)) {
    CallSite Site = plainCallSite(*Call);
    const RuleEntry *Entry = Rules.find(Site, Role::ExecutorOf, nullptr);
    if (!Entry || !Entry->Executor)
      return nullptr;
    return executorVariable(RuleMatcher::subject(Site, *Entry->Executor), Rules,
                            Hops - 1);
  }
  return namedValue(Executor);
}

void AsyncContexts::collectPrivateLoops(Summaries &S, const FunctionDecl &F) {
  for (const HandOver &Given : S.of(routineOf(F)).HandOvers) {
    if (Given.Entry->EntryRole != Role::Offload)
      continue;
    for (const Expr *Arg : Given.Site.Args) {
      const FunctionDecl *Runs = callableOf(Arg, M.rules());
      if (!Runs)
        continue;
      for (const BlockingSite &Leaf : S.of(routineOf(*Runs)).Blocking) {
        if (!Leaf.Entry || !Leaf.Entry->Executor)
          continue;
        const auto *Loop = llvm::dyn_cast_or_null<FieldDecl>(executorVariable(
            RuleMatcher::subject(Leaf.Site, *Leaf.Entry->Executor), M.rules()));
        if (Loop && Loop->getType()->isRecordType())
          PrivateLoops.insert(Loop);
      }
    }
  }
}

bool AsyncContexts::isPrivateLoop(const HandOver &Given) const {
  if (!Given.Entry->Executor)
    return false;
  const ValueDecl *Loop = executorVariable(
      RuleMatcher::subject(Given.Site, *Given.Entry->Executor), M.rules());
  return Loop && PrivateLoops.contains(Loop);
}

void AsyncContexts::noteExecutor(const Expr *Executor, const Expr *Started,
                                 const FunctionDecl &Coroutine) {
  const ValueDecl *Variable = executorVariable(Executor, M.rules());
  if (!Variable)
    return;
  auto &Own = OwnExecutors[&Coroutine];
  Own.insert(Variable);
  // Inside, a parameter that was given the same object is the same executor.
  const auto *Call = llvm::dyn_cast_or_null<CallExpr>(valueOrigin(Started));
  if (!Call)
    return;
  CallSite Site = plainCallSite(*Call);
  for (auto [Index, Arg] : llvm::enumerate(Site.Args))
    if (Index < Coroutine.getNumParams() && namedValue(Arg) == Variable)
      Own.insert(Coroutine.getParamDecl(Index));
}

/// Whether \p Given goes to an executor that is named, so that it does not
/// matter on which one the code runs that gives it. The own executor of a
/// coroutine is no such one.
static bool namesExecutor(const HandOver &Given) {
  if (!Given.Entry->Executor)
    return false;
  const Expr *Executor =
      valueOrigin(RuleMatcher::subject(Given.Site, *Given.Entry->Executor));
  return Executor && !isa<CoawaitExpr>(Executor);
}

void AsyncContexts::addHandOver(
    const HandOver &Given, const FunctionDecl &F,
    llvm::SmallPtrSetImpl<const Expr *> &Offloaded) {
  const RuleEntry &Entry = *Given.Entry;
  llvm::SmallVector<const Expr *, 4> Started;
  if (Entry.AllArguments)
    Started.append(Given.Site.Args.begin(), Given.Site.Args.end());
  else if (Entry.Callable)
    if (const Expr *E = RuleMatcher::subject(Given.Site, *Entry.Callable))
      Started.push_back(E);
  for (const Expr *E : Started) {
    const FunctionDecl *Coroutine = startedBy(E, M.rules(), /*Wrappers=*/0);
    if (!Coroutine) // its body may be in another file
      Coroutine = Entry.EntryRole == Role::RunsOnLoop ? callableOf(E, M.rules())
                                                      : namedBy(E, M.rules());
    const FunctionDecl *Runs = Coroutine ? patternOf(*Coroutine) : nullptr;
    if (Entry.EntryRole == Role::Offload || isPrivateLoop(Given))
      Offloaded.insert(valueOrigin(E));
    if (!Runs)
      continue;
    bool IsOffloaded = Offloaded.contains(valueOrigin(E));
    Uses[Runs].push_back(
        {namesExecutor(Given) ? nullptr : patternOf(F), IsOffloaded});
    if (Entry.EntryRole == Role::Spawn && Entry.Executor && !IsOffloaded)
      noteExecutor(RuleMatcher::subject(Given.Site, *Entry.Executor), E, *Runs);
    if (Entry.EntryRole == Role::RunsOnLoop && !coroutineBody(*Runs) &&
        !IsOffloaded)
      Callbacks.insert({Runs, &Entry});
  }
}

void AsyncContexts::collectUses(Summaries &S, const FunctionDecl &F) {
  const Summary &Sum = S.of(routineOf(F));
  llvm::SmallPtrSet<const Expr *, 4> Offloaded;
  llvm::SmallPtrSet<const Expr *, 4> HandedOver;
  // Offloads are first in each site's list, so that what follows knows.
  for (const HandOver &Given : Sum.HandOvers) {
    addHandOver(Given, F, Offloaded);
    for (const Expr *Arg : Given.Site.Args)
      HandedOver.insert(valueOrigin(Arg));
  }
  addCalls(Sum.Calls, F, /*Offloaded=*/false, HandedOver);
  addCalls(Sum.CallsElsewhere, F, /*Offloaded=*/true, HandedOver);
}

/// Notes the coroutines that \p F calls itself, to await them.
void AsyncContexts::addCalls(
    llvm::ArrayRef<CallEdge> Calls, const FunctionDecl &F, bool Offloaded,
    const llvm::SmallPtrSetImpl<const Expr *> &HandedOver) {
  for (const CallEdge &Edge : Calls)
    for (Routine Callee : Edge.Callees) {
      const auto *Called = dyn_cast<FunctionDecl>(Callee.getPointer());
      if (Called && coroutineBody(*Called) &&
          !HandedOver.contains(valueSource(Edge.Site.E)))
        Uses[patternOf(*Called)].push_back({patternOf(F), Offloaded});
    }
}

/// A coroutine that is only ever started on a pool, or awaited by such ones,
/// does not run on the loop.
void AsyncContexts::dropOffloaded() {
  bool Changed = true;
  while (Changed) {
    Changed = false;
    for (const auto &[Coroutine, Places] : Uses) {
      bool Off = llvm::all_of(Places, [&](const Use &U) {
        return U.Offloaded || OffLoop.contains(U.Caller);
      });
      if (Off && OffLoop.insert(Coroutine).second)
        Changed = true;
    }
  }
}

std::optional<AsyncContext>
AsyncContexts::contextOf(const FunctionDecl &F) const {
  Annotation Said = annotationOf(F);
  if (Said == Annotation::NonBlocking || Said == Annotation::Offload ||
      Said == Annotation::Blocking || OffLoop.contains(patternOf(F)))
    return std::nullopt;
  AsyncContext Context;
  Context.Function = &F;
  if (Said == Annotation::OnLoop) {
    Context.What = AsyncContext::Annotated;
    return Context;
  }
  if (isOwnContext(F, M)) {
    if (const RuleEntry *Task =
            M.rules().findType(F.getReturnType(), Role::Task))
      Context.Library = Task->Pack->Library;
    return Context;
  }
  auto Callback = Callbacks.find(patternOf(F));
  if (Callback == Callbacks.end())
    return std::nullopt;
  Context.What = AsyncContext::Callback;
  Context.Library = Callback->second->Pack->Library;
  return Context;
}

void AsyncContexts::addContexts() {
  for (const FunctionDecl *F : M.functions().functions())
    if (std::optional<AsyncContext> Context = contextOf(*F)) {
      ContextOf[F] = Contexts.size();
      Contexts.push_back(*Context);
    }
}

void AsyncContexts::forEachUse(
    llvm::function_ref<void(const FunctionDecl &, Use)> Visit) const {
  for (const auto &[Coroutine, Places] : Uses)
    for (const Use &U : Places)
      Visit(*Coroutine, U);
}

void AsyncContexts::forEachCallback(
    llvm::function_ref<void(const FunctionDecl &, const RuleEntry &)> Visit)
    const {
  for (const auto &[Function, Entry] : Callbacks)
    Visit(*Function, *Entry);
}

bool AsyncContexts::isOffLoop(const FunctionDecl &F) const {
  return OffLoop.contains(patternOf(F));
}

const AsyncContext *AsyncContexts::of(const FunctionDecl &F) const {
  auto Found = ContextOf.find(&F);
  return Found == ContextOf.end() ? nullptr : &Contexts[Found->second];
}

bool AsyncContexts::isOwnExecutor(const Expr *Executor,
                                  const FunctionDecl &F) const {
  const Expr *Origin = valueOrigin(Executor);
  if (const auto *Await = llvm::dyn_cast_or_null<CoawaitExpr>(Origin)) {
    const ValueDecl *Asked = namedValue(Await->getOperand());
    return Asked && M.rules().isNamed(*Asked, Role::ExecutorOf);
  }
  const ValueDecl *Variable = executorVariable(Executor, M.rules());
  auto Own = OwnExecutors.find(patternOf(F));
  return Variable && Own != OwnExecutors.end() &&
         Own->second.contains(Variable);
}

} // namespace asynctidy
