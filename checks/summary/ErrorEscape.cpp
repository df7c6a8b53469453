// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ErrorEscape.h"
#include "flow/FlowGraph.h"
#include "model/CallSiteMaker.h"
#include "model/Coroutine.h"
#include "model/Names.h"
#include "model/StopSignals.h"
#include "model/Suspension.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

bool ErrorEscape::throws(const CoawaitExpr &Await, const FunctionDecl &F) {
  const Expr *Operand = Await.getOperand();
  const Expr *Resume = Await.getResumeExpr();
  if (!Resume || !mayThrow(*Resume->IgnoreImplicit()) ||
      !M.taskTypes().find(Operand->getType()) || givesErrorAsValue(Await))
    return false;
  const auto *Call = dyn_cast<CallExpr>(valueOrigin(Operand));
  if (!Call)
    return true;
  CallSite Site = callSite(*Call, M.rules());
  for (Role Harmless : {Role::Sleep, Role::Yield, Role::Switch})
    if (M.rules().find(Site, Harmless, &F))
      return false;
  const FunctionDecl *Child = Site.function();
  return !Child || !coroutineBody(*Child) || from(*Child);
}

/// Whether \p Handler is for every error, or for all that awaits throw.
static bool catchesAll(const CXXCatchStmt &Handler) {
  static constexpr llvm::StringLiteral Errors[] = {
      "std::exception", "std::runtime_error", "std::system_error",
      "boost::system::system_error"};
  const CXXRecordDecl *Caught = recordOf(Handler.getCaughtType());
  return Handler.getCaughtType().isNull() ||
         (Caught && llvm::is_contained(Errors, qualifiedName(*Caught)));
}

const Expr *ErrorEscape::inTry(const CXXTryStmt &Try, const FunctionDecl &F) {
  bool CatchesAll = false;
  for (unsigned I = 0; I < Try.getNumHandlers(); ++I) {
    const CXXCatchStmt &Handler = *Try.getHandler(I);
    CatchesAll |= catchesAll(Handler);
    if (const Expr *Escapes =
            in(Handler.getHandlerBlock(), F, Handler.getCaughtType()))
      return Escapes;
  }
  return CatchesAll ? nullptr : in(Try.getTryBlock(), F);
}

bool ErrorEscape::isCancellation(QualType Thrown) const {
  const RuleEntry *Entry = Thrown.isNull()
                               ? nullptr
                               : M.rules().findType(Thrown, Role::Cancellation);
  return Entry && Entry->Kind == "exception" && Entry->Constants.empty();
}

/// \p Caught is what the handler around \p S is for; null outside of handlers.
const Expr *ErrorEscape::in(const Stmt *S, const FunctionDecl &F,
                            QualType Caught) {
  if (!S || isa<LambdaExpr>(S))
    return nullptr;
  if (const auto *Try = dyn_cast<CXXTryStmt>(S))
    return inTry(*Try, F);
  if (const auto *If = dyn_cast<IfStmt>(S); If && If->isConstexpr())
    if (std::optional<const Stmt *> Taken = If->getNondiscardedCase(M.ast()))
      return in(*Taken, F, Caught);
  if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(S)) {
    if (const Expr *Escapes = in(Suspend->getOperand(), F))
      return Escapes;
    const auto *Await = dyn_cast<CoawaitExpr>(S);
    return Await && throws(*Await, F) ? Await : nullptr;
  }
  if (const auto *Throw = dyn_cast<CXXThrowExpr>(S)) {
    const Expr *What = Throw->getSubExpr();
    return isCancellation(What ? What->getType() : Caught) ? nullptr : Throw;
  }
  if (const auto *Return = dyn_cast<CoreturnStmt>(S))
    return in(Return->getOperand(), F, Caught);
  for (const Stmt *Child : S->children())
    if (const Expr *Escapes = in(Child, F, Caught))
      return Escapes;
  return nullptr;
}

const Expr *ErrorEscape::from(const FunctionDecl &F) {
  const CoroutineBodyStmt *Body = coroutineBody(F);
  const FunctionDecl *Shown = M.shown(&F);
  if (!Body || !Shown)
    return nullptr;
  // While it is looked at, a recursive coroutine adds nothing of its own.
  auto [Found, Inserted] = Known.try_emplace(Shown, nullptr);
  if (!Inserted)
    return Found->second;
  const Expr *Escapes = in(Body->getBody(), *Shown);
  return Known[Shown] = Escapes;
}

} // namespace asynctidy
