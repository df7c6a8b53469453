// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Coroutine.h"
#include "Names.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

const FunctionDecl *definitionOf(const FunctionDecl &F) {
  const FunctionDecl *Definition = nullptr;
  if (!F.hasBody(Definition) || Definition->hasSkippedBody())
    return nullptr;
  return Definition;
}

const CoroutineBodyStmt *coroutineBody(const FunctionDecl &F) {
  const FunctionDecl *Definition = definitionOf(F);
  return Definition
             ? llvm::dyn_cast_or_null<CoroutineBodyStmt>(Definition->getBody())
             : nullptr;
}

const CXXRecordDecl *promiseOf(const CoroutineBodyStmt &Body) {
  const VarDecl *Promise = Body.getPromiseDecl();
  return Promise ? recordOf(Promise->getType()) : nullptr;
}

static void addAwaits(const Stmt &S, std::vector<const CoawaitExpr *> &Found) {
  if (isa<LambdaExpr>(S))
    return;
  if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(&S)) {
    if (const auto *Await = dyn_cast<CoawaitExpr>(&S))
      Found.push_back(Await);
    return addAwaits(*Suspend->getOperand(), Found);
  }
  if (const auto *Return = dyn_cast<CoreturnStmt>(&S)) {
    if (Return->getOperand())
      addAwaits(*Return->getOperand(), Found);
    return;
  }
  for (const Stmt *Child : S.children())
    if (Child)
      addAwaits(*Child, Found);
}

std::vector<const CoawaitExpr *> awaitsOf(const FunctionDecl &F) {
  std::vector<const CoawaitExpr *> Found;
  if (const CoroutineBodyStmt *Body = coroutineBody(F))
    addAwaits(*Body->getBody(), Found);
  return Found;
}

std::string coroutineName(const FunctionDecl &F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  return Method && Method->getParent()->isLambda()
             ? "a coroutine lambda"
             : "coroutine '" + messageName(F) + "'";
}

static bool awaits(const Stmt *S) {
  if (!S || isa<LambdaExpr>(S))
    return false;
  if (isa<CoawaitExpr, DependentCoawaitExpr>(S))
    return true;
  if (const auto *Yield = dyn_cast<CoyieldExpr>(S))
    return awaits(Yield->getOperand());
  return llvm::any_of(S->children(), awaits);
}

/// Finds members of \p Record and its bases by name.
static bool hasMember(const CXXRecordDecl &Record, llvm::StringRef Name,
                      bool OnlyUsable) {
  DeclarationName Id = &Record.getASTContext().Idents.get(Name);
  for (const NamedDecl *Member : Record.lookup(Id)) {
    const FunctionDecl *F = Member->getAsFunction();
    if (!OnlyUsable || (F && !F->isDeleted()))
      return true;
  }
  return llvm::any_of(Record.bases(), [&](const CXXBaseSpecifier &Base) {
    const CXXRecordDecl *Parent = recordOf(Base.getType());
    return Parent && Parent->hasDefinition() &&
           hasMember(*Parent, Name, OnlyUsable);
  });
}

bool canAwait(const CoroutineBodyStmt &Body) {
  if (awaits(Body.getBody()))
    return true;
  const CXXRecordDecl *Promise = promiseOf(Body);
  if (!Promise || !Promise->hasDefinition())
    return true;
  return !hasMember(*Promise, "yield_value", /*OnlyUsable=*/false) ||
         hasMember(*Promise, "await_transform", /*OnlyUsable=*/true);
}

} // namespace asynctidy
