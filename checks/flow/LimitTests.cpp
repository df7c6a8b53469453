// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Conditions that ask how much there is already.
#include "Bounds.h"
#include "model/CallSiteMaker.h"
#include "model/Constants.h"
#include "model/Names.h"
#include "model/Starts.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

/// Whether \p S waits, or leaves the loop or the function.
static bool waitsOrLeaves(const Stmt *S) {
  if (!S || isa<LambdaExpr>(S))
    return false;
  if (isa<CoawaitExpr, CoyieldExpr, BreakStmt, ReturnStmt, CoreturnStmt,
          CXXThrowExpr, GotoStmt>(S))
    return true;
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(S))
    if (const FunctionDecl *F = Call->getMethodDecl();
        F && hasWord(lastPart(*F), {"wait", "get", "join", "acquire"}))
      return true;
  return llvm::any_of(S->children(), waitsOrLeaves);
}
static bool skips(const Stmt *S) {
  return S && !isa<LambdaExpr>(S) &&
         (isa<ContinueStmt>(S) || llvm::any_of(S->children(), skips));
}

static bool namesCount(llvm::StringRef Name) {
  return hasWord(Name, {"full",        "limit",       "limits",   "max",
                        "capacity",    "busy",        "inflight", "flight",
                        "active",      "running",     "pending",  "outstanding",
                        "available",   "slots",       "quota",    "budget",
                        "saturated",   "room",        "free",     "depth",
                        "level",       "concurrency", "exceeded", "overloaded",
                        "connections", "sessions",    "clients",  "count"});
}

/// Whether \p E says how much of something there is that lives longer than one
/// iteration: its size, or a number.
bool Bounds::isCount(const Expr *E) const {
  E = valueSource(E);
  if (!E)
    return false;
  if (const auto *Binary = dyn_cast<BinaryOperator>(E))
    return isCount(Binary->getLHS());
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return isCount(Unary->getSubExpr());
  const auto *Call = dyn_cast<CallExpr>(E);
  const Expr *Of = E;
  if (Call) {
    const FunctionDecl *Called = Call->getDirectCallee();
    Of = receiverOf(*Call);
    if (!Called)
      return false;
    if (namesCount(lastPart(*Called)))
      return true;
    if (!Of && Call->getNumArgs())
      Of = Call->getArg(0);
    if (!Of || !hasWord(lastPart(*Called),
                        {"size", "ssize", "length", "load", "operator int"}))
      return isa<CXXConversionDecl>(Called) && Of;
  }
  const ValueDecl *D = namedValue(valueSource(Of));
  const auto *Variable = dyn_cast_or_null<VarDecl>(D);
  if (!D || (!Variable && !isa<FieldDecl>(D)))
    return false;
  if (Variable && Followed) {
    // What is new in each iteration is what the task is about.
    for (const Stmt *S = Scopes.parentOf(*Followed); S; S = Scopes.parentOf(*S))
      if (const auto *For = dyn_cast<CXXForRangeStmt>(S);
          For && (For->getLoopVariable() == Variable ||
                  namedValue(valueSource(For->getRangeInit())) == D))
        return false;
    if (Sources.contains(D) && Variable->getType()->isRecordType() &&
        !Holders.contains(D))
      return false;
  }
  return true;
}

bool Bounds::isTestOfCount(const Expr *Condition, bool Leaves) const {
  bool Tests = false;
  forEachExpression(*Condition, [&](const Expr &E) {
    const auto *Binary = dyn_cast<BinaryOperator>(&E);
    if (Binary && Binary->isComparisonOp()) {
      for (auto [Side, Other] :
           {std::pair(Binary->getLHS(), Binary->getRHS()),
            std::pair(Binary->getRHS(), Binary->getLHS())}) {
        std::optional<int64_t> Limit = constantValue(Other, M.ast());
        const auto *Rest =
            dyn_cast<BinaryOperator>(Side->IgnoreParenImpCasts());
        bool IsEveryNth = Rest && Rest->getOpcode() == BO_Rem;
        bool IsLimit = IsEveryNth || !Limit || *Limit > 1;
        Tests |= IsLimit && isCount(Side) &&
                 Side->getType()->isIntegralOrEnumerationType() &&
                 (Binary->isRelationalOp() || Leaves);
      }
    }
    const auto *Call = dyn_cast<CallExpr>(&E);
    const FunctionDecl *Called = Call ? Call->getDirectCallee() : nullptr;
    Tests |= Called && Called->getReturnType()->isBooleanType() &&
             namesCount(lastPart(*Called));
    const ValueDecl *D = namedValue(&E);
    Tests |= D && E.getType()->isBooleanType() && D->getIdentifier() &&
             namesCount(D->getName());
  });
  return Tests;
}

bool Bounds::isLimitTest(const Stmt &Branch) const {
  // Of `a && b`, each part decides.
  if (const auto *Part = dyn_cast<Expr>(&Branch)) {
    const Stmt *Whole = Scopes.parentOf(*Part);
    while (isa_and_nonnull<Expr>(Whole))
      Whole = Scopes.parentOf(*Whole);
    return isa_and_nonnull<IfStmt, WhileStmt>(Whole) && isLimitTest(*Whole);
  }
  bool IsAround = Followed && Scopes.contains(Branch, *Followed);
  if (const auto *If = dyn_cast<IfStmt>(&Branch)) {
    if (If->getConditionVariable())
      return false;
    bool Leaves = waitsOrLeaves(If->getThen()) || waitsOrLeaves(If->getElse());
    return (Leaves || IsAround || skips(If->getThen())) &&
           isTestOfCount(If->getCond(), Leaves);
  }
  const auto *While = dyn_cast<WhileStmt>(&Branch);
  return While && !IsAround && !While->getConditionVariable() &&
         waitsOrLeaves(While->getBody()) &&
         isTestOfCount(While->getCond(), true);
}

} // namespace asynctidy
