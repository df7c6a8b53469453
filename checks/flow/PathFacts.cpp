// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "PathFacts.h"
#include "FlowGraph.h"
#include "model/CallSiteMaker.h"
#include "model/Constants.h"
#include "model/EvaluatedCode.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/SetVector.h"
#include <deque>

using namespace clang;

namespace asynctidy {

bool PathFacts::State::operator==(const State &Other) const {
  return Reached == Other.Reached && OnLoop == Other.OnLoop &&
         Away == Other.Away && AwayUntilAwait == Other.AwayUntilAwait &&
         Ready == Other.Ready;
}

void PathFacts::State::join(const State &Other) {
  if (!Other.Reached)
    return;
  if (!Reached) {
    *this = Other;
    return;
  }
  OnLoop |= Other.OnLoop;
  Away |= Other.Away;
  AwayUntilAwait |= Other.AwayUntilAwait;
  llvm::SmallPtrSet<const ValueDecl *, 2> Both;
  for (const ValueDecl *Result : Ready)
    if (Other.Ready.contains(Result))
      Both.insert(Result);
  Ready = Both;
}

PathFacts::PathFacts(const FunctionDecl &F, Model &M) : F(F), M(M) {
  if (std::unique_ptr<CFG> Graph = flowGraphOf(F, M.ast())) {
    run(*Graph);
    return;
  }
  forEachCallSite(routineOf(F), M.rules(), M.ast(), [&](const CallSite &Site) {
    for (Role Moves : {Role::Switch, Role::LoopTest})
      Unknown |= M.rules().find(Site, Moves, &F) != nullptr;
  });
}

/// The call that is awaited, tested or polled.
static const CallExpr *callIn(const Expr *E) {
  return E ? dyn_cast<CallExpr>(valueSource(E)) : nullptr;
}

void PathFacts::await(const CoawaitExpr &Await, State &Now) const {
  // Whatever made the coroutine run elsewhere for one step is over.
  if (Now.AwayUntilAwait) {
    Now.AwayUntilAwait = false;
    Now.OnLoop = true;
  }
  const CallExpr *Call = callIn(Await.getOperand());
  if (!Call)
    return;
  const RuleEntry *Switch =
      M.rules().find(plainCallSite(*Call), Role::Switch, &F);
  if (!Switch)
    return;
  Now.OnLoop = Switch->To == "loop";
  bool Short = Switch->Lasts == "next-suspension";
  Now.Away = !Now.OnLoop && !Short;
  Now.AwayUntilAwait = !Now.OnLoop && Short;
}

void PathFacts::step(const Stmt &S, State &Now) const {
  if (const auto *Await = dyn_cast<CoawaitExpr>(&S))
    return await(*Await, Now);
  // A result that is assigned anew must be polled anew.
  const Expr *Assigned = nullptr;
  if (const auto *Assign = dyn_cast<BinaryOperator>(&S);
      Assign && Assign->isAssignmentOp())
    Assigned = Assign->getLHS();
  if (const auto *Assign = dyn_cast<CXXOperatorCallExpr>(&S);
      Assign && Assign->isAssignmentOp())
    Assigned = Assign->getArg(0);
  if (Assigned && !Now.Ready.empty())
    Now.Ready.erase(namedValue(Assigned));
}

/// Notes what is assigned to whole variables, wherever that is.
void PathFacts::collectAssigned(const CFG &Graph) {
  for (const CFGBlock *Block : Graph)
    for (const CFGElement &Element : *Block) {
      std::optional<CFGStmt> Statement = Element.getAs<CFGStmt>();
      const auto *Assign =
          Statement ? dyn_cast<BinaryOperator>(Statement->getStmt()) : nullptr;
      if (Assign && Assign->isAssignmentOp())
        if (const ValueDecl *Variable = namedValue(Assign->getLHS()))
          Assigned[Variable].push_back(Assign->getRHS());
    }
}

/// The result that a poll has shown to be ready where \p E passes \p Test: all
/// else that its variable is ever given is a constant that does not.
const ValueDecl *
PathFacts::polledWhere(const Expr *E,
                       llvm::function_ref<bool(int64_t)> Test) const {
  llvm::SmallVector<const Expr *, 4> Values;
  const Expr *Origin = valueOrigin(E);
  if (!isa<DeclRefExpr>(Origin) || constantValue(Origin, M.ast()))
    Values.push_back(Origin);
  if (auto Known = Assigned.find(namedValue(E)); Known != Assigned.end())
    Values.append(Known->second);
  const ValueDecl *Polled = nullptr;
  for (const Expr *Value : Values) {
    std::optional<int64_t> Constant = constantValue(Value, M.ast());
    if (Constant && !Test(*Constant))
      continue;
    const CallExpr *Call = callIn(Value);
    if (!Call)
      return nullptr;
    CallSite Site = plainCallSite(*Call);
    const RuleEntry *Poll = M.rules().find(Site, Role::Poll, &F);
    std::optional<int64_t> Ready =
        Poll ? M.rules().constant(Poll->Ready) : std::nullopt;
    const ValueDecl *Result = namedValue(Site.Receiver);
    if (!Ready || !Test(*Ready) || (Polled && Polled != Result))
      return nullptr;
    Polled = Result;
  }
  return Polled;
}

void PathFacts::assumeEqual(const Expr *Side, const Expr *Other, bool Equal,
                            State &Now) const {
  std::optional<int64_t> Value = constantValue(Other, M.ast());
  if (!Value)
    return;
  if (const ValueDecl *Result = polledWhere(
          Side, [&](int64_t Known) { return (Known == *Value) == Equal; }))
    Now.Ready.insert(Result);
}

static const Expr *lastOperand(const Expr *E) {
  const auto *Both = dyn_cast<BinaryOperator>(E->IgnoreParens());
  while (Both && Both->isLogicalOp()) {
    E = Both->getRHS();
    Both = dyn_cast<BinaryOperator>(E->IgnoreParens());
  }
  return E;
}

/// What the edge from the branch \p From, its successor number \p Index, to
/// \p To tells.
void PathFacts::assumeEdge(const CFGBlock &From, const CFGBlock *To,
                           unsigned Index, State &Now) const {
  const auto *Condition = dyn_cast_or_null<Expr>(From.getTerminatorCondition());
  if (!Condition)
    return;
  // Between the operands of `a && b && c` only the last one evaluated is new:
  // the edges before have told about the others.
  if (isa<BinaryOperator>(From.getTerminatorStmt()))
    Condition = lastOperand(Condition);
  if (isa<SwitchStmt>(From.getTerminatorStmt())) {
    const auto *Label =
        To ? dyn_cast_or_null<CaseStmt>(To->getLabel()) : nullptr;
    if (Label && !Label->getRHS()) // no range
      assumeEqual(Condition, Label->getLHS(), /*Equal=*/true, Now);
  } else if (From.succ_size() == 2) {
    assume(Condition, Index == 0, Now);
  }
}

/// What a branch on \p Condition tells where it was \p Value.
void PathFacts::assume(const Expr *Condition, bool Value, State &Now,
                       unsigned Variables) const {
  const Expr *Written = valueSource(Condition);
  Condition = valueOrigin(Condition);
  if (!Condition || !Variables)
    return;
  if (Condition != Written)
    --Variables;
  if (const auto *Not = dyn_cast<UnaryOperator>(Condition);
      Not && Not->getOpcode() == UO_LNot)
    return assume(Not->getSubExpr(), !Value, Now, Variables);
  if (const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(Condition))
    return assume(Rewritten->getSemanticForm(), Value, Now, Variables);
  if (const auto *Both = dyn_cast<BinaryOperator>(Condition);
      Both && Both->isLogicalOp()) {
    // `a && b` that holds, or `a || b` that does not, decides both sides.
    if ((Both->getOpcode() == BO_LAnd) == Value) {
      assume(Both->getLHS(), Value, Now, Variables);
      assume(Both->getRHS(), Value, Now, Variables);
    }
    return;
  }
  if (const auto *Compare = dyn_cast<BinaryOperator>(Condition);
      Compare && Compare->isEqualityOp()) {
    bool Equal = (Compare->getOpcode() == BO_EQ) == Value;
    assumeEqual(Compare->getLHS(), Compare->getRHS(), Equal, Now);
    assumeEqual(Compare->getRHS(), Compare->getLHS(), Equal, Now);
    return;
  }
  const CallExpr *Call = callIn(Condition);
  if (!Call)
    return;
  CallSite Site = plainCallSite(*Call);
  if (M.rules().find(Site, Role::LoopTest, &F)) {
    Now.OnLoop = Value;
    Now.Away = !Value;
    Now.AwayUntilAwait = false;
  }
  if (Value)
    if (const RuleEntry *Poll = M.rules().find(Site, Role::Poll, &F))
      if (M.rules().constant(Poll->Ready) == 1)
        Now.Ready.insert(namedValue(Site.Receiver));
}

void PathFacts::run(const CFG &Graph) {
  collectAssigned(Graph);
  llvm::DenseMap<const CFGBlock *, State> AtEntry;
  State Start;
  Start.Reached = Start.OnLoop = true;
  AtEntry[&Graph.getEntry()] = Start;

  // The states only ever lose information at joins, so this ends; the bound
  // is for graphs of machine-made functions.
  std::deque<const CFGBlock *> Pending = {&Graph.getEntry()};
  unsigned Budget = 16 * Graph.getNumBlockIDs() + 64;
  while (!Pending.empty() && Budget--) {
    const CFGBlock *Block = Pending.front();
    Pending.pop_front();
    State Now = AtEntry[Block];
    for (const CFGElement &Element : *Block) {
      if (std::optional<CFGStmt> Statement = Element.getAs<CFGStmt>()) {
        Before[Statement->getStmt()] = Now;
        step(*Statement->getStmt(), Now);
      }
    }
    unsigned Index = 0;
    for (const CFGBlock *Next : Block->succs()) {
      State Out = Now;
      assumeEdge(*Block, Next, Index++, Out);
      if (!Next)
        continue;
      State &Entry = AtEntry[Next];
      State Joined = Entry;
      Joined.join(Out);
      if (!(Joined == Entry)) {
        Entry = Joined;
        Pending.push_back(Next);
      }
    }
  }
  // Out of budget: nothing may be concluded.
  if (!Pending.empty())
    Before.clear();
}

bool PathFacts::mayRunOnLoop(const Stmt *S) const {
  auto Known = Before.find(S);
  return Known == Before.end() ? !Unknown : Known->second.OnLoop;
}

bool PathFacts::staysElsewhere(const Stmt *S) const {
  auto Known = Before.find(S);
  return Known != Before.end() && !Known->second.OnLoop &&
         !Known->second.AwayUntilAwait;
}

bool PathFacts::isReady(const ValueDecl *Result, const Stmt *S) const {
  auto Known = Before.find(S);
  return Result && Known != Before.end() &&
         Known->second.Ready.contains(Result);
}

} // namespace asynctidy
