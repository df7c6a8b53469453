// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "LexicalScopes.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace asynctidy {

LexicalScopes::LexicalScopes(const Stmt &Body) { enter(Body, nullptr, &Body); }

static bool opensScope(const Stmt &S) {
  return isa<CompoundStmt, IfStmt, SwitchStmt, WhileStmt, ForStmt,
             CXXForRangeStmt, CXXCatchStmt>(S);
}

void LexicalScopes::declare(const Stmt &S, const Stmt *Scope) {
  unsigned Here = Positions.size();
  auto Add = [&](const VarDecl *V) {
    if (V && V->hasLocalStorage())
      Declared.insert({V, {Scope, Here}});
  };
  if (const auto *Catch = dyn_cast<CXXCatchStmt>(&S))
    Add(Catch->getExceptionDecl());
  const auto *Declarations = dyn_cast<DeclStmt>(&S);
  if (!Declarations)
    return;
  for (const Decl *D : Declarations->decls()) {
    Add(dyn_cast<VarDecl>(D));
    if (const auto *Parts = dyn_cast<DecompositionDecl>(D))
      for (const BindingDecl *Part : Parts->bindings())
        Add(Part->getHoldingVar());
  }
}

void LexicalScopes::enter(const Stmt &S, const Stmt *Parent,
                          const Stmt *Scope) {
  if (!Parents.try_emplace(&S, Parent).second)
    return;
  Positions[&S] = Positions.size();
  if (opensScope(S))
    Scope = &S;
  declare(S, Scope);
  auto Enter = [&](const Stmt *Child) {
    if (Child)
      enter(*Child, &S, Scope);
  };
  if (const auto *Lambda = dyn_cast<LambdaExpr>(&S)) {
    for (const Expr *Init : Lambda->capture_inits())
      Enter(Init);
    return;
  }
  // What the language calls to await something is not in the text.
  if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(&S))
    return Enter(Suspend->getOperand());
  for (const Stmt *Child : S.children())
    Enter(Child);
}

bool LexicalScopes::contains(const Stmt &Outer, const Stmt &S) const {
  for (const Stmt *Around = &S; Around; Around = Parents.lookup(Around))
    if (Around == &Outer)
      return true;
  return false;
}

bool LexicalScopes::isAlive(const VarDecl &V, const Stmt &S) const {
  auto Known = Declared.find(&V);
  if (Known == Declared.end())
    return true;
  auto At = Positions.find(&S);
  return At != Positions.end() && At->second > Known->second.Position &&
         contains(*Known->second.Scope, S);
}

const Expr &LexicalScopes::fullExpression(const Expr &E) const {
  const Expr *Whole = &E;
  while (const auto *Around =
             llvm::dyn_cast_or_null<Expr>(Parents.lookup(Whole)))
    Whole = Around;
  return *Whole;
}

bool LexicalScopes::areAlternatives(const Expr &A, const Expr &B) const {
  for (const Stmt *P = parentOf(A); P; P = parentOf(*P)) {
    if (!contains(*P, B))
      continue;
    const Stmt *Then = nullptr, *Else = nullptr;
    if (const auto *If = dyn_cast<IfStmt>(P))
      Then = If->getThen(), Else = If->getElse();
    else if (const auto *Either = dyn_cast<ConditionalOperator>(P))
      Then = Either->getTrueExpr(), Else = Either->getFalseExpr();
    return Then && Else && contains(*Then, A) != contains(*Then, B) &&
           contains(*Else, A) != contains(*Else, B);
  }
  return false;
}

} // namespace asynctidy
