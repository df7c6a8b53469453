// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "OpenMarks.h"
#include "flow/AccessPath.h"
#include "flow/Forward.h"
#include "flow/LexicalScopes.h"
#include "model/CallSiteMaker.h"
#include "model/Coroutine.h"
#include "model/Names.h"
#include "model/Suspension.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallBitVector.h"

using namespace clang;

namespace asynctidy {
namespace {

/// One step that sets or resets something.
struct Change {
  OpenMark::Kind What;
  AccessPath Of;
  bool Sets;
};

/// Whether others can see \p Path as well: it is no local variable.
bool isShared(const AccessPath &Path) {
  return !Path.localVariable() &&
         !(Path.Root && Path.Root->getType()->isPointerType() &&
           Path.Fields.empty());
}

std::optional<Change> flagChange(const Stmt &S) {
  const auto *Assign = dyn_cast<BinaryOperator>(&S);
  if (!Assign || Assign->getOpcode() != BO_Assign)
    return std::nullopt;
  const auto *Value =
      dyn_cast<CXXBoolLiteralExpr>(Assign->getRHS()->IgnoreParenImpCasts());
  auto Path = Value ? AccessPath::of(Assign->getLHS()) : std::nullopt;
  if (!Path)
    return std::nullopt;
  return Change{OpenMark::Flag, *Path, Value->getValue()};
}

std::optional<Change> counterChange(const Stmt &S) {
  const Expr *Of = nullptr;
  bool Up = false;
  if (const auto *Unary = dyn_cast<UnaryOperator>(&S);
      Unary && Unary->isIncrementDecrementOp()) {
    Of = Unary->getSubExpr();
    Up = Unary->isIncrementOp();
  } else if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(&S);
             Call && (Call->getOperator() == OO_PlusPlus ||
                      Call->getOperator() == OO_MinusMinus)) {
    Of = Call->getArg(0);
    Up = Call->getOperator() == OO_PlusPlus;
  }
  auto Path = Of ? AccessPath::of(Of) : std::nullopt;
  if (!Path)
    return std::nullopt;
  return Change{OpenMark::Counter, *Path, Up};
}

/// `co_await semaphore.acquire()` that gives no guard, `semaphore.release()`.
std::optional<Change> permitChange(const Stmt &S, const Model &M) {
  const auto *Await = dyn_cast<CoawaitExpr>(&S);
  const auto *Call = dyn_cast<CXXMemberCallExpr>(
      Await ? valueSource(Await->getOperand()) : &S);
  const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
  if (!Method || (Await && M.taskTypes().isGuard(Await->getType())))
    return std::nullopt;
  QualType T = Call->getImplicitObjectArgument()->getType();
  if (!M.rules().findType(T, Role::Permit) &&
      !M.rules().findType(T, Role::Lock))
    return std::nullopt;
  static constexpr llvm::StringLiteral Takes[] = {"acquire", "lock", "wait"};
  static constexpr llvm::StringLiteral Gives[] = {"release", "unlock",
                                                  "signal"};
  bool Sets = Await && hasWord(lastPart(*Method), Takes);
  if (!Sets && !hasWord(lastPart(*Method), Gives))
    return std::nullopt;
  auto Path = AccessPath::of(Call->getImplicitObjectArgument());
  if (!Path)
    return std::nullopt;
  return Change{OpenMark::Permit, *Path, Sets};
}

/// Which marks are set: a domain for Forward.
class MarkDomain {
public:
  struct State {
    llvm::SmallBitVector Set;
  };

  MarkDomain(const FunctionDecl &F, const Stmt &Body, const Model &M,
             StopArrivals &Arrivals)
      : F(F), M(M), Arrivals(Arrivals), Scopes(Body) {
    collect(Body);
  }

  State start() const { return {llvm::SmallBitVector(Marks.size())}; }
  void step(const Stmt &Step, State &Now);
  static bool branch(const CFGBlock &, unsigned, State &) { return true; }
  static void unwind(State &) {}
  static bool join(State &Into, const State &From) {
    if (!From.Set.test(Into.Set))
      return false;
    Into.Set |= From.Set;
    return true;
  }

  bool empty() const { return Marks.empty(); }
  std::vector<OpenMark> found() const;

private:
  struct Mark {
    AccessPath Path;
    OpenMark Found;
    bool IsTested = false; ///< somebody else is kept out by it
  };
  void collect(const Stmt &S);
  std::optional<Change> changeBy(const Stmt &S) const;
  void note(const Stmt &S, const Change &C);
  void noteTest(const Stmt &S);
  Mark *markOf(const Change &C);
  bool leavesAt(const CoawaitExpr &Await) const;

  const FunctionDecl &F;
  const Model &M;
  StopArrivals &Arrivals;
  LexicalScopes Scopes;
  std::vector<Mark> Marks;
};

std::optional<Change> MarkDomain::changeBy(const Stmt &S) const {
  std::optional<Change> Found = flagChange(S);
  if (!Found)
    Found = counterChange(S);
  if (!Found)
    Found = permitChange(S, M);
  return Found && (Found->What == OpenMark::Permit || isShared(Found->Of))
             ? Found
             : std::nullopt;
}

MarkDomain::Mark *MarkDomain::markOf(const Change &C) {
  auto Known = llvm::find_if(Marks, [&](const Mark &Has) {
    return Has.Found.What == C.What && Has.Path == C.Of;
  });
  return Known == Marks.end() ? nullptr : &*Known;
}

/// A flag counts once it was asked for before it was set: then it keeps a
/// second one out.
void MarkDomain::noteTest(const Stmt &S) {
  const auto *If = dyn_cast<IfStmt>(&S);
  if (!If)
    return;
  llvm::SmallVector<const Stmt *, 8> Parts = {If->getCond()};
  while (!Parts.empty()) {
    const Stmt *Part = Parts.pop_back_val();
    const auto *E = dyn_cast<Expr>(Part);
    auto Path =
        E && E->getType()->isBooleanType() ? AccessPath::of(E) : std::nullopt;
    if (Path && isShared(*Path) && !markOf({OpenMark::Flag, *Path, true})) {
      Mark New;
      New.Path = *Path;
      New.IsTested = true;
      Marks.push_back(New);
    }
    for (const Stmt *Child : Part->children())
      if (Child)
        Parts.push_back(Child);
  }
}

void MarkDomain::note(const Stmt &S, const Change &C) {
  Mark *Known = markOf(C);
  if (!Known) {
    Marks.push_back({});
    Known = &Marks.back();
    Known->Path = C.Of;
    Known->Found.What = C.What;
  }
  const ValueDecl *Last = C.Of.Fields.empty() ? C.Of.Root : C.Of.Fields.back();
  Known->Found.Of = Last;
  const Stmt *&Slot = C.Sets ? Known->Found.Set : Known->Found.Reset;
  // The first that sets it, the last that takes it back.
  if (!Slot || !C.Sets)
    Slot = &S;
}

void MarkDomain::collect(const Stmt &S) {
  if (isa<LambdaExpr>(S))
    return;
  noteTest(S);
  if (std::optional<Change> C = changeBy(S))
    note(S, *C);
  if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(&S))
    return collect(*Suspend->getOperand());
  for (const Stmt *Child : S.children())
    if (Child)
      collect(*Child);
}

/// Whether cancellation comes out of \p Await and leaves the coroutine.
bool MarkDomain::leavesAt(const CoawaitExpr &Await) const {
  StopArrivals::List Arriving = Arrivals.from(Await, F);
  const Stmt *Inside = &Await;
  for (const Stmt *S = Scopes.parentOf(Await); S;
       Inside = S, S = Scopes.parentOf(*S)) {
    const auto *Try = dyn_cast<CXXTryStmt>(S);
    if (!Try || Inside != Try->getTryBlock())
      continue;
    for (unsigned I = 0; I < Try->getNumHandlers(); ++I)
      llvm::erase_if(Arriving, [&](const StopArrival &A) {
        return catches(*Try->getHandler(I), A.Signal);
      });
  }
  return !Arriving.empty();
}

void MarkDomain::step(const Stmt &Step, State &Now) {
  if (const auto *Await = dyn_cast<CoawaitExpr>(&Step);
      Await && Now.Set.any() && leavesAt(*Await))
    for (unsigned I : Now.Set.set_bits())
      if (!Marks[I].Found.At)
        Marks[I].Found.At = Await;
  std::optional<Change> C = changeBy(Step);
  const Mark *Changed = C ? markOf(*C) : nullptr;
  if (!Changed)
    return;
  unsigned Index = Changed - Marks.data();
  if (C->Sets)
    Now.Set.set(Index);
  else
    Now.Set.reset(Index);
}

std::vector<OpenMark> MarkDomain::found() const {
  std::vector<OpenMark> All;
  for (const Mark &Each : Marks) {
    const OpenMark &Found = Each.Found;
    bool Counts = Found.What != OpenMark::Flag || Each.IsTested;
    if (Counts && Found.Set && Found.At && Found.Reset &&
        Scopes.isBefore(*Found.At, *Found.Reset))
      All.push_back(Found);
  }
  return All;
}

} // namespace

std::vector<OpenMark> openMarksOf(const FunctionDecl &F, const Model &M,
                                  StopArrivals &Arrivals) {
  const CoroutineBodyStmt *Coroutine = coroutineBody(F);
  if (!Coroutine || F.isDependentContext())
    return {};
  MarkDomain Domain(F, *Coroutine->getBody(), M, Arrivals);
  if (Domain.empty())
    return {};
  std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F, M.ast());
  if (!Graph)
    return {};
  Forward<MarkDomain> Flow(*Graph, Domain);
  return Flow.run() ? Domain.found() : std::vector<OpenMark>();
}

} // namespace asynctidy
