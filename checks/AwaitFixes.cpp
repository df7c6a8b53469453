// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AwaitFixes.h"
#include "model/AwaitedType.h"
#include "model/Coroutine.h"
#include "model/Model.h"
#include "model/Names.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace asynctidy {

/// Whether \p E stands in a catch handler of its function, where nothing can be
/// awaited.
static bool isInHandler(const Expr &E, ASTContext &AST) {
  DynTypedNode Node = DynTypedNode::create(E);
  for (;;) {
    DynTypedNodeList Parents = AST.getParents(Node);
    if (Parents.empty())
      return false;
    Node = Parents[0];
    if (Node.get<CXXCatchStmt>())
      return true;
    if (Node.get<LambdaExpr>() || Node.get<FunctionDecl>())
      return false;
  }
}

static bool declares(const Stmt &S, llvm::StringRef Name) {
  if (const auto *Declarations = dyn_cast<DeclStmt>(&S))
    for (const Decl *D : Declarations->decls())
      if (const auto *Named = dyn_cast<NamedDecl>(D);
          Named && Named->getIdentifier() && Named->getName() == Name)
        return true;
  return llvm::any_of(S.children(), [&](const Stmt *Child) {
    return Child && declares(*Child, Name);
  });
}

bool canDeclare(llvm::StringRef Name, const Expr &E, const FunctionDecl &In,
                ASTContext &AST) {
  const Stmt *Whole = &E;
  for (;;) {
    DynTypedNodeList Parents = AST.getParents(*Whole);
    const Stmt *Parent = Parents.empty() ? nullptr : Parents[0].get<Stmt>();
    if (!Parent)
      return false;
    if (isa<CompoundStmt>(Parent))
      break;
    if (!isa<FullExpr, ParenExpr, CXXBindTemporaryExpr>(Parent))
      return false;
    Whole = Parent;
  }
  return !declares(*In.getBody(), Name) &&
         llvm::none_of(In.parameters(), [&](const ParmVarDecl *Parameter) {
           return Parameter->getName() == Name;
         });
}

/// Whether \p D's type follows what it is given.
static bool hasDeducedType(const ValueDecl *D) {
  const auto *Variable = llvm::dyn_cast_or_null<VarDecl>(D);
  return Variable && Variable->getTypeSourceInfo() &&
         Variable->getTypeSourceInfo()->getType()->getContainedAutoType();
}

/// Whether both are specializations of one class template, or the same class.
static bool areOfOneTemplate(QualType A, QualType B) {
  const CXXRecordDecl *First = A->getAsCXXRecordDecl();
  const CXXRecordDecl *Second = B->getAsCXXRecordDecl();
  if (!First || !Second)
    return false;
  const auto *FirstMade = dyn_cast<ClassTemplateSpecializationDecl>(First);
  const auto *SecondMade = dyn_cast<ClassTemplateSpecializationDecl>(Second);
  if (FirstMade && SecondMade)
    return FirstMade->getSpecializedTemplate()->getCanonicalDecl() ==
           SecondMade->getSpecializedTemplate()->getCanonicalDecl();
  return First->getCanonicalDecl() == Second->getCanonicalDecl();
}

/// Whether the coroutine \p F is known to be able to await values of \p T: they
/// are what it is itself, or it has done so.
static bool hasAwaited(const Stmt &S, QualType T) {
  if (const auto *Await = dyn_cast<CoawaitExpr>(&S))
    if (areOfOneTemplate(Await->getOperand()->getType().getNonReferenceType(),
                         T))
      return true;
  if (isa<LambdaExpr>(S))
    return false;
  return llvm::any_of(S.children(), [&](const Stmt *Child) {
    return Child && hasAwaited(*Child, T);
  });
}

/// Whether `co_await` in front of what \p L is about gives a program that means
/// what was meant.
static bool canInsertAwait(const Loss &L, const FunctionDecl &F,
                           const CoroutineBodyStmt &Body, const Model &M) {
  const Expr *E = L.Made.Site.E;
  const auto *Operator = llvm::dyn_cast_or_null<CXXOperatorCallExpr>(E);
  bool NeedsParentheses = Operator && Operator->getOperator() != OO_Call;
  if (!E || NeedsParentheses || E->getBeginLoc().isMacroID() ||
      E->getEndLoc().isMacroID() || F.isTemplateInstantiation() ||
      isInHandler(*E, M.ast()))
    return false;
  bool IsStatement = L.What == Loss::Dropped && (L.Why.What == Use::Discarded ||
                                                 L.Why.What == Use::CastToVoid);
  // A guard that is kept is not looked at: whatever it is, it may be that.
  bool IsGuard = L.Made.isGuard() && L.What == Loss::Never &&
                 hasDeducedType(L.KeptIn.Variable);
  const CXXRecordDecl *Promise = promiseOf(Body);
  const CXXRecordDecl *Record = E->getType()->getAsCXXRecordDecl();
  bool TakesAnything = Promise && !memberFunction(*Promise, "await_transform");
  return (IsStatement || IsGuard) &&
         ((TakesAnything && Record && awaiterOf(*Record)) ||
          areOfOneTemplate(E->getType(), F.getReturnType()) ||
          hasAwaited(*Body.getBody(), E->getType()));
}

void adviseAwait(Finding &F, const Loss &L, const FunctionDecl &In,
                 const Model &M) {
  const CoroutineBodyStmt *Body = coroutineBody(In);
  if (!Body || !canAwait(*Body)) {
    addNote(F, "instead: return it, or start it on the event loop");
    return;
  }
  const CXXRecordDecl *Record =
      L.Made.Site.E ? recordOf(L.Made.Site.E->getType()) : nullptr;
  const CXXRecordDecl *Promise = Record ? promiseTypeOf(*Record) : nullptr;
  if (Promise && memberFunction(*Promise, "yield_value") && !awaiterOf(*Record))
    return; // its items are awaited
  addNote(F, "instead: co_await it");
  if (!canInsertAwait(L, In, *Body, M))
    return;
  const Expr &E = *L.Made.Site.E;
  bool NeedsName = L.Made.GivesGuard && L.What == Loss::Dropped;
  if (NeedsName && !canDeclare("Guard", E, In, M.ast()))
    return;
  F.Fixes.push_back(FixItHint::CreateInsertion(
      E.getBeginLoc(), NeedsName ? "auto Guard = co_await " : "co_await "));
}

} // namespace asynctidy
