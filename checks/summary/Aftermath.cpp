// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Aftermath.h"
#include "flow/Branches.h"
#include "flow/Destination.h"
#include "flow/Loops.h"
#include "model/Names.h"
#include "model/StopQuestions.h"
#include "model/Suspension.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

const CFGBlock *blockOfHandler(const FlowGraph &Graph,
                               const CXXCatchStmt &Handler) {
  for (const CFGBlock *Block : Graph.cfg())
    if (Block->getLabel() == &Handler)
      return Block;
  return nullptr;
}

bool Aftermath::follow() {
  const CFGBlock *First = blockOfHandler(Graph, *Found.Handler);
  if (!First)
    return false;
  On.add(First, false);
  On.follow(*this);
  return Any;
}

void Aftermath::note(CaughtSignal::Kind What, const Stmt *Next, bool Knows) {
  // Who knows that it is to stop, and returns, has done what it should.
  if (Knows && What <= CaughtSignal::Returns)
    return;
  if (Any && What <= Found.What)
    return;
  Any = true;
  Found.What = What;
  Found.Next = Next;
  Found.Asked = Knows;
}

/// The handler of another try in this function that takes the signal when it
/// comes out of \p S; null if none does.
const CXXCatchStmt *Aftermath::handlerFor(const Stmt &S) const {
  for (const Stmt *Around = &S; Around; Around = Scopes.parentOf(*Around)) {
    const auto *Try =
        llvm::dyn_cast_or_null<CXXTryStmt>(Scopes.parentOf(*Around));
    if (!Try || Around != Try->getTryBlock())
      continue;
    for (unsigned I = 0; I < Try->getNumHandlers(); ++I)
      if (catches(*Try->getHandler(I), Found.Signal))
        return Try->getHandler(I);
  }
  return nullptr;
}

namespace {

/// Whether some way from a suspension on neither throws nor asks: one that only
/// cleans up before it throws has let the signal through.
class IgnoredAfter {
public:
  IgnoredAfter(const FlowGraph &Graph, const Model &M,
               const CoroutineSuspendExpr &Start)
      : Graph(Graph), M(M), Start(Start), On(Graph) {
    On.followAfter(Start, *this);
  }

  /// A loop without an end goes on as well.
  bool found() const { return Found || !EndsWell; }

private:
  friend class asynctidy::Ways;
  bool step(const Stmt &Step, bool) {
    Found |= &Step == &Start || isa<CoreturnStmt>(Step);
    EndsWell |= isa<CXXThrowExpr>(Step);
    return !Found && !isa<CXXThrowExpr>(Step);
  }
  void leave(const CFGBlock &Block, bool) {
    const Expr *Condition = branchCondition(Block);
    if (Condition && asksToStop(*Condition, M)) {
      EndsWell = true;
      return;
    }
    for (const CFGBlock *Next : Block.succs()) {
      Found |= Next == &Graph.cfg().getExit();
      On.add(Next, false);
    }
  }

  const FlowGraph &Graph;
  const Model &M;
  const CoroutineSuspendExpr &Start;
  bool Found = false, EndsWell = false;
  Ways On;
};

} // namespace

/// Whether \p S stands in an `if` that asks for what the handler noted down.
bool Aftermath::isDeferred(const Stmt &S) const {
  for (const Stmt *Around = Scopes.parentOf(S); Around;
       Around = Scopes.parentOf(*Around))
    if (const auto *If = dyn_cast<IfStmt>(Around);
        If && !Scopes.contains(*If, *Found.Try) &&
        Marks.areSeenBy(*If->getCond()))
      return true;
  return false;
}

bool Aftermath::suspension(const CoroutineSuspendExpr &S, bool Knows) {
  if (!maySuspend(S, M))
    return true;
  bool IsSticky = Found.Signal.isSticky();
  if (Scopes.contains(*Found.Try->getTryBlock(), S)) {
    const Stmt *Loop = loopAround(*Found.Try, Scopes);
    // Where every await throws again, only an endless loop is kept alive.
    if (!IsSticky || !Loop || isEndless(*Loop, M.ast()))
      note(CaughtSignal::TriesOver, Loop, Knows);
    return false;
  }
  if (IsSticky) {
    if (const CXXCatchStmt *Other = handlerFor(S))
      On.add(blockOfHandler(Graph, *Other), Knows);
    return false;
  }
  // What only a handler may not await is still a part of it, and to clean up is
  // no other work.
  const auto *Await = dyn_cast<CoawaitExpr>(&S);
  bool Cleans = Await && cleansUp(*Await, M.rules());
  if (!Cleans && !isDeferred(S) && IgnoredAfter(Graph, M, S).found())
    note(CaughtSignal::GoesOn, &S, Knows);
  // It may still come round to the try again, which is worse.
  return true;
}

/// Whether \p V is used for something after it was given the exception.
bool Aftermath::isLookedAtLater(const VarDecl &V) const {
  return llvm::any_of(mentionsOf(V, Body), [&](const Expr *E) {
    const Stmt *Parent = Scopes.parentOf(*E);
    return Parent && assignedBy(*Parent) != &V;
  });
}

/// Whether \p Step puts the exception away for later.
bool Aftermath::keeps(const Stmt &Step) const {
  const ValueDecl *To = nullptr;
  const Expr *Value = nullptr;
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Step);
      Operator && Operator->getOperator() == OO_Equal) {
    To = namedValue(Operator->getArg(0)->IgnoreParenImpCasts());
    Value = Operator->getArg(1);
  } else if (const auto *Declaration = dyn_cast<DeclStmt>(&Step);
             Declaration && Declaration->isSingleDecl()) {
    const auto *V = dyn_cast<VarDecl>(Declaration->getSingleDecl());
    To = V;
    Value = V ? V->getInit() : nullptr;
  }
  const auto *Call = Value ? dyn_cast<CallExpr>(valueSource(Value)) : nullptr;
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  if (!To || !F || lastPart(*F) != "current_exception")
    return false;
  const auto *Local = dyn_cast<VarDecl>(To);
  return !Local || !Local->isLocalVarDecl() || isLookedAtLater(*Local);
}

/// Whether \p Call, in the handler, runs what is in another file, and that is
/// taken for the worst.
bool Aftermath::mayLetThrough(const CallExpr &Call) {
  const FunctionDecl *F = Call.getDirectCallee();
  if (!F || !M.isElsewhere(*F) || isa<CXXOperatorCallExpr>(Call) ||
      isUnresolvedExceptionSpec(F->getExceptionSpecType()) ||
      F->getType()->castAs<FunctionProtoType>()->isNothrow())
    return false;
  F = F->getCanonicalDecl();
  if (!Doubts && !llvm::is_contained(Found.Unseen, F))
    Found.Unseen.push_back(F);
  return Doubts;
}

/// Calls that only may fail let nothing through once the handler is left.
bool Aftermath::letsThrough(const CallExpr &Call) {
  const auto *Return = dyn_cast_or_null<CoreturnStmt>(Scopes.parentOf(Call));
  if (Return && Return->getOperand() != &Call)
    return false; // the promise's
  return Scopes.contains(*Found.Handler, Call)
             ? Arrivals.letsThrough(Call) || mayLetThrough(Call)
             : Arrivals.handsOn(Call);
}

bool Aftermath::step(const Stmt &Step, bool Knows) {
  if (isa<CXXThrowExpr>(Step)) {
    // It may only be thrown to be looked at.
    if (const CXXCatchStmt *Inner = handlerFor(Step);
        Inner && Scopes.contains(*Found.Handler, *Inner))
      On.add(blockOfHandler(Graph, *Inner), Knows);
    return false;
  }
  if (keeps(Step))
    return false;
  if (const auto *Call = dyn_cast<CallExpr>(&Step))
    if (letsThrough(*Call))
      return false;
  if (const auto *S = dyn_cast<CoroutineSuspendExpr>(&Step))
    return suspension(*S, Knows);
  if (isa<CoreturnStmt>(Step)) {
    note(CaughtSignal::Returns, &Step, Knows);
    return false;
  }
  return true;
}

/// Whether \p Condition has to do with stopping, or with what the handler has
/// noted down: it is the rest of the handler then.
bool Aftermath::asks(const Expr &Condition) const {
  return asksToStop(Condition, M) || Marks.areSeenBy(Condition);
}

/// Whether \p Terminator, in the handler, leaves the loop that the work is done
/// in: a way to stop.
bool Aftermath::leavesLoop(const Stmt *Terminator) const {
  const Stmt &Handler = *Found.Handler->getHandlerBlock();
  if (!isa_and_nonnull<BreakStmt>(Terminator) ||
      !Scopes.contains(Handler, *Terminator))
    return false;
  const Stmt *Left = Scopes.parentOf(*Terminator);
  while (Left && !isLoop(*Left) && !isa<SwitchStmt>(Left))
    Left = Scopes.parentOf(*Left);
  return Left && isLoop(*Left) && !Scopes.contains(Handler, *Left);
}

void Aftermath::leave(const CFGBlock &Block, bool Knows) {
  const Stmt *Terminator = Block.getTerminatorStmt();
  if (leavesLoop(Terminator))
    return note(CaughtSignal::Returns, Terminator, Knows);
  if (const auto *Switch = dyn_cast_or_null<SwitchStmt>(Terminator))
    for (const SwitchCase *Case = Switch->getSwitchCaseList(); Case;
         Case = Case->getNextSwitchCase())
      if (const auto *Label = dyn_cast<CaseStmt>(Case);
          Label && asksToStop(*Label->getLHS(), M))
        return;
  if (const Expr *Condition = branchCondition(Block)) {
    if (std::optional<StopAnswer> Answer = answerToStop(*Condition, M))
      return On.addBranch(Block, Answer->Holds, Knows || Answer->Asks);
    if (std::optional<bool> Answer = Marks.answer(*Condition, M.ast()))
      return On.addBranch(Block, *Answer, Knows);
    if (!Knows && asks(*Condition))
      return;
  }
  for (const CFGBlock *Next : Block.succs())
    if (Next == &Graph.cfg().getExit())
      note(CaughtSignal::Returns, nullptr, Knows);
    else
      On.add(Next, Knows);
}

} // namespace asynctidy
