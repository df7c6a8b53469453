// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "FanOuts.h"
#include "BoundedBodies.h"
#include "Gathers.h"
#include "clang-tidy/GlobList.h"
#include "flow/Destination.h"
#include "flow/Holders.h"
#include "flow/WayBack.h"
#include "model/CallSiteMaker.h"
#include "model/Callable.h"
#include "model/Constants.h"
#include "model/Coroutine.h"
#include "model/Names.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Looks at one function.
class FanOutFinder {
public:
  FanOutFinder(const FunctionDecl &F, const Stmt &Body, const Model &M,
               const FanOutOptions &Options)
      : F(F), Body(Body), M(M), Options(Options), Scopes(Body),
        Bodies(M, Options), Grows(F, Body, Scopes, M, Options.Domains),
        All(F, Body, Scopes, M) {}

  std::vector<FanOut> run();

private:
  void look(const CallExpr &Call);
  bool startsMany(const Start &S);
  bool waitsItself(const CallExpr &Start);
  void callsStarter(const CallExpr &Call);
  void calledForEach(const CallExpr &Call);
  void gathered(const Expr &Call);
  void recursion();

  bool holdersOf(const Start &S, VariableSet &Holders, FanOut &Found) const;
  bool inLoops(FanOut &Found, const Expr &Task, bool IsTask,
               const VariableSet &Holders);
  bool isUnbounded(FanOut &Found, const Expr &Task, bool IsTask,
                   const VariableSet &Holders, const Stmt &Loop);
  bool isConcurrent(const Start &S) const;
  void add(FanOut Found);

  const FunctionDecl &F;
  const Stmt &Body;
  const Model &M;
  const FanOutOptions &Options;
  LexicalScopes Scopes;
  BoundedBodies Bodies;
  GrowthFinder Grows;
  Gathers All;
  std::unique_ptr<FlowGraph> Graph; ///< made when needed
  std::vector<Start> SelfStarts;
  std::vector<FanOut> FanOuts;
};

bool isLoop(const Stmt &S) {
  return isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S);
}

/// Whether dropping it ends the work, so that no two are there at once.
bool endsWhenDropped(Drop OnDrop) {
  return OnDrop == Drop::Cancels || OnDrop == Drop::Blocks ||
         OnDrop == Drop::NeverRuns || OnDrop == Drop::Terminates;
}

/// Where what \p S gives goes. False: it is no matter of this check, since
/// somebody waits for it at once, or nobody starts it.
bool FanOutFinder::holdersOf(const Start &S, VariableSet &Holders,
                             FanOut &Found) const {
  if (const ValueDecl *Owner = ownerOf(S.Owner);
      Owner && S.What == Start::Spawned)
    Holders.insert(Owner);
  Destination To = destinationOf(*S.At, Scopes, M, F);
  const VarDecl *Last = nullptr;
  for (unsigned Steps = 4; Steps && To.What == Destination::Kept && To.Variable;
       --Steps) {
    Last = To.Variable;
    if (!Holders.insert(Last).second || isHolder(Last->getType()))
      break;
    // Moved on, into a container or somewhere else.
    for (const Expr *Mention : mentionsOf(*Last, Body)) {
      Destination Next = destinationOf(*Mention, Scopes, M, F);
      bool GoesOn = Next.What == Destination::Stored ||
                    (Next.What == Destination::Kept && Next.Variable != Last);
      if (GoesOn)
        To = Next;
    }
    if (To.Variable == Last)
      break;
  }
  if (Last && isHolder(Last->getType()) && !holdsOne(Last->getType()))
    Found.Gather = All.gatherOf(*Last);
  if (S.What == Start::Made)
    return Found.Gather != nullptr;
  if (Last && To.Variable == Last &&
      (!isHolder(Last->getType()) || holdsOne(Last->getType())) &&
      endsWhenDropped(S.OnDrop))
    return false;
  if (S.What == Start::Spawned)
    return true;
  switch (To.What) {
  case Destination::Kept:
  case Destination::Stored:
    return true;
  case Destination::Discarded:
    return !endsWhenDropped(S.OnDrop);
  default:
    return false;
  }
}

/// Whether nothing bounds what \p Found starts in \p Loop.
bool FanOutFinder::isUnbounded(FanOut &Found, const Expr &Task, bool IsTask,
                               const VariableSet &Holders, const Stmt &Loop) {
  if (!Graph)
    Graph = FlowGraph::of(F, M.ast());
  if (!Graph)
    return false;
  auto Inside = [&](const FunctionDecl &Called) {
    return Bodies.bounds(Called);
  };
  Bounds Limits(F, Body, Scopes, M, Options.BoundingFunctions, Inside);
  VariableSet Sources = variablesBehind(Task, Loop, Scopes);
  for (const ValueDecl *Holder : Holders)
    Sources.erase(Holder);
  Limits.follow(*Found.At, IsTask, Holders, std::move(Sources));
  bool Comes = comesBack(
      *Graph, Scopes, *Found.At, Loop,
      [&](const Stmt &Step) { return Limits.isBound(Step); },
      [&](const Stmt &Branch) { return Limits.isLimitTest(Branch); });
  if (!Comes)
    return false;
  forEachExpression(Loop, [&](const Expr &E) {
    if (!Found.DroppedPermit && Limits.dropsPermit(E))
      Found.DroppedPermit = &E;
  });
  return true;
}

/// Fills in the innermost loop that makes \p Found a finding.
bool FanOutFinder::inLoops(FanOut &Found, const Expr &Task, bool IsTask,
                           const VariableSet &Holders) {
  for (const Stmt *S = Scopes.parentOf(*Found.At); S; S = Scopes.parentOf(*S)) {
    if (!isLoop(*S))
      continue;
    bool EndsInside = llvm::any_of(Holders, [&](const ValueDecl *D) {
      const auto *V = dyn_cast<VarDecl>(D);
      return V && !V->getType()->isReferenceType() &&
             (isHolder(V->getType()) ||
              M.rules().findType(V->getType(), Role::Scope)) &&
             !Scopes.isAlive(*V, *S);
    });
    if (EndsInside)
      return false;
    Growth With = Grows.ofLoop(*S, &Task);
    if (!With.grows())
      continue;
    if (!isUnbounded(Found, Task, IsTask, Holders, *S))
      return false;
    Found.With = std::move(With);
    Found.Loop = S;
    if (Found.With.What != Growth::Count)
      return true;
  }
  return Found.Loop;
}

/// What \p F, if it is no coroutine, returns the task of.
const FunctionDecl *passedOn(const FunctionDecl &F, const Model &M) {
  const Stmt *Body = coroutineBody(F) ? nullptr : writtenBodyOf(F);
  const auto *Whole = dyn_cast_or_null<CompoundStmt>(Body);
  const auto *Return = Whole && !Whole->body_empty()
                           ? dyn_cast<ReturnStmt>(Whole->body_back())
                           : nullptr;
  const Expr *Value = Return ? valueOrigin(Return->getRetValue()) : nullptr;
  bool IsTask =
      isa_and_nonnull<CallExpr>(Value) && M.taskTypes().find(Value->getType());
  return IsTask ? makerOf(Value, M) : nullptr;
}

void FanOutFinder::add(FanOut Found) {
  if (Found.Child)
    if (const FunctionDecl *Inner = passedOn(*Found.Child, M))
      Found.Child = Inner;
  if (Found.Child)
    Found.BoundInChild = Bodies.certainBound(*Found.Child);
  FanOuts.push_back(std::move(Found));
}

/// Whether the function that starts a task waits for a place before it does.
bool FanOutFinder::waitsItself(const CallExpr &Start) {
  const FunctionDecl *Starter = Start.getDirectCallee();
  if (!Starter)
    return false;
  bool IsNamed = !Options.BoundingFunctions.empty() &&
                 tidy::GlobList(Options.BoundingFunctions)
                     .contains(plainCallSite(Start).messageName());
  return IsNamed || (!coroutineBody(*Starter) && Bodies.bounds(*Starter));
}

/// Whether \p S starts a task in every iteration of something.
bool FanOutFinder::startsMany(const Start &S) {
  FanOut Found;
  Found.At = S.At;
  Found.Child = S.Child;
  VariableSet Holders;
  bool IsOurs = !S.IsThereAlready && holdersOf(S, Holders, Found);
  bool Waits = S.What == Start::Spawned && waitsItself(*S.At);
  if (IsOurs && !Waits && inLoops(Found, *S.At, /*IsTask=*/true, Holders)) {
    add(std::move(Found));
    return true;
  }
  if (S.Child && S.Child->getCanonicalDecl() == F.getCanonicalDecl() &&
      !Waits && (IsOurs || S.What == Start::Made))
    SelfStarts.push_back(S);
  return IsOurs;
}

/// A function of the project that starts something which is still there when it
/// returns.
void FanOutFinder::callsStarter(const CallExpr &Call) {
  const FunctionDecl *Helper = callSite(Call, M.rules()).function();
  if (!Helper || Helper->getCanonicalDecl() == F.getCanonicalDecl() ||
      !Call.getNumArgs() || isa<CXXOperatorCallExpr>(Call))
    return;
  if (coroutineBody(*Helper) &&
      destinationOf(Call, Scopes, M, F).What != Destination::Awaited)
    return;
  bool IsInLoop = false;
  for (const Stmt *S = Scopes.parentOf(Call); S; S = Scopes.parentOf(*S)) {
    const auto *For = dyn_cast<CXXForRangeStmt>(S);
    if (!isLoop(*S))
      continue;
    IsInLoop = true;
    // What only calls each of several objects is about those, not about more.
    VariableSet Given;
    for (const Expr *Arg : Call.arguments())
      for (const ValueDecl *D : variablesBehind(*Arg, *S, Scopes))
        Given.insert(D);
    if (For && !Given.contains(For->getLoopVariable()))
      return;
    break;
  }
  if (!IsInLoop)
    return;
  FanOut Found;
  Found.At = &Call;
  Found.Helper = Helper;
  std::optional<Start> Inner = Bodies.startIn(*Helper);
  if (!Inner)
    return;
  Found.StartInHelper = Inner->At;
  Found.Child = Inner->Child;
  if (inLoops(Found, Call, /*IsTask=*/false, {}))
    add(std::move(Found));
}

/// `std::for_each(range, ...)`, `std::transform(range, ..., coroutine)`.
void FanOutFinder::calledForEach(const CallExpr &Call) {
  CallSite Site = plainCallSite(Call);
  const RuleEntry *Entry = M.rules().find(Site, Role::Invokes, &F);
  const Expr *Range = Entry && Entry->Range
                          ? RuleMatcher::subject(Site, *Entry->Range)
                          : nullptr;
  if (!Range)
    return;
  FanOut Found;
  Found.At = &Call;
  Found.With = Grows.ofRange(Range);
  if (!Found.With.grows())
    return;
  for (const Expr *Arg : Site.Args) {
    const FunctionDecl *Called = callableOf(Arg, M.rules());
    if (!Called || Arg == Range)
      continue;
    Found.Child = Called;
    QualType Made = Called->getReturnType();
    const TaskType *Type =
        All.makesTasks(*Called) ? M.taskTypes().find(Made) : nullptr;
    for (const Expr *Other : Site.Args)
      if (Type && !Found.Gather)
        Found.Gather = All.gatherOfNamedIn(*Other);
    bool Begins = (Type && !Type->Lazy && !endsWhenDropped(Type->OnDrop)) ||
                  M.taskTypes().beginsAlone(Made);
    if (!Found.Gather && !Begins) {
      std::optional<Start> Inner = Bodies.startIn(*Called);
      if (!Inner)
        continue;
      Found.Helper = Called;
      Found.StartInHelper = Inner->At;
      Found.Child = Inner->Child;
    }
    return add(std::move(Found));
  }
}

/// A gather of a range, each element of which makes a task.
void FanOutFinder::gathered(const Expr &Call) {
  std::optional<Gathers::Many> Many = All.manyIn(Call);
  if (!Many)
    return;
  FanOut Found;
  Found.At = &Call;
  Found.With = Grows.ofRange(Many->Range);
  if (Many->Callable)
    Found.Child = callableOf(Many->Callable, M.rules());
  if (Found.With.grows())
    add(std::move(Found));
}

/// Whether \p S runs beside others: not awaited by itself.
bool FanOutFinder::isConcurrent(const Start &S) const {
  if (S.What != Start::Made)
    return true;
  for (const Stmt *P = Scopes.parentOf(*S.At); P; P = Scopes.parentOf(*P))
    if (const auto *E = dyn_cast<Expr>(P); E && All.isGather(*E))
      return true;
  Destination To = destinationOf(*S.At, Scopes, M, F);
  return To.What == Destination::Kept && To.Variable &&
         All.gatherOf(*To.Variable);
}

/// Whether \p Condition asks for a depth, or for more than a few of something:
/// beyond that the function does not divide its work any more.
bool isCutOff(const Expr &Condition, const ASTContext &AST) {
  bool Is = false;
  forEachExpression(Condition, [&](const Expr &E) {
    const ValueDecl *D = namedValue(&E);
    Is |= D && D->getIdentifier() &&
          hasWord(D->getName(),
                  {"depth", "level", "levels", "cutoff", "threshold", "limit",
                   "max", "grain", "grainsize", "parallel"});
    const auto *Compare = dyn_cast<BinaryOperator>(&E);
    if (!Compare || !Compare->isRelationalOp())
      return;
    for (const Expr *Side : {Compare->getLHS(), Compare->getRHS()})
      Is |= constantValue(Side, AST).value_or(0) > 2;
  });
  return Is;
}

bool hasCutOff(const Stmt &S, const ASTContext &AST) {
  if (const auto *If = dyn_cast<IfStmt>(&S); If && If->getCond())
    if (isCutOff(*If->getCond(), AST))
      return true;
  return llvm::any_of(S.children(), [&](const Stmt *Child) {
    return Child && !isa<LambdaExpr>(Child) && hasCutOff(*Child, AST);
  });
}

/// A coroutine that starts itself more than once: there are more of it at every
/// level.
void FanOutFinder::recursion() {
  llvm::erase_if(SelfStarts, [&](const Start &S) { return !isConcurrent(S); });
  if (SelfStarts.empty() || hasCutOff(Body, M.ast()))
    return;
  auto Around = [&](const Start &S) -> const Stmt * {
    for (const Stmt *P = Scopes.parentOf(*S.At); P; P = Scopes.parentOf(*P))
      if (isLoop(*P))
        return P;
    return nullptr;
  };
  for (const Start &S : SelfStarts) {
    FanOut Found;
    Found.At = S.At;
    Found.Child = S.Child;
    Found.IsRecursive = true;
    VariableSet Holders;
    const Stmt *Loop = Around(S);
    bool Repeats = Loop && isUnbounded(Found, *S.At, true, Holders, *Loop);
    bool HasTwin = llvm::any_of(SelfStarts, [&](const Start &Other) {
      return Other.At != S.At && !All.areAlternatives(*S.At, *Other.At);
    });
    if (!Repeats && !HasTwin)
      continue;
    Found.Loop = Repeats ? Loop : nullptr;
    Found.With = {Growth::Elements, ""};
    return add(std::move(Found));
  }
}

void FanOutFinder::look(const CallExpr &Call) {
  if (std::optional<Start> S = startedAt(Call, M, &F); S && startsMany(*S))
    return;
  callsStarter(Call);
  calledForEach(Call);
}

std::vector<FanOut> FanOutFinder::run() {
  forEachExpression(Body, [&](const Expr &E) {
    if (const auto *Call = dyn_cast<CallExpr>(&E))
      look(*Call);
    if (isa<CallExpr, CXXConstructExpr>(E))
      gathered(E);
  });
  recursion();
  return std::move(FanOuts);
}

} // namespace

std::vector<FanOut> fanOutsOf(const FunctionDecl &F, const Model &M,
                              const FanOutOptions &Options) {
  const Stmt *Body = writtenBodyOf(F);
  return Body ? FanOutFinder(F, *Body, M, Options).run()
              : std::vector<FanOut>();
}

} // namespace asynctidy
