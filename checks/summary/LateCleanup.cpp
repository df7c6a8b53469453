// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "LateCleanup.h"
#include "CaughtSignals.h"
#include "HandlerMarks.h"
#include "flow/LexicalScopes.h"
#include "model/CallSiteMaker.h"
#include "model/Coroutine.h"
#include "model/Names.h"
#include "model/Suspension.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {
namespace {

class LateCleanupFinder {
public:
  LateCleanupFinder(const FunctionDecl &F, const Stmt &Body, const Model &M,
                    StopArrivals &Arrivals)
      : F(F), M(M), Arrivals(Arrivals), Scopes(Body) {}

  void visit(const Stmt &S);
  /// Whether the coroutine says when it may be stopped, anywhere in \p S.
  bool isShielded(const Stmt &S) const;

  std::vector<LateCleanup> Found;

private:
  void visitTry(const CXXTryStmt &Try);
  const CoawaitExpr *cleanupAfter(const CXXTryStmt &Try,
                                  const CXXCatchStmt &Handler) const;
  const CoawaitExpr *firstAwait(const Stmt &S) const;
  const ValueDecl *tokenOfBoth(const StopSignal &Signal, const CoawaitExpr &At,
                               const CoawaitExpr &Cleanup) const;

  const FunctionDecl &F;
  const Model &M;
  StopArrivals &Arrivals;
  LexicalScopes Scopes;
};

bool LateCleanupFinder::isShielded(const Stmt &S) const {
  if (const auto *Call = dyn_cast<CallExpr>(&S)) {
    const RuleEntry *Entry =
        M.rules().find(callSite(*Call, M.rules()), Role::Cancellation, &F);
    if (Entry && Entry->Kind == "shield")
      return true;
  }
  return llvm::any_of(S.children(), [&](const Stmt *Child) {
    return Child && isShielded(*Child);
  });
}

/// The first await of \p S, in the text.
const CoawaitExpr *LateCleanupFinder::firstAwait(const Stmt &S) const {
  if (isa<LambdaExpr>(S))
    return nullptr;
  if (const auto *Await = dyn_cast<CoawaitExpr>(&S))
    return maySuspend(*Await, M) ? Await : nullptr;
  if (const auto *Return = dyn_cast<CoreturnStmt>(&S))
    return Return->getOperand() ? firstAwait(*Return->getOperand()) : nullptr;
  for (const Stmt *Child : S.children())
    if (const CoawaitExpr *Await = Child ? firstAwait(*Child) : nullptr)
      return Await;
  return nullptr;
}

/// What is awaited first after \p Try if its \p Handler was entered: in an `if`
/// that asks for what the handler noted down, or by a call whose name says that
/// it cleans up.
const CoawaitExpr *
LateCleanupFinder::cleanupAfter(const CXXTryStmt &Try,
                                const CXXCatchStmt &Handler) const {
  const auto *Block = dyn_cast_or_null<CompoundStmt>(Scopes.parentOf(Try));
  if (!Block)
    return nullptr;
  HandlerMarks Marks(*Handler.getHandlerBlock());
  const auto *Here = llvm::find(Block->body(), &Try);
  for (const Stmt *S : llvm::make_range(std::next(Here), Block->body_end())) {
    if (const auto *If = dyn_cast<IfStmt>(S);
        If && Marks.areSeenBy(*If->getCond()))
      return firstAwait(*If->getThen());
    if (const CoawaitExpr *Await = firstAwait(*S))
      return cleansUp(*Await, M.rules()) ? Await : nullptr;
  }
  return nullptr;
}

/// Adds what \p S names to \p Found.
void collectNamed(const Stmt &S, llvm::SmallVectorImpl<const Expr *> &Found) {
  if (isa<DeclRefExpr, MemberExpr>(S))
    Found.push_back(cast<Expr>(&S));
  for (const Stmt *Child : S.children())
    if (Child)
      collectNamed(*Child, Found);
}

const ValueDecl *
LateCleanupFinder::tokenOfBoth(const StopSignal &Signal, const CoawaitExpr &At,
                               const CoawaitExpr &Cleanup) const {
  llvm::SmallVector<const Expr *, 8> First, Second;
  collectNamed(*At.getOperand(), First);
  collectNamed(*Cleanup.getOperand(), Second);
  for (const Expr *E : First) {
    const ValueDecl *Token = namedValue(E);
    bool IsToken =
        Token && llvm::any_of(Signal.Entry->CarriedBy, [&](const auto &Name) {
          return typeMentions(Token->getType(), Name);
        });
    if (IsToken && llvm::any_of(Second, [&](const Expr *Other) {
          return namedValue(Other) == Token;
        }))
      return Token;
  }
  return nullptr;
}

void LateCleanupFinder::visitTry(const CXXTryStmt &Try) {
  StopArrivals::List Arriving = Arrivals.from(*Try.getTryBlock(), F);
  for (unsigned I = 0; I < Try.getNumHandlers() && !Arriving.empty(); ++I) {
    const CXXCatchStmt &Handler = *Try.getHandler(I);
    const CoawaitExpr *Cleanup = cleanupAfter(Try, Handler);
    for (const StopArrival &A : Arriving) {
      if (!Cleanup || !A.Signal.Entry || !catches(Handler, A.Signal))
        continue;
      const ValueDecl *Token = A.Signal.Entry->CarriedBy.empty()
                                   ? nullptr
                                   : tokenOfBoth(A.Signal, *A.At, *Cleanup);
      if (!Token && !A.Signal.isSticky())
        continue;
      Found.push_back({&Handler, A.Signal, A.At, Cleanup, Token});
      break;
    }
    llvm::erase_if(Arriving, [&](const StopArrival &A) {
      return catches(Handler, A.Signal);
    });
  }
}

void LateCleanupFinder::visit(const Stmt &S) {
  if (isa<LambdaExpr>(S))
    return;
  if (const auto *Try = dyn_cast<CXXTryStmt>(&S))
    visitTry(*Try);
  for (const Stmt *Child : S.children())
    if (Child)
      visit(*Child);
}

} // namespace

std::vector<LateCleanup> lateCleanupsOf(const FunctionDecl &F, const Model &M,
                                        StopArrivals &Arrivals) {
  const CoroutineBodyStmt *Coroutine = coroutineBody(F);
  if (!Coroutine || F.isDependentContext())
    return {};
  const Stmt &Body = *Coroutine->getBody();
  LateCleanupFinder Finder(F, Body, M, Arrivals);
  Finder.visit(Body);
  if (!Finder.Found.empty() && Finder.isShielded(Body))
    return {};
  return std::move(Finder.Found);
}

} // namespace asynctidy
