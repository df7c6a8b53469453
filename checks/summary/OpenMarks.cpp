// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "OpenMarks.h"
#include "MarkList.h"
#include "flow/Forward.h"
#include "flow/LexicalScopes.h"
#include "model/Coroutine.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallBitVector.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Which marks are set, and which of these a suspension has been reached with
/// that cancellation leaves the coroutine at: a domain for Forward.
class MarkDomain {
public:
  struct State {
    llvm::SmallBitVector Set, Open;
  };

  MarkDomain(const FunctionDecl &F, const Stmt &Body, const MarkList &List,
             StopArrivals &Arrivals)
      : F(F), List(List), Arrivals(Arrivals), Scopes(Body) {}

  State start() const {
    llvm::SmallBitVector None(List.Marks.size());
    return {None, None};
  }
  void step(const Stmt &Step, State &Now) const;
  static bool branch(const CFGBlock &, unsigned, State &) { return true; }
  static void unwind(State &) {}
  static bool join(State &Into, const State &From) {
    if (!From.Set.test(Into.Set) && !From.Open.test(Into.Open))
      return false;
    Into.Set |= From.Set;
    Into.Open |= From.Open;
    return true;
  }

  /// Whether cancellation comes out of \p Await and leaves the coroutine.
  bool leavesAt(const CoawaitExpr &Await) const;
  bool isBefore(const Stmt *A, const Stmt *B) const {
    return !B || Scopes.isBefore(*A, *B);
  }

private:
  bool takesBack(const Stmt &Handler, unsigned Calls = 2) const;

  const FunctionDecl &F;
  const MarkList &List;
  StopArrivals &Arrivals;
  LexicalScopes Scopes;
};

/// Whether \p Handler takes any mark back, in what it calls for one.
bool MarkDomain::takesBack(const Stmt &Handler, unsigned Calls) const {
  std::optional<MarkList::Change> C = List.changeBy(Handler);
  if (C && !C->Sets)
    return true;
  const auto *Call = dyn_cast<CallExpr>(&Handler);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  const FunctionDecl *Shown = F && Calls ? definitionOf(*F) : nullptr;
  if (Shown && takesBack(*Shown->getBody(), Calls - 1))
    return true;
  return llvm::any_of(Handler.children(), [&](const Stmt *Child) {
    return Child && takesBack(*Child, Calls);
  });
}

bool MarkDomain::leavesAt(const CoawaitExpr &Await) const {
  StopArrivals::List Arriving = Arrivals.from(Await, F);
  const Stmt *Inside = &Await;
  for (const Stmt *S = Scopes.parentOf(Await); S;
       Inside = S, S = Scopes.parentOf(*S)) {
    const auto *Try = dyn_cast<CXXTryStmt>(S);
    if (!Try || Inside != Try->getTryBlock())
      continue;
    for (unsigned I = 0; I < Try->getNumHandlers(); ++I) {
      const CXXCatchStmt &Handler = *Try->getHandler(I);
      const Stmt &Block = *Handler.getHandlerBlock();
      if (!Arrivals.maySendOn(Block) || takesBack(Block))
        llvm::erase_if(Arriving, [&](const StopArrival &A) {
          return catches(Handler, A.Signal);
        });
    }
  }
  return !Arriving.empty();
}

void MarkDomain::step(const Stmt &Step, State &Now) const {
  if (const auto *Await = dyn_cast<CoawaitExpr>(&Step);
      Await && Now.Set.any() && leavesAt(*Await))
    Now.Open |= Now.Set;
  std::optional<MarkList::Change> C = List.changeBy(Step);
  if (!C)
    return;
  Now.Set[C->Index] = C->Sets;
  Now.Open[C->Index] = false;
}

/// Notes where each mark is left open and where it would have been taken back,
/// the first of each in the text.
void noteOpen(MarkList &List, const MarkDomain &Domain, const Stmt &Step,
              const MarkDomain::State &Now) {
  if (const auto *Await = dyn_cast<CoawaitExpr>(&Step);
      Await && Now.Set.any() && Domain.leavesAt(*Await))
    for (unsigned I : Now.Set.set_bits())
      if (const CoawaitExpr *&At = List.Marks[I].Found.At;
          Domain.isBefore(Await, At))
        At = Await;
  if (std::optional<MarkList::Change> C = List.changeBy(Step);
      C && !C->Sets && Now.Open[C->Index])
    if (const Stmt *&Reset = List.Marks[C->Index].Found.Reset;
        Domain.isBefore(&Step, Reset))
      Reset = &Step;
}

/// The marks that are set on some way out that is no exception.
llvm::SmallBitVector setAtReturn(const FlowGraph &Graph,
                                 const Forward<MarkDomain> &Flow,
                                 const MarkDomain &Domain) {
  llvm::SmallBitVector Left = Domain.start().Set;
  for (const CFGBlock *Last : Graph.cfg().getExit().preds()) {
    const MarkDomain::State *Before = Last ? Flow.at(*Last) : nullptr;
    if (!Before || isa_and_nonnull<CXXTryStmt>(Last->getTerminatorStmt()))
      continue;
    MarkDomain::State Now = *Before;
    bool Throws = false;
    for (const Stmt *Step : Graph.steps(*Last)) {
      Throws |= isa<CXXThrowExpr>(Step);
      Domain.step(*Step, Now);
    }
    if (!Throws)
      Left |= Now.Set;
  }
  return Left;
}

} // namespace

std::vector<OpenMark> openMarksOf(const FunctionDecl &F, const Model &M,
                                  StopArrivals &Arrivals) {
  const CoroutineBodyStmt *Coroutine = coroutineBody(F);
  if (!Coroutine || F.isDependentContext())
    return {};
  const Stmt &Body = *Coroutine->getBody();
  MarkList List(Body, M);
  std::unique_ptr<FlowGraph> Graph =
      List.Marks.empty() ? nullptr : FlowGraph::of(F, M.ast());
  if (!Graph)
    return {};
  MarkDomain Domain(F, Body, List, Arrivals);
  Forward<MarkDomain> Flow(*Graph, Domain);
  if (!Flow.run())
    return {};
  for (Mark &Each : List.Marks)
    Each.Found.Reset = nullptr;
  Flow.forEachStep([&](const Stmt &Step, const MarkDomain::State &Now) {
    noteOpen(List, Domain, Step, Now);
  });
  // A number that some way out leaves counted up is counted for good.
  llvm::SmallBitVector Left = setAtReturn(*Graph, Flow, Domain);
  std::vector<OpenMark> Found;
  for (auto [I, Each] : llvm::enumerate(List.Marks))
    if (Each.Found.At && Each.Found.Reset &&
        !(Each.Found.What == MarkChange::Counter && Left[I]))
      Found.push_back(Each.Found);
  return Found;
}

} // namespace asynctidy
