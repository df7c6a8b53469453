// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Loops.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace asynctidy {

bool isLoop(const Stmt &S) {
  return isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S);
}

bool isEndless(const Stmt &S, const ASTContext &AST) {
  const Expr *Condition = nullptr;
  if (const auto *For = dyn_cast<ForStmt>(&S))
    Condition = For->getCond();
  else if (const auto *While = dyn_cast<WhileStmt>(&S))
    Condition = While->getCond();
  else if (const auto *Do = dyn_cast<DoStmt>(&S))
    Condition = Do->getCond();
  else
    return false;
  bool Holds = false;
  return !Condition ||
         (!Condition->isValueDependent() &&
          Condition->EvaluateAsBooleanCondition(Holds, AST) && Holds);
}

const Stmt *loopAround(const Stmt &S, const LexicalScopes &Scopes) {
  const Stmt *Around = Scopes.parentOf(S);
  while (Around && !isLoop(*Around))
    Around = Scopes.parentOf(*Around);
  return Around;
}

} // namespace asynctidy
