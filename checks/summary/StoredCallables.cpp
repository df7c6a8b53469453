// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "StoreCollector.h"
#include "flow/Holders.h"
#include "model/CallableVariable.h"
#include "model/Names.h"
#include "clang/AST/ExprConcepts.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

namespace {

/// Looks through initializers and bodies for what is put where.
class StoreFinder {
public:
  StoreFinder(StoredCallables &Result, const Model &M)
      : P(M.project()), Found(Result, M) {}

  void lookInto(const FunctionDecl &F);
  /// \p Init, which may be null, initializes \p Variable.
  void lookAt(const ValueDecl &Variable, const Expr *Init) {
    Found.put(Init, &Variable);
    look(Init);
  }

private:
  void look(const Stmt *S);
  void lookAtCall(const CallExpr &Call);
  void lookAtMembers(QualType T, llvm::ArrayRef<Expr *> Inits);

  const Project &P;
  StoreCollector Found;
};

} // namespace

/// The members of an aggregate are given values in the order of the text.
void StoreFinder::lookAtMembers(QualType T, llvm::ArrayRef<Expr *> Inits) {
  const auto *Record = T->getAsCXXRecordDecl();
  if (!Record || !Record->hasDefinition() || Record->isUnion())
    return;
  Record = Record->getDefinition();
  if (Inits.size() < Record->getNumBases())
    return;
  Inits = Inits.drop_front(Record->getNumBases());
  for (const FieldDecl *Field : Record->fields()) {
    if (Field->isUnnamedBitField())
      continue;
    if (Inits.empty())
      return;
    Found.put(Inits.front(), Field);
    Inits = Inits.drop_front();
  }
}

/// Whether \p F puts what it is given into the object.
static bool isFilling(const FunctionDecl &F) {
  static constexpr llvm::StringLiteral More[] = {
      "append", "assign", "emplace_hint", "enqueue", "prepend", "store"};
  return fills(F) || llvm::is_contained(More, lastPart(F));
}

void StoreFinder::lookAtCall(const CallExpr &Call) {
  const FunctionDecl *F = Call.getDirectCallee();
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call);
  bool Assigns = Operator && Operator->getOperator() == OO_Equal &&
                 Operator->getNumArgs() == 2;
  const Expr *Object = receiverOf(Call);
  bool Fills = isa<CXXMemberCallExpr>(Call) && F && isFilling(*F);
  if (!Object || !(Assigns || Fills))
    return;
  const ValueDecl *Into = changedVariable(Object, P);
  for (const Expr *Arg : llvm::drop_begin(Call.arguments(), Assigns ? 1 : 0))
    Found.put(Arg, Into);
}

void StoreFinder::look(const Stmt *S) {
  if (!S || isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, RequiresExpr>(S))
    return;
  if (const auto *Lambda = dyn_cast<LambdaExpr>(S)) {
    for (const Expr *Init : Lambda->capture_inits())
      look(Init);
    return; // its body is a function of its own
  }
  if (const auto *Body = dyn_cast<CoroutineBodyStmt>(S))
    return look(Body->getBody());
  if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(S))
    return look(Suspend->getCommonExpr()); // the operand is in it
  if (const auto *Declarations = dyn_cast<DeclStmt>(S)) {
    for (const Decl *D : Declarations->decls())
      if (const auto *Variable = dyn_cast<VarDecl>(D);
          Variable && Variable->isStaticLocal())
        Found.put(Variable->getInit(), Variable);
  } else if (const auto *Assign = dyn_cast<BinaryOperator>(S)) {
    if (Assign->getOpcode() == BO_Assign)
      Found.put(Assign->getRHS(), changedVariable(Assign->getLHS(), P));
  } else if (const auto *Call = dyn_cast<CallExpr>(S)) {
    lookAtCall(*Call);
  } else if (const auto *List = dyn_cast<InitListExpr>(S)) {
    if (List->isSyntacticForm() && List->getSemanticForm())
      return look(List->getSemanticForm());
    lookAtMembers(List->getType(), List->inits());
  } else if (const auto *List = dyn_cast<CXXParenListInitExpr>(S)) {
    lookAtMembers(List->getType(), List->getInitExprs());
  }
  for (const Stmt *Child : S->children())
    look(Child);
}

void StoreFinder::lookInto(const FunctionDecl &F) {
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&F))
    for (const CXXCtorInitializer *Init : Constructor->inits()) {
      if (const FieldDecl *Field = Init->getAnyMember())
        lookAt(*Field, Init->getInit());
      else
        look(Init->getInit());
    }
  look(F.getBody());
}

namespace {

/// Looks through what is initialized outside of functions.
class InitializerVisitor : public RecursiveASTVisitor<InitializerVisitor> {
public:
  InitializerVisitor(StoreFinder &Finder, const Project &P)
      : Finder(Finder), P(P) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool TraverseDecl(Decl *D) {
    if (!D || (!isa<TranslationUnitDecl>(D) && !P.contains(D->getLocation())))
      return true;
    return RecursiveASTVisitor::TraverseDecl(D);
  }
  bool TraverseStmt(Stmt *) { return true; }

  bool VisitFieldDecl(FieldDecl *Field) {
    Finder.lookAt(*Field, Field->getInClassInitializer());
    return true;
  }
  bool VisitVarDecl(VarDecl *Variable) {
    if (Variable->isFileVarDecl())
      Finder.lookAt(*Variable, Variable->getInit());
    return true;
  }

private:
  StoreFinder &Finder;
  const Project &P;
};

} // namespace

StoredCallables::StoredCallables(const Model &M) {
  StoreFinder Finder(*this, M);
  InitializerVisitor Outside(Finder, M.project());
  for (Decl *D : M.ast().getTraversalScope())
    Outside.TraverseDecl(D);
  for (const FunctionDecl *F : M.functions().functions())
    Finder.lookInto(*F);
}

llvm::ArrayRef<StoredCallables::Kept>
StoredCallables::keptBy(const FunctionDecl &F) const {
  auto Known = Keeps.find(F.getCanonicalDecl());
  return Known == Keeps.end() ? llvm::ArrayRef<Kept>() : Known->second;
}

} // namespace asynctidy
