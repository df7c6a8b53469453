// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a loop receives, and hands on to a task.
#include "Growth.h"
#include "RangeNames.h"
#include "model/CallSiteMaker.h"
#include "model/Names.h"
#include "model/Starts.h"
#include "model/Suspension.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

static void addNamed(const Stmt &S, VariableSet &Found) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&S))
    if (isa<VarDecl, BindingDecl>(Ref->getDecl()))
      Found.insert(Ref->getDecl());
  if (const auto *Lambda = dyn_cast<LambdaExpr>(&S)) {
    for (const LambdaCapture &Capture : Lambda->captures())
      if (Capture.capturesVariable())
        Found.insert(Capture.getCapturedVar());
    for (const Expr *Init : Lambda->capture_inits())
      if (Init)
        addNamed(*Init, Found);
    return;
  }
  for (const Stmt *Child : S.children())
    if (Child)
      addNamed(*Child, Found);
}

VariableSet variablesBehind(const Expr &E, const Stmt &Loop,
                            const LexicalScopes &Scopes) {
  VariableSet Found;
  addNamed(E, Found);
  for (unsigned Steps = 4; Steps; --Steps) {
    llvm::SmallVector<const ValueDecl *, 8> Known(Found.begin(), Found.end());
    for (const ValueDecl *D : Known) {
      if (const auto *Binding = dyn_cast<BindingDecl>(D);
          Binding && Binding->getDecomposedDecl())
        Found.insert(Binding->getDecomposedDecl());
      const auto *V = dyn_cast<VarDecl>(D);
      if (V && V->isLocalVarDecl() && V->getInit() &&
          Scopes.contains(Loop, *V->getInit()))
        addNamed(*V->getInit(), Found);
    }
    if (Found.size() == Known.size())
      break;
  }
  return Found;
}

namespace {

/// Looks for what a loop receives, and hands on to a task.
class SourceFinder {
public:
  SourceFinder(const Stmt &Loop, const Expr &Task, const LexicalScopes &Scopes,
               const Model &M)
      : Loop(Loop), Task(Task), Scopes(Scopes), M(M),
        Behind(variablesBehind(Task, Loop, Scopes)) {}

  const Expr *find() {
    forEachExpression(Loop, [&](const Expr &E) { look(E); });
    return Accept ? Accept : Source;
  }

private:
  void look(const Expr &E) {
    const auto *Await = dyn_cast<CoawaitExpr>(&E);
    const auto *Call = dyn_cast<CallExpr>(&E);
    if (Call && isAccept(plainCallSite(*Call), M.rules()) &&
        !Scopes.contains(Task, E))
      Accept = Accept ? Accept : &E;
    if (Source || (!Await && !Call))
      return;
    bool Gives = Await ? maySuspend(*Await, M) && awaited(*Await)
                       : isTested(*Call) && isBehind(*Call);
    if (Gives && !M.taskTypes().isGuard(E.getType()))
      Source = &E;
  }

  /// Whether the value of \p E is put into something the task is made of.
  bool isBehind(const Expr &E) const {
    if (Scopes.contains(Task, E))
      return true;
    for (const Stmt *S = Scopes.parentOf(E); S && S != &Loop;
         S = Scopes.parentOf(*S)) {
      if (const auto *Declarations = dyn_cast<DeclStmt>(S))
        return llvm::any_of(Declarations->decls(), [&](const Decl *D) {
          const auto *V = dyn_cast<VarDecl>(D);
          return V && Behind.contains(V) && V->getInit() &&
                 Scopes.contains(*V->getInit(), E);
        });
      if (const Expr *Left = assigned(*S))
        return isKnown(Left);
      if (!isa<Expr>(S))
        return false;
    }
    return false;
  }

  /// What \p S gives a value; null if it does not.
  static const Expr *assigned(const Stmt &S) {
    if (const auto *Binary = dyn_cast<BinaryOperator>(&S))
      return Binary->isAssignmentOp() ? Binary->getLHS() : nullptr;
    const auto *Call = dyn_cast<CXXOperatorCallExpr>(&S);
    return Call && Call->getOperator() == OO_Equal ? Call->getArg(0) : nullptr;
  }

  bool isKnown(const Expr *E) const {
    const ValueDecl *D = namedValue(valueSource(E));
    return D && Behind.contains(D);
  }

  /// Whether \p Await only gives the time, or what the coroutine runs on.
  bool givesNothingNew(const CoawaitExpr &Await) const {
    CallSite Site = awaitedSite(Await, M.rules());
    const FunctionDecl *F = Site.function();
    return F && (M.rules().find(Site, Role::Sleep, nullptr) ||
                 hasWord(lastPart(*F),
                         {"tick", "ticks", "timer", "interval", "sleep",
                          "executor", "scheduler", "token", "current"}));
  }

  bool awaited(const CoawaitExpr &Await) const {
    if (givesNothingNew(Await))
      return false;
    if (isBehind(Await) && !Await.getType()->isVoidType())
      return true;
    const auto *Call = dyn_cast<CallExpr>(valueOrigin(Await.getOperand()));
    if (!Call)
      return false;
    bool Fills = false;
    forEachArgument(*Call, [&](const ParmVarDecl &P, unsigned,
                               const Expr &Arg) {
      const auto *V = dyn_cast_or_null<VarDecl>(namedValue(valueSource(&Arg)));
      Fills |= P.getType()->isLValueReferenceType() &&
               !P.getType().getNonReferenceType().isConstQualified() && V &&
               V->isLocalVarDecl() && Behind.contains(V);
    });
    return Fills ||
           (isTested(Await) && receiverOf(*Call) && isKnown(receiverOf(*Call)));
  }

  /// Whether \p E is in what the loop tests before each iteration.
  bool isTested(const Expr &E) const {
    const Stmt *Tested = nullptr;
    if (const auto *While = dyn_cast<WhileStmt>(&Loop))
      Tested =
          While->getConditionVariableDeclStmt()
              ? static_cast<const Stmt *>(While->getConditionVariableDeclStmt())
              : While->getCond();
    else if (const auto *For = dyn_cast<ForStmt>(&Loop))
      Tested =
          For->getConditionVariableDeclStmt()
              ? static_cast<const Stmt *>(For->getConditionVariableDeclStmt())
              : For->getCond();
    return Tested && Scopes.contains(*Tested, E);
  }

  const Stmt &Loop;
  const Expr &Task;
  const LexicalScopes &Scopes;
  const Model &M;
  VariableSet Behind;
  const Expr *Accept = nullptr, *Source = nullptr;
};

} // namespace

const Expr *GrowthFinder::sourceOf(const Stmt &Loop, const Expr &Task) const {
  return SourceFinder(Loop, Task, Scopes, M).find();
}

Growth GrowthFinder::received(const Stmt &Loop, const Expr *Task) const {
  const Expr *Source = Task ? sourceOf(Loop, *Task) : nullptr;
  if (!Source)
    return {};
  const auto *Await = dyn_cast<CoawaitExpr>(Source);
  const auto *Call = dyn_cast<CallExpr>(Source);
  CallSite Site = Await ? awaitedSite(*Await, M.rules()) : plainCallSite(*Call);
  Growth::Kind What =
      isAccept(Site, M.rules()) ? Growth::Connections : Growth::Results;
  return {What, nameOf(Source, M.rules())};
}

} // namespace asynctidy
