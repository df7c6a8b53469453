// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AwaitResults.h"
#include "Destination.h"
#include "model/Borrowing.h"
#include "model/CallSite.h"
#include "model/Coroutine.h"
#include "model/Names.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"

#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace asynctidy {

/// Whether \p E, what a method returns a reference to, is a part of its object
/// or of the coroutine's promise.
static bool isPartOfObject(const Expr *E) {
  E = valueSource(E);
  if (const auto *Member = dyn_cast_or_null<MemberExpr>(E)) {
    const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
    if (!Field || Field->getType()->isReferenceType())
      return false;
    if (isa<CXXThisExpr>(Member->getBase()->IgnoreParenImpCasts()))
      return true;
    return !Member->isArrow() && isPartOfObject(Member->getBase());
  }
  const auto *Call = dyn_cast_or_null<CallExpr>(E);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  if (!F)
    return false;
  if (qualifiedName(*F) == "std::coroutine_handle::promise")
    return true;
  // `*optional_`, `storage.value()`
  const Expr *Object = receiverOf(*Call);
  return Object && isOwner(Object->getType()) && isPartOfObject(Object);
}

static bool returnsPartOfObject(const FunctionDecl &F) {
  const FunctionDecl *Shown = definitionOf(F);
  const auto *Body = Shown ? dyn_cast<CompoundStmt>(Shown->getBody()) : nullptr;
  const auto *Return = Body && !Body->body_empty()
                           ? dyn_cast<ReturnStmt>(Body->body_back())
                           : nullptr;
  return Return && Return->getRetValue() &&
         isPartOfObject(Return->getRetValue());
}

/// Whether \p T is a task for references, which belong to somebody else.
static bool isForReferences(QualType T) {
  auto Values = typeArguments(T);
  return !Values.empty() && Values.front()->isReferenceType();
}

/// Whether what \p Await gives is a reference into the temporary it awaits.
static bool refersToAwaiter(const CoawaitExpr &Await, const Model &M) {
  const Expr &Awaited = *Await.getOperand();
  if (Await.isPRValue() || !Awaited.isPRValue() ||
      isForReferences(Awaited.getType()))
    return false;
  const Expr *Resumed = Await.getResumeExpr()->IgnoreImplicit();
  const auto *Resume = dyn_cast<CallExpr>(Resumed);
  const FunctionDecl *F = Resume ? Resume->getDirectCallee() : nullptr;
  if (!F)
    return false;
  if (F->hasAttr<LifetimeBoundAttr>())
    return true;
  if (M.project().contains(F->getLocation()) && definitionOf(*F))
    return returnsPartOfObject(*F);
  // A task gives its own value away as an rvalue; references that it was made
  // for are lvalues.
  return Await.isXValue() && M.taskTypes().find(Awaited.getType());
}

static void findResults(const Stmt &S, const Stmt &Body, const Model &M,
                        std::vector<DanglingResult> &Found) {
  if (isa<LambdaExpr>(S))
    return;
  const auto *Loop = dyn_cast<CXXForRangeStmt>(&S);
  // Since C++23 the temporaries in the head of the loop live as long as it.
  if (Loop && M.ast().getLangOpts().CPlusPlus23)
    return findResults(*Loop->getBody(), Body, M, Found);
  if (const auto *Declarations = dyn_cast<DeclStmt>(&S))
    for (const Decl *D : Declarations->decls()) {
      const auto *Variable = dyn_cast<VarDecl>(D);
      if (!Variable || !Variable->getInit() ||
          !Variable->getType()->isReferenceType())
        continue;
      const auto *Await = dyn_cast<CoawaitExpr>(
          Variable->getInit()->IgnoreImplicit()->IgnoreParenCasts());
      if (!Await || !refersToAwaiter(*Await, M))
        continue;
      std::vector<const Expr *> Uses = mentionsOf(*Variable, Body);
      if (!Uses.empty())
        Found.push_back(
            {Await, Variable, Variable->isImplicit() ? nullptr : Uses.front()});
    }
  for (const Stmt *Child : S.children())
    if (Child)
      findResults(*Child, Body, M, Found);
}

std::vector<DanglingResult> danglingResultsOf(const FunctionDecl &F,
                                              const Model &M) {
  std::vector<DanglingResult> Found;
  if (const CoroutineBodyStmt *Body = coroutineBody(F))
    findResults(*Body->getBody(), *Body->getBody(), M, Found);
  return Found;
}

} // namespace asynctidy
