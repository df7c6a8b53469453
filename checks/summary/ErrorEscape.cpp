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

/// Notes \p E once. Whether it rests on nothing.
static bool add(std::vector<Escape> &Found, const Escape &E) {
  if (llvm::none_of(Found,
                    [&](const Escape &O) { return O.Unseen == E.Unseen; }))
    Found.push_back(E);
  return !E.Unseen;
}

bool ErrorEscape::inAwait(const CoawaitExpr &Await, const FunctionDecl &F,
                          List &Found) {
  const Expr *Operand = Await.getOperand();
  const Expr *Resume = Await.getResumeExpr();
  if (!Resume || !mayThrow(*Resume->IgnoreImplicit()) ||
      !M.taskTypes().find(Operand->getType()) || givesErrorAsValue(Await))
    return false;
  const auto *Call = dyn_cast<CallExpr>(valueOrigin(Operand));
  if (!Call)
    return add(Found, {&Await});
  CallSite Site = callSite(*Call, M.rules());
  for (Role Harmless : {Role::Sleep, Role::Yield, Role::Switch})
    if (M.rules().find(Site, Harmless, &F))
      return false;
  const FunctionDecl *Child = Site.function();
  if (!Child || !coroutineBody(*Child)) {
    bool IsElsewhere = Child && M.isElsewhere(*Child);
    return add(Found,
               {&Await, IsElsewhere ? Child->getCanonicalDecl() : nullptr});
  }
  return llvm::any_of(from(*Child), [&](const Escape &E) {
    return add(Found, {&Await, E.Unseen});
  });
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

bool ErrorEscape::inTry(const CXXTryStmt &Try, const FunctionDecl &F,
                        List &Found) {
  bool CatchesAll = false;
  for (unsigned I = 0; I < Try.getNumHandlers(); ++I) {
    const CXXCatchStmt &Handler = *Try.getHandler(I);
    CatchesAll |= catchesAll(Handler);
    if (in(Handler.getHandlerBlock(), F, Found, Handler.getCaughtType()))
      return true;
  }
  return !CatchesAll && in(Try.getTryBlock(), F, Found);
}

bool ErrorEscape::isCancellation(QualType Thrown) const {
  const RuleEntry *Entry = Thrown.isNull()
                               ? nullptr
                               : M.rules().findType(Thrown, Role::Cancellation);
  return Entry && Entry->Kind == "exception" && Entry->Constants.empty();
}

/// \p Caught is what the handler around \p S is for; null outside of handlers.
bool ErrorEscape::in(const Stmt *S, const FunctionDecl &F, List &Found,
                     QualType Caught) {
  if (!S || isa<LambdaExpr>(S))
    return false;
  if (const auto *Try = dyn_cast<CXXTryStmt>(S))
    return inTry(*Try, F, Found);
  if (const auto *If = dyn_cast<IfStmt>(S); If && If->isConstexpr())
    if (std::optional<const Stmt *> Taken = If->getNondiscardedCase(M.ast()))
      return in(*Taken, F, Found, Caught);
  if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(S)) {
    const auto *Await = dyn_cast<CoawaitExpr>(S);
    return in(Suspend->getOperand(), F, Found) ||
           (Await && inAwait(*Await, F, Found));
  }
  if (const auto *Throw = dyn_cast<CXXThrowExpr>(S)) {
    const Expr *What = Throw->getSubExpr();
    return !isCancellation(What ? What->getType() : Caught) &&
           add(Found, {Throw});
  }
  if (const auto *Return = dyn_cast<CoreturnStmt>(S))
    return in(Return->getOperand(), F, Found, Caught);
  return llvm::any_of(S->children(), [&](const Stmt *Child) {
    return in(Child, F, Found, Caught);
  });
}

llvm::ArrayRef<Escape> ErrorEscape::from(const FunctionDecl &F) {
  const CoroutineBodyStmt *Body = coroutineBody(F);
  const FunctionDecl *Shown = M.shown(&F);
  if (!Body || !Shown)
    return {};
  return Known.of(*Shown, [&] {
    List Found;
    in(Body->getBody(), *Shown, Found);
    return Found;
  });
}

Step escapeStep(const Expr &Escapes, const FunctionDecl &F) {
  std::string Name = messageName(F);
  bool IsThrow = isa<CXXThrowExpr>(Escapes);
  return {
      Escapes.getBeginLoc(), Escapes.getSourceRange(),
      std::string(IsThrow ? "this exception" : "an exception of this await") +
          " leaves " + (Name == "lambda" ? "the lambda" : "'" + Name + "'")};
}

} // namespace asynctidy
