// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Borrowing.h"
#include "CallSite.h"
#include "Coroutine.h"
#include "Names.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/ScopeExit.h"

using namespace clang;

namespace asynctidy {

/// Whether \p Record gives access to one object, and gives it up when it is
/// destroyed: a smart pointer that cannot be copied, a lease.
static bool isLease(const CXXRecordDecl &Record) {
  const CXXDestructorDecl *Destructor = Record.getDestructor();
  if (!Destructor || !Destructor->isUserProvided())
    return false;
  bool IsCopied = llvm::any_of(Record.ctors(), [](const CXXConstructorDecl *C) {
    return C->isCopyConstructor() && !C->isDeleted();
  });
  return !IsCopied && llvm::any_of(Record.methods(), [](const auto *Method) {
    return Method->getOverloadedOperator() == OO_Arrow;
  });
}

bool isOwner(QualType T) {
  const CXXRecordDecl *Record =
      T.isNull() ? nullptr : T.getNonReferenceType()->getAsCXXRecordDecl();
  return Record && Record->hasDefinition() &&
         (Record->hasAttr<OwnerAttr>() || isLease(*Record));
}

bool Borrowing::isView(QualType T) const {
  const CXXRecordDecl *Record = T.isNull() ? nullptr : T->getAsCXXRecordDecl();
  return Record &&
         (Record->hasAttr<PointerAttr>() || Rules.findType(T, Role::View));
}

/// Whether \p Variable is given another value after its declaration, or its
/// address is taken.
static bool isReassigned(const Stmt &S, const VarDecl &Variable) {
  auto Names = [&](const Expr *E) {
    const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
    return Ref && Ref->getDecl() == &Variable;
  };
  if (const auto *Binary = dyn_cast<BinaryOperator>(&S))
    if (Binary->isAssignmentOp() && Names(Binary->getLHS()))
      return true;
  if (const auto *Unary = dyn_cast<UnaryOperator>(&S))
    if ((Unary->isIncrementDecrementOp() || Unary->getOpcode() == UO_AddrOf) &&
        Names(Unary->getSubExpr()))
      return true;
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(&S))
    if (Call->isAssignmentOp() && Names(Call->getArg(0)))
      return true;
  return llvm::any_of(S.children(), [&](const Stmt *Child) {
    return Child && isReassigned(*Child, Variable);
  });
}

static bool keepsItsValue(const VarDecl &Variable) {
  const auto *F = dyn_cast<FunctionDecl>(Variable.getDeclContext());
  return Variable.getInit() && Variable.hasLocalStorage() && F &&
         F->getBody() && !isReassigned(*F->getBody(), Variable);
}

/// Follows one expression down to the objects.
class ReferentFinder {
public:
  explicit ReferentFinder(const Borrowing &B) : B(B) {}

  void object(const Expr *E);
  void value(const Expr *E);

  Referents Found;

private:
  void add(Referent R) {
    if (!llvm::is_contained(Found, R))
      Found.push_back(R);
  }
  void variable(const VarDecl &Variable, const Expr &E);
  void callGivingReference(const CallExpr &Call);
  void callGivingView(const CallExpr &Call);
  bool annotated(const CallExpr &Call);
  void argument(const Expr *Arg);
  void aggregate(QualType T, llvm::ArrayRef<Expr *> Inits);
  void closure(const LambdaExpr &Lambda);
  bool refersByValue(QualType T) const;

  const Borrowing &B;
  unsigned Depth = 0; ///< against variables made of themselves
};

void ReferentFinder::variable(const VarDecl &Variable, const Expr &E) {
  if (!Variable.hasLocalStorage())
    return;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&E))
    if (Ref->refersToEnclosingVariableOrCapture())
      return;
  if (!Variable.getType()->isReferenceType())
    return add({nullptr, &Variable, false});
  if (isa<ParmVarDecl>(Variable))
    return add({nullptr, &Variable, true});
  if (Variable.getInit())
    object(Variable.getInit());
}

/// What is marked [[clang::lifetimebound]].
bool ReferentFinder::annotated(const CallExpr &Call) {
  bool Any = false;
  forEachArgument(
      Call, [&](const ParmVarDecl &Parameter, unsigned, const Expr &Arg) {
        if (!Parameter.hasAttr<LifetimeBoundAttr>())
          return;
        Any = true;
        Parameter.getType()->isReferenceType() ? object(&Arg) : value(&Arg);
      });
  return Any;
}

static bool isNamed(const FunctionDecl &F,
                    llvm::ArrayRef<llvm::StringLiteral> Names) {
  return F.getIdentifier() && llvm::is_contained(Names, F.getName());
}

void ReferentFinder::callGivingReference(const CallExpr &Call) {
  const FunctionDecl *F = Call.getDirectCallee();
  if (!F || annotated(Call))
    return;
  if (const Expr *Receiver = receiverOf(Call)) {
    // `p->x` has the pointer for its receiver.
    QualType T = Receiver->getType();
    if (T->isPointerType())
      return value(Receiver);
    if (isOwner(T))
      return object(Receiver);
    if (B.isView(T)) // `*iterator`, `span[0]`, `reference.get()`
      return value(Receiver);
    return;
  }
  static constexpr llvm::StringLiteral Same[] = {
      "move", "forward", "as_const", "forward_like",
      "get",  "min",     "max",      "clamp"};
  if (F->isInStdNamespace() && isNamed(*F, Same))
    for (const Expr *Arg : Call.arguments())
      object(Arg);
}

void ReferentFinder::argument(const Expr *Arg) {
  QualType T = Arg->getType();
  if (isOwner(T) || T->isArrayType())
    object(Arg);
  else if (refersByValue(T))
    value(Arg);
}

void ReferentFinder::callGivingView(const CallExpr &Call) {
  if (valueSource(&Call) != &Call) // std::move
    return value(Call.getArg(0));
  const FunctionDecl *F = Call.getDirectCallee();
  if (!F || Call.isGLValue() || annotated(Call))
    return;
  if (const Expr *Receiver = receiverOf(Call)) {
    if (!isNamed(*F, {"release"}))
      argument(Receiver);
    return;
  }
  // `std::ref(x)`, `std::data(v)`, `asio::buffer(text)`: of a view's own
  // library. What others do with what they are given is not known.
  static constexpr llvm::StringLiteral ToAnything[] = {"ref", "cref",
                                                       "addressof"};
  if (F->isInStdNamespace() && isNamed(*F, ToAnything) && Call.getNumArgs())
    return object(Call.getArg(0));
  const CXXRecordDecl *View = Call.getType()->getAsCXXRecordDecl();
  const DeclContext *Home =
      View ? View->getDeclContext()->getEnclosingNamespaceContext() : nullptr;
  bool IsOwn = Home && !Home->isTranslationUnit() &&
               Home->getRedeclContext()->Equals(
                   F->getEnclosingNamespaceContext()->getRedeclContext());
  if (IsOwn || (F->isInStdNamespace() && Call.getType()->isPointerType()))
    for (const Expr *Arg : Call.arguments())
      argument(Arg);
}

void ReferentFinder::object(const Expr *E) {
  if (!E || ++Depth > 32)
    return;
  auto Leave = llvm::make_scope_exit([&] { --Depth; });
  E = E->IgnoreParens();
  if (const auto *Full = dyn_cast<FullExpr>(E))
    return object(Full->getSubExpr());
  if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(E))
    return object(Default->getExpr());
  if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(E)) {
    const auto *Keeper =
        dyn_cast_or_null<VarDecl>(Temporary->getExtendingDecl());
    if (!Temporary->getExtendingDecl())
      add({Temporary, nullptr, false});
    else if (Keeper && Keeper->hasLocalStorage())
      add({nullptr, Keeper, false});
    return;
  }
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return Cast->isGLValue() ? object(Cast->getSubExpr()) : value(E);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    const ValueDecl *D = Ref->getDecl();
    if (const auto *Part = dyn_cast<BindingDecl>(D))
      D = Part->getHoldingVar() ? Part->getHoldingVar()
                                : Part->getDecomposedDecl();
    if (const auto *Variable = dyn_cast_or_null<VarDecl>(D))
      variable(*Variable, *E);
    return;
  }
  if (const auto *Member = dyn_cast<MemberExpr>(E)) {
    const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
    if (!Field || Field->getType()->isReferenceType())
      return;
    return Member->isArrow() ? value(Member->getBase())
                             : object(Member->getBase());
  }
  if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(E))
    return value(Subscript->getBase());
  if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    if (Unary->getOpcode() == UO_Deref)
      value(Unary->getSubExpr());
    return;
  }
  if (const auto *Either = dyn_cast<ConditionalOperator>(E)) {
    object(Either->getTrueExpr());
    return object(Either->getFalseExpr());
  }
  if (const auto *Binary = dyn_cast<BinaryOperator>(E)) {
    if (Binary->getOpcode() == BO_Comma)
      object(Binary->getRHS());
    return;
  }
  if (const auto *Call = dyn_cast<CallExpr>(E))
    callGivingReference(*Call);
}

/// Whether values of \p T can refer to anything.
bool ReferentFinder::refersByValue(QualType T) const {
  if (T->isPointerType())
    return !T->isFunctionPointerType();
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record || !Record->hasDefinition() || isOwner(T))
    return false;
  return B.isView(T) || Record->isLambda() || Record->isAggregate();
}

void ReferentFinder::aggregate(QualType T, llvm::ArrayRef<Expr *> Inits) {
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record || Record->getNumBases())
    return;
  for (auto [Field, Init] : llvm::zip(Record->fields(), Inits)) {
    if (Field->getType()->isReferenceType())
      object(Init);
    else if (refersByValue(Field->getType()))
      value(Init);
  }
}

void ReferentFinder::closure(const LambdaExpr &Lambda) {
  for (auto [Capture, Init] :
       llvm::zip(Lambda.captures(), Lambda.capture_inits())) {
    if (!Init || !Capture.capturesVariable())
      continue;
    if (Capture.getCaptureKind() == LCK_ByRef)
      object(Init);
    else if (refersByValue(Init->getType()))
      value(Init);
  }
}

void ReferentFinder::value(const Expr *E) {
  if (!E || ++Depth > 32)
    return;
  auto Leave = llvm::make_scope_exit([&] { --Depth; });
  E = E->IgnoreParens();
  QualType T = E->getType();
  if (const auto *Full = dyn_cast<FullExpr>(E))
    return value(Full->getSubExpr());
  if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(E))
    return value(Default->getExpr());
  if (const auto *Made = dyn_cast<MaterializeTemporaryExpr>(E))
    return value(Made->getSubExpr());
  if (const auto *Bound = dyn_cast<CXXBindTemporaryExpr>(E))
    return value(Bound->getSubExpr());
  if (const auto *Cast = dyn_cast<CastExpr>(E)) {
    if (Cast->getCastKind() == CK_ArrayToPointerDecay)
      return isa<StringLiteral>(Cast->getSubExpr()->IgnoreParens())
                 ? void()
                 : object(Cast->getSubExpr());
    return value(Cast->getSubExpr());
  }
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return Unary->getOpcode() == UO_AddrOf ? object(Unary->getSubExpr())
                                           : void();
  if (const auto *Either = dyn_cast<ConditionalOperator>(E)) {
    value(Either->getTrueExpr());
    return value(Either->getFalseExpr());
  }
  if (const auto *List = dyn_cast<CXXStdInitializerListExpr>(E))
    return object(List->getSubExpr());
  if (!refersByValue(T))
    return;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    const auto *Variable = dyn_cast<VarDecl>(Ref->getDecl());
    if (!Variable)
      return;
    if (isa<ParmVarDecl>(Variable) && Variable->hasLocalStorage())
      return add({nullptr, Variable, true});
    if (keepsItsValue(*Variable))
      value(Variable->getInit());
    return;
  }
  if (const auto *Binary = dyn_cast<BinaryOperator>(E)) {
    if (Binary->isAdditiveOp() && T->isPointerType())
      for (const Expr *Side : {Binary->getLHS(), Binary->getRHS()})
        value(Side);
    return;
  }
  if (const auto *Lambda = dyn_cast<LambdaExpr>(E))
    return closure(*Lambda);
  if (const auto *List = dyn_cast<InitListExpr>(E))
    return T->isRecordType() ? aggregate(T, List->inits()) : void();
  if (const auto *List = dyn_cast<CXXParenListInitExpr>(E))
    return aggregate(T, List->getInitExprs());
  if (const auto *Make = dyn_cast<CXXConstructExpr>(E)) {
    if (Make->getNumArgs() == 1 &&
        Make->getConstructor()->isCopyOrMoveConstructor())
      return value(Make->getArg(0));
    if (B.isView(T))
      for (const Expr *Arg : Make->arguments())
        argument(Arg);
    return;
  }
  if (const auto *Call = dyn_cast<CallExpr>(E))
    callGivingView(*Call);
}

Referents Borrowing::objectOf(const Expr *E) const {
  ReferentFinder Finder(*this);
  Finder.object(E);
  return std::move(Finder.Found);
}

Referents Borrowing::referredBy(const Expr *E) const {
  ReferentFinder Finder(*this);
  Finder.value(E);
  return std::move(Finder.Found);
}

Referents Borrowing::givenTo(const ParmVarDecl &Parameter,
                             const Expr *Arg) const {
  return Parameter.getType()->isReferenceType() ? objectOf(Arg)
                                                : referredBy(Arg);
}

} // namespace asynctidy
