// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Summary.h"
#include "flow/PathFacts.h"
#include "model/Annotations.h"
#include "model/AwaitedType.h"
#include "model/CallableVariable.h"
#include "model/Coroutine.h"
#include "model/EvaluatedCode.h"
#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"
#include <optional>

using namespace clang;

namespace asynctidy {
namespace {

class Summarizer {
public:
  Summarizer(Routine R, Model &M) : R(R), M(M) {
    if (R.getInt() == RoutineKind::Run)
      In = definitionOf(*cast<FunctionDecl>(R.getPointer()));
  }

  Summary run() {
    forEachCallSite(R, M.rules(), M.ast(),
                    [&](const CallSite &Site) { visit(Site); });
    return std::move(Result);
  }

private:
  void visit(const CallSite &Site);
  void addHandOvers(const CallSite &Site);
  bool addBlocking(const CallSite &Site);
  void addCall(const CallSite &Site);
  bool runsOnLoop(const CallSite &Site);
  bool isProvenReady(const CallSite &Site, const RuleEntry &Entry);
  const PathFacts &facts();

  Routine R;
  Model &M;
  const FunctionDecl *In = nullptr;
  std::optional<PathFacts> Facts;
  Summary Result;
};

const PathFacts &Summarizer::facts() {
  if (!Facts)
    Facts.emplace(*In, M);
  return *Facts;
}

bool Summarizer::runsOnLoop(const CallSite &Site) {
  return !In || facts().mayRunOnLoop(Site.Anchor);
}

bool Summarizer::isProvenReady(const CallSite &Site, const RuleEntry &Entry) {
  if (!In)
    return false;
  return llvm::any_of(Entry.Unless, [&](const Condition &C) {
    if (C.What != Condition::Ready)
      return false;
    const ValueDecl *Polled = namedValue(RuleMatcher::subject(Site, C.On));
    return facts().isReady(Polled, Site.Anchor) ||
           isAwaitersOwn(Polled, *In, M.project());
  });
}

/// Lowers the confidence where the surroundings excuse the call.
static Confidence levelAt(const CallSite &Site, const RuleEntry &Entry) {
  // Runs once per program, mostly at start-up.
  if (Site.OnceOnly)
    return Confidence::Contextual;
  // `co_await done; thread.join(); result.get();` only collects.
  if (Entry.Category == "thread-join" && Site.Before != CallSite::Unordered)
    return Confidence::Contextual;
  if (Entry.Category == "future-wait" &&
      Site.Before == CallSite::AfterCollecting)
    return Confidence::Contextual;
  return Entry.EntryConfidence;
}

/// Whether all is said about \p Site: it blocks, or is known not to. What the
/// source says itself wins over rules, and `insulates` over other rules.
bool Summarizer::addBlocking(const CallSite &Site) {
  const FunctionDecl *F = Site.function();
  Annotation Said = F ? annotationOf(*F) : Annotation::None;
  if (Said == Annotation::NonBlocking || Said == Annotation::Offload)
    return true;
  const RuleEntry *Entry = nullptr;
  if (Said != Annotation::Blocking) {
    if (M.rules().find(Site, Role::Insulates, In))
      return true;
    Entry = M.rules().find(Site, Role::Blocks, In);
    if (!Entry)
      Entry = M.rules().find(Site, Role::Bridge, In);
    if (!Entry)
      return false;
  }
  // What is awaited gives back an awaitable: another function of that name.
  if (Site.Awaited && Site.E->getType()->isRecordType())
    return true;
  if (!runsOnLoop(Site) || (Entry && isProvenReady(Site, *Entry)))
    return true;
  Result.Blocking.push_back(
      {Site, Entry, Entry ? levelAt(Site, *Entry) : Confidence::Certain});
  return true;
}

void Summarizer::addHandOvers(const CallSite &Site) {
  for (Role What : {Role::Offload, Role::Spawn, Role::RunsOnLoop})
    if (const RuleEntry *Entry = M.rules().find(Site, What, In))
      Result.HandOvers.push_back({Site, Entry});
}

/// The method that \p Site names: of an object that is destroyed, its class's
/// destructor, whoever wrote it.
static const CXXMethodDecl *methodOf(const CallSite &Site) {
  if (Site.What != CallSite::Destroy)
    return llvm::dyn_cast_or_null<CXXMethodDecl>(Site.function());
  const auto *Class =
      llvm::dyn_cast_or_null<CXXRecordDecl>(Site.Callee.getPointer());
  const CXXRecordDecl *Definition = Class ? Class->getDefinition() : nullptr;
  return Definition ? Definition->getDestructor() : nullptr;
}

/// Whether the object's class is known exactly, so that no override can run.
static bool isExact(const CallSite &Site, const CXXMethodDecl &Method) {
  if (Method.hasAttr<FinalAttr>() || Method.getParent()->hasAttr<FinalAttr>())
    return true;
  if (llvm::isa_and_nonnull<CXXDeleteExpr>(Site.E))
    return false;
  const auto *Call = llvm::dyn_cast_or_null<CXXMemberCallExpr>(Site.E);
  const auto *Member =
      Call ? dyn_cast<MemberExpr>(Call->getCallee()->IgnoreParens()) : nullptr;
  if (!Member || Member->hasQualifier())
    return true;
  // Not what a pointer, however smart, points to.
  const Expr *Object = valueSource(Site.Receiver);
  const ValueDecl *Named =
      llvm::isa_and_nonnull<DeclRefExpr, MemberExpr>(Object)
          ? namedValue(Object)
          : nullptr;
  return Named && Named->getType()->isRecordType();
}

/// Whether the body of \p F, if there is one, would be evidence: the project
/// declares it, and it is more than a pattern.
static bool isOurs(const FunctionDecl &F, const Project &P) {
  return P.contains(F.getLocation()) ||
         llvm::any_of(F.redecls(), [&](const FunctionDecl *D) {
           return P.contains(D->getLocation());
         });
}

void Summarizer::addCall(const CallSite &Site) {
  CallEdge Edge{Site, {}};
  bool IsOurs = false;
  auto Add = [&](Routine Callee) {
    const FunctionDecl *F = writtenFunction(Callee);
    const Decl *Body = F ? definitionOf(*F) : Callee.getPointer();
    if (Body && M.project().contains(Body->getLocation()))
      Edge.Callees.push_back(Callee);
    else
      IsOurs |= F && !Body && isOurs(*F, M.project());
  };
  if (const FunctionDecl *Called = Site.function())
    Add(wholeRoutineOf(*Called)); // `p->~T()` is all of the destruction
  else if (Site.Callee.getPointer())
    Add(Site.Callee);
  const CXXMethodDecl *Method = methodOf(Site);
  Edge.IsVirtual = Method && Method->isVirtual() && !isExact(Site, *Method);
  if (Edge.IsVirtual)
    for (const CXXMethodDecl *Override : M.functions().overriders(*Method))
      Add(wholeRoutineOf(*Override));
  if (Edge.Callees.empty() && !IsOurs)
    Edge.Through = calledVariable(Site, M.project());
  if (Edge.Callees.empty() && !IsOurs && !Edge.Through)
    return;
  if (runsOnLoop(Site))
    Result.Calls.push_back(std::move(Edge));
  else if (facts().staysElsewhere(Site.Anchor))
    Result.CallsElsewhere.push_back(std::move(Edge));
}

void Summarizer::visit(const CallSite &Site) {
  addHandOvers(Site);
  if (!addBlocking(Site))
    addCall(Site);
}

} // namespace

const Summary &Summaries::of(Routine R) {
  std::unique_ptr<Summary> &Slot = Known[R];
  if (!Slot)
    Slot = std::make_unique<Summary>(Summarizer(R, M).run());
  return *Slot;
}

} // namespace asynctidy
