// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "VariableChanges.h"
#include "CallSite.h"
#include "Coroutine.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ExprConcepts.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Looks for what is done with variables but reading them.
class ChangeFinder {
public:
  using Variables = llvm::SmallPtrSetImpl<const VarDecl *>;
  ChangeFinder(Variables &Touched, Variables &Assigned)
      : Touched(Touched), Assigned(Assigned) {}

  void look(const Stmt *S);

private:
  void read(const Expr *E);
  void lookInto(const LambdaExpr &Lambda);
  void noteTouched(const Expr *E);
  void noteAssignment(const Stmt &S);
  void noteAssigned(const Expr *Object);

  Variables &Touched;
  Variables &Assigned;
};

} // namespace

/// std::move and std::forward. What they give away is not used any more.
static bool isMove(const Expr &E) {
  return isa<CallExpr>(E) && valueSource(&E) != &E;
}

/// Whether the object that is cast cannot be changed through the cast.
static bool onlyReads(const CastExpr &Cast) {
  if (Cast.getCastKind() == CK_LValueToRValue ||
      Cast.getCastKind() == CK_ToVoid)
    return true;
  return Cast.isGLValue() && Cast.getType().isConstQualified();
}

/// \p E may be given a new value.
void ChangeFinder::noteTouched(const Expr *E) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    if (const auto *V = dyn_cast<VarDecl>(Ref->getDecl()))
      Touched.insert(V);
}

void ChangeFinder::noteAssigned(const Expr *Object) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Object->IgnoreParenImpCasts()))
    if (const auto *V = dyn_cast<VarDecl>(Ref->getDecl()))
      Assigned.insert(V);
}

void ChangeFinder::noteAssignment(const Stmt &S) {
  if (const auto *Address = dyn_cast<UnaryOperator>(&S);
      Address && Address->getOpcode() == UO_AddrOf)
    return noteAssigned(Address->getSubExpr());
  if (const auto *Assign = dyn_cast<BinaryOperator>(&S))
    if (Assign->isAssignmentOp())
      return noteAssigned(Assign->getLHS());
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&S))
    if (Operator->isAssignmentOp())
      return noteAssigned(Operator->getArg(0));
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(&S))
    if (const CXXMethodDecl *Method = Call->getMethodDecl();
        Method && !Method->isConst())
      noteAssigned(Call->getImplicitObjectArgument());
}

/// A closure that refers to a variable may still only read it.
void ChangeFinder::lookInto(const LambdaExpr &Lambda) {
  for (auto [Capture, Init] :
       llvm::zip(Lambda.captures(), Lambda.capture_inits()))
    if (!Capture.capturesVariable() || Capture.getCaptureKind() != LCK_ByRef ||
        Lambda.isInitCapture(&Capture))
      look(Init);
  look(Lambda.getBody());
}

/// \p E is read, and nothing else.
void ChangeFinder::read(const Expr *E) {
  E = E->IgnoreParens();
  if (isa<DeclRefExpr>(E))
    return;
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return Member->isArrow() ? look(E) : read(Member->getBase());
  if (const auto *Cast = dyn_cast<CastExpr>(E); Cast && Cast->isGLValue())
    return read(Cast->getSubExpr());
  if (isMove(*E))
    return read(cast<CallExpr>(E)->getArg(0));
  if (const auto *Either = dyn_cast<ConditionalOperator>(E)) {
    look(Either->getCond());
    read(Either->getTrueExpr());
    return read(Either->getFalseExpr());
  }
  look(E);
}

void ChangeFinder::look(const Stmt *S) {
  if (!S || isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, RequiresExpr>(S))
    return;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(S)) {
    if (!Ref->getType().isConstQualified())
      noteTouched(Ref);
    return;
  }
  if (const auto *Lambda = dyn_cast<LambdaExpr>(S))
    return lookInto(*Lambda);
  if (const auto *Cast = dyn_cast<CastExpr>(S); Cast && onlyReads(*Cast))
    return read(Cast->getSubExpr());
  if (const auto *E = dyn_cast<Expr>(S); E && E->isXValue() && isMove(*E))
    return read(cast<CallExpr>(E)->getArg(0));
  if (const auto *Member = dyn_cast<MemberExpr>(S);
      Member && !Member->isArrow() &&
      !Member->getMemberDecl()->isCXXInstanceMember())
    return read(Member->getBase()); // a static member
  if (const auto *Cast = dyn_cast<CXXConstCastExpr>(S))
    noteTouched(Cast->getSubExpr()->IgnoreParenCasts());
  noteAssignment(*S);
  for (const Stmt *Child : S->children())
    look(Child);
}

bool isCallableObject(QualType T) {
  if (T.isNull())
    return false;
  const CXXRecordDecl *Record = T.getNonReferenceType()->getAsCXXRecordDecl();
  if (!Record || !Record->hasDefinition())
    return false;
  DeclarationName Name =
      Record->getASTContext().DeclarationNames.getCXXOperatorName(OO_Call);
  return !Record->getDefinition()->lookup(Name).empty();
}

bool isCallable(QualType T) {
  if (T.isNull())
    return false;
  QualType Value = T.getNonReferenceType();
  return isCallableObject(T) || Value->isFunctionType() ||
         Value->isFunctionPointerType() || Value->isMemberFunctionPointerType();
}

VariableChanges::VariableChanges(const FunctionDecl &F) {
  ChangeFinder Changes(Touched, Assigned);
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&F))
    for (const CXXCtorInitializer *Init : Constructor->inits())
      Changes.look(Init->getInit());
  // The rest of a coroutine moves its parameters into the frame.
  const CoroutineBodyStmt *Coroutine = coroutineBody(F);
  Changes.look(Coroutine ? Coroutine->getBody() : F.getBody());
}

bool VariableChanges::keepsValue(const VarDecl &V) const {
  QualType T = V.getType();
  QualType Value = T.getNonReferenceType();
  if (!V.hasLocalStorage() || Value.isVolatileQualified())
    return false;
  if (isCallable(T)) // by whatever kind of reference, it is only called
    return !Assigned.contains(&V);
  if (T->isLValueReferenceType() && !Value.isConstQualified())
    return false;
  return !Touched.contains(&V);
}

} // namespace asynctidy
