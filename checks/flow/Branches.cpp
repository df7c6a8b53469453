// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Branches.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace asynctidy {

/// Between the operands of `a && b && c` only the last one evaluated is new:
/// the edges before have told about the others.
static const Expr *lastOperand(const Expr *E) {
  const auto *Both = dyn_cast<BinaryOperator>(E->IgnoreParenImpCasts());
  while (Both && Both->isLogicalOp()) {
    E = Both->getRHS();
    Both = dyn_cast<BinaryOperator>(E->IgnoreParenImpCasts());
  }
  return E;
}

const Expr *branchCondition(const CFGBlock &Block) {
  const Stmt *Terminator = Block.getTerminatorStmt();
  const auto *Condition =
      llvm::dyn_cast_or_null<Expr>(Block.getTerminatorCondition());
  if (!Condition || Block.succ_size() != 2 ||
      isa<SwitchStmt, CXXTryStmt>(Terminator))
    return nullptr;
  // With temporaries in it, the whole is evaluated first, and then looked at.
  const Expr *Whole = Condition->IgnoreParenImpCasts();
  for (const CFGElement &Element : Block)
    if (std::optional<CFGStmt> Step = Element.getAs<CFGStmt>();
        Step && Step->getStmt() == Whole)
      return Condition;
  return lastOperand(Condition);
}

const CaseStmt *labelIn(const SwitchStmt &Switch, const CFGBlock &Block) {
  for (const SwitchCase *Next = Switch.getSwitchCaseList(); Next;
       Next = Next->getNextSwitchCase())
    if (Next == Block.getLabel())
      return dyn_cast<CaseStmt>(Next);
  return nullptr;
}

void forEachDecided(const Expr *Condition, bool Value,
                    llvm::function_ref<void(const Expr *, bool)> Use) {
  const Expr *E = Condition->IgnoreParenImpCasts();
  if (const auto *Not = dyn_cast<UnaryOperator>(E);
      Not && Not->getOpcode() == UO_LNot)
    return forEachDecided(Not->getSubExpr(), !Value, Use);
  const auto *Both = dyn_cast<BinaryOperator>(E);
  if (!Both || !Both->isLogicalOp())
    return Use(E, Value);
  // `a && b` that holds, or `a || b` that does not, decides both sides.
  if ((Both->getOpcode() == BO_LAnd) != Value)
    return;
  forEachDecided(Both->getLHS(), Value, Use);
  forEachDecided(Both->getRHS(), Value, Use);
}

namespace {

/// Reads a condition as a question about variables.
class Question {
public:
  Question(const Expr &E, const ASTContext &AST) {
    const Expr *Positive = withoutNegation(&E);
    Usable = read(Positive) && !Variables.empty();
    if (Usable)
      identify(*Positive, AST);
  }

  bool Usable = false;
  bool Negated = false;
  llvm::FoldingSetNodeID Id;
  llvm::SmallPtrSet<const ValueDecl *, 2> Variables;

private:
  /// `a != b`, `a >= b` and `a <= b` are the negations of other questions.
  void identify(const Expr &E, const ASTContext &AST) {
    const auto *Compare = dyn_cast<BinaryOperator>(&E);
    if (!Compare || !Compare->isComparisonOp() ||
        Compare->getLHS()->getType()->isFloatingType()) // NaN is neither
      return E.Profile(Id, AST, /*Canonical=*/true);
    BinaryOperatorKind Asks = Compare->getOpcode();
    if (Asks == BO_NE || Asks == BO_GE || Asks == BO_LE) {
      Negated = !Negated;
      Asks = BinaryOperator::negateComparisonOp(Asks);
    }
    Id.AddInteger(Asks);
    Compare->getLHS()->Profile(Id, AST, /*Canonical=*/true);
    Compare->getRHS()->Profile(Id, AST, /*Canonical=*/true);
  }

  /// `!a`, `a == nullptr`, `a == false` and `a != 0` ask about `a`.
  const Expr *withoutNegation(const Expr *E) {
    E = E->IgnoreParenImpCasts();
    if (const auto *Not = dyn_cast<UnaryOperator>(E);
        Not && Not->getOpcode() == UO_LNot) {
      Negated = !Negated;
      return withoutNegation(Not->getSubExpr());
    }
    const auto *Compare = dyn_cast<BinaryOperator>(E);
    if (!Compare || !Compare->isEqualityOp() || !isZero(Compare->getRHS()))
      return E;
    if (Compare->getOpcode() == BO_EQ)
      Negated = !Negated;
    return withoutNegation(Compare->getLHS());
  }

  bool isZero(const Expr *E) const {
    E = E->IgnoreParenImpCasts();
    if (isa<CXXNullPtrLiteralExpr, GNUNullExpr>(E))
      return true;
    const auto *Truth = dyn_cast<CXXBoolLiteralExpr>(E);
    const auto *Number = dyn_cast<IntegerLiteral>(E);
    return (Truth && !Truth->getValue()) ||
           (Number && Number->getValue().isZero());
  }

  static bool isReachableFromHereOnly(const ValueDecl &D) {
    const auto *Variable = dyn_cast<VarDecl>(&D);
    return Variable && Variable->hasLocalStorage() &&
           !Variable->getType().isVolatileQualified() &&
           (!Variable->getType()->isReferenceType() ||
            Variable->getType().getNonReferenceType().isConstQualified());
  }

  /// Whether \p E is made of variables, their members, constants and questions
  /// asked of const objects alone.
  bool read(const Expr *E) {
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      if (isa<EnumConstantDecl>(Ref->getDecl()))
        return true;
      if (!isReachableFromHereOnly(*Ref->getDecl()))
        return false;
      Variables.insert(Ref->getDecl());
      return true;
    }
    if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E)) {
      const CXXMethodDecl *Method = Call->getMethodDecl();
      return Method && Method->isConst() && !Call->getNumArgs() &&
             read(Call->getImplicitObjectArgument());
    }
    if (const auto *Unary = dyn_cast<UnaryOperator>(E);
        Unary &&
        (Unary->isIncrementDecrementOp() || Unary->getOpcode() == UO_Deref ||
         Unary->getOpcode() == UO_AddrOf))
      return false;
    if (const auto *Binary = dyn_cast<BinaryOperator>(E);
        Binary && Binary->isAssignmentOp())
      return false;
    if (const auto *Member = dyn_cast<MemberExpr>(E);
        Member && Member->isArrow())
      return false;
    if (!isa<ParenExpr, ImplicitCastExpr, UnaryOperator, BinaryOperator,
             MemberExpr, IntegerLiteral, CXXBoolLiteralExpr,
             CXXNullPtrLiteralExpr, CharacterLiteral, ExprWithCleanups>(E))
      return false;
    return llvm::all_of(E->children(), [&](const Stmt *Child) {
      return read(cast<Expr>(Child));
    });
  }
};

} // namespace

Branches::Branches(const FlowGraph &Graph, const ASTContext &AST) : AST(AST) {
  for (const CFGBlock *Block : Graph.cfg())
    ask(*Block);
  if (About.empty())
    return;
  noteChanges(Graph);
  forgetHeld(Graph);
}

void Branches::ask(const CFGBlock &Block) {
  const Expr *Condition = branchCondition(Block);
  if (!Condition)
    return;
  Question Q(*Condition, AST);
  if (!Q.Usable)
    return;
  unsigned Number = llvm::find(Questions, Q.Id) - Questions.begin();
  if (Number == Questions.size()) {
    Questions.push_back(Q.Id);
    TimesAsked.push_back(0);
    for (const ValueDecl *Variable : Q.Variables)
      About[Variable].push_back(Number);
  }
  ++TimesAsked[Number];
  Known[&Block] = {Number, Q.Negated};
}

/// The variable at the root of `a`, `a.b.c` and `*a`.
static const ValueDecl *rootOf(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return Ref->getDecl();
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return rootOf(Member->getBase());
  return nullptr;
}

/// Calls \p Use with every variable that \p Step gives a new value or hands to
/// somebody who may.
static void forEachChanged(const Stmt &Step,
                           llvm::function_ref<void(const ValueDecl *)> Use) {
  if (const auto *Assign = dyn_cast<BinaryOperator>(&Step);
      Assign && Assign->isAssignmentOp())
    return Use(rootOf(Assign->getLHS()));
  if (const auto *Unary = dyn_cast<UnaryOperator>(&Step);
      Unary && Unary->isIncrementDecrementOp())
    return Use(rootOf(Unary->getSubExpr()));
  if (const auto *Declaration = dyn_cast<DeclStmt>(&Step)) {
    for (const Decl *D : Declaration->decls())
      if (const auto *Variable = dyn_cast<VarDecl>(D))
        Use(Variable);
    return;
  }
  if (const auto *OnObject = dyn_cast<CXXMemberCallExpr>(&Step)) {
    const CXXMethodDecl *Method = OnObject->getMethodDecl();
    if (Method && !Method->isConst())
      Use(rootOf(OnObject->getImplicitObjectArgument()));
  }
  if (const auto *Make = dyn_cast<CXXConstructExpr>(&Step)) {
    for (const Expr *Arg : Make->arguments())
      if (Arg->isGLValue() && !Arg->getType().isConstQualified())
        Use(rootOf(Arg));
    return;
  }
  if (const auto *Call = dyn_cast<CallExpr>(&Step))
    for (const Expr *Arg : Call->arguments())
      if (Arg->isGLValue() && !Arg->getType().isConstQualified())
        Use(rootOf(Arg));
}

/// Calls \p Use with every variable that \p Step gives a reference or a pointer
/// to, through which it may change unseen.
static void forEachHeld(const Stmt &Step,
                        llvm::function_ref<void(const ValueDecl *)> Use) {
  if (const auto *Unary = dyn_cast<UnaryOperator>(&Step);
      Unary && Unary->getOpcode() == UO_AddrOf)
    Use(rootOf(Unary->getSubExpr()));
  if (const auto *Lambda = dyn_cast<LambdaExpr>(&Step))
    for (const LambdaCapture &Capture : Lambda->captures())
      if (Capture.capturesVariable() && Capture.getCaptureKind() == LCK_ByRef)
        Use(Capture.getCapturedVar());
  if (const auto *Declaration = dyn_cast<DeclStmt>(&Step))
    for (const Decl *D : Declaration->decls()) {
      const auto *Variable = dyn_cast<VarDecl>(D);
      if (Variable && Variable->getInit() &&
          Variable->getType()->isReferenceType())
        Use(rootOf(Variable->getInit()));
    }
}

void Branches::forgetHeld(const FlowGraph &Graph) {
  for (const CFGBlock *Block : Graph.cfg())
    for (const Stmt *Step : Graph.steps(*Block))
      forEachHeld(*Step, [&](const ValueDecl *Variable) {
        if (auto Found = About.find(Variable); Variable && Found != About.end())
          for (unsigned Question : Found->second)
            TimesAsked[Question] = 0;
      });
}

void Branches::noteChanges(const FlowGraph &Graph) {
  for (const CFGBlock *Block : Graph.cfg())
    for (const Stmt *Step : Graph.steps(*Block))
      forEachChanged(*Step, [&](const ValueDecl *Variable) {
        if (auto Found = About.find(Variable); Variable && Found != About.end())
          Changes[Step].append(Found->second.begin(), Found->second.end());
      });
}

std::optional<Branches::Answer> Branches::learnedFrom(const CFGBlock &From,
                                                      unsigned Index) const {
  auto Found = Known.find(&From);
  if (Found == Known.end() || TimesAsked[Found->second.Question] < 2)
    return std::nullopt;
  return Answer{Found->second.Question, (Index == 0) != Found->second.Negated};
}

llvm::ArrayRef<unsigned> Branches::changedBy(const Stmt &Step) const {
  auto Found = Changes.find(&Step);
  return Found == Changes.end() ? llvm::ArrayRef<unsigned>()
                                : llvm::ArrayRef<unsigned>(Found->second);
}

} // namespace asynctidy
