// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "PathFacts.h"
#include "Branches.h"
#include "model/CallSiteMaker.h"
#include "model/Constants.h"
#include "model/EvaluatedCode.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace asynctidy {

PathFacts::State PathFacts::start() {
  State AtEntry;
  AtEntry.OnLoop = true;
  return AtEntry;
}

/// Ways meet: it may run where it ran on any of them, and is ready only if it
/// was on all.
bool PathFacts::join(State &Into, const State &From) {
  State Before = Into;
  Into.OnLoop |= From.OnLoop;
  Into.Away |= From.Away;
  Into.AwayUntilAwait |= From.AwayUntilAwait;
  for (const ValueDecl *Result : Before.Ready)
    if (!From.Ready.contains(Result))
      Into.Ready.erase(Result);
  return Into.OnLoop != Before.OnLoop || Into.Away != Before.Away ||
         Into.AwayUntilAwait != Before.AwayUntilAwait ||
         Into.Ready.size() != Before.Ready.size();
}

PathFacts::PathFacts(const FunctionDecl &F, Model &M) : F(F), M(M) {
  if (std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F, M.ast())) {
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
void PathFacts::collectAssigned(const FlowGraph &Graph) {
  for (const CFGBlock *Block : Graph.cfg())
    for (const Stmt *Step : Graph.steps(*Block)) {
      const auto *Assign = dyn_cast<BinaryOperator>(Step);
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

/// What the way from the branch \p From to its successor \p Index tells.
bool PathFacts::branch(const CFGBlock &From, unsigned Index, State &Now) const {
  if (const auto *Switch =
          llvm::dyn_cast_or_null<SwitchStmt>(From.getTerminatorStmt())) {
    const CFGBlock *To = *(From.succ_begin() + Index);
    const CaseStmt *Label = To ? labelIn(*Switch, *To) : nullptr;
    if (Label && !Label->getRHS()) // no range
      assumeEqual(Switch->getCond(), Label->getLHS(), /*Equal=*/true, Now);
  } else if (const Expr *Condition = branchCondition(From)) {
    assume(Condition, Index == 0, Now);
  }
  return true;
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

void PathFacts::run(const FlowGraph &Graph) {
  collectAssigned(Graph);
  Forward<PathFacts> Flow(Graph, *this);
  if (Flow.run())
    Flow.forEachStep([&](const Stmt &Step, const State &Now) {
      Before.try_emplace(&Step, Now);
    });
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
