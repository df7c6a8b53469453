// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "StopArrivals.h"
#include "model/CallSiteMaker.h"
#include "model/Coroutine.h"
#include "model/ErrorTypes.h"
#include "model/Names.h"
#include "model/Suspension.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

static void add(StopArrivals::List &To, const StopArrivals::List &More) {
  for (const StopArrival &A : More)
    if (llvm::none_of(
            To, [&](const StopArrival &Has) { return Has.Signal == A.Signal; }))
      To.push_back(A);
}

StopArrivals::List StopArrivals::fromCoroutine(const FunctionDecl &F) {
  // While it is looked at, a recursive coroutine adds nothing of its own.
  auto [Found, Inserted] = Known.try_emplace(&F);
  if (!Inserted)
    return Found->second;
  List All = from(*coroutineBody(F)->getBody(), F);
  return Known[&F] = All;
}

StopArrivals::List StopArrivals::fromAwait(const CoawaitExpr &Await,
                                           const FunctionDecl &In) {
  List Found;
  if (givesErrorAsValue(Await) || Signals.isKeptOut(Await, In))
    return Found; // not even what can be seen in its body
  for (const StopSignal &Signal : Signals.at(Await, In))
    Found.push_back({Signal, &Await});
  const auto *Call = dyn_cast<CallExpr>(valueOrigin(Await.getOperand()));
  const FunctionDecl *Child = M.shown(Call ? Call->getDirectCallee() : nullptr);
  if (!Child || !coroutineBody(*Child))
    return Found;
  List Inner = fromCoroutine(*Child);
  // A child that throws none of it cannot pass it on either.
  llvm::erase_if(Found, [&](const StopArrival &A) {
    return llvm::none_of(
        Inner, [&](const StopArrival &I) { return I.Signal == A.Signal; });
  });
  for (StopArrival &A : Inner)
    A.At = &Await;
  add(Found, Inner);
  return Found;
}

StopArrivals::List StopArrivals::fromTry(const CXXTryStmt &Try,
                                         const FunctionDecl &In) {
  List Left = from(*Try.getTryBlock(), In);
  for (unsigned I = 0; I < Try.getNumHandlers(); ++I) {
    const CXXCatchStmt &Handler = *Try.getHandler(I);
    if (!maySendOn(*Handler.getHandlerBlock()))
      llvm::erase_if(Left, [&](const StopArrival &A) {
        return catches(Handler, A.Signal);
      });
  }
  return Left;
}

StopArrivals::List StopArrivals::from(const Stmt &S, const FunctionDecl &In) {
  if (isa<LambdaExpr>(S))
    return {};
  if (const auto *Try = dyn_cast<CXXTryStmt>(&S))
    return fromTry(*Try, In);
  List Found;
  if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(&S)) {
    Found = from(*Suspend->getOperand(), In);
    if (const auto *Await = dyn_cast<CoawaitExpr>(Suspend))
      add(Found, fromAwait(*Await, In));
    return Found;
  }
  if (const auto *Return = dyn_cast<CoreturnStmt>(&S))
    return Return->getOperand() ? from(*Return->getOperand(), In) : Found;
  if (const auto *If = dyn_cast<IfStmt>(&S); If && If->isConstexpr())
    if (std::optional<const Stmt *> Taken = If->getNondiscardedCase(M.ast()))
      return *Taken ? from(**Taken, In) : Found;
  for (const Stmt *Child : S.children())
    if (Child)
      add(Found, from(*Child, In));
  return Found;
}

/// Whether \p E gives what is being handled: the exception pointer of it.
static bool isTheException(const Expr &E) {
  const Expr *Source = valueSource(&E);
  if (const auto *Call = dyn_cast<CallExpr>(Source))
    if (const FunctionDecl *F = Call->getDirectCallee();
        F && F->getIdentifier() && F->getName() == "current_exception")
      return true;
  if (const auto *Make = dyn_cast<CXXConstructExpr>(Source))
    return llvm::any_of(Make->arguments(),
                        [](const Expr *Arg) { return isTheException(*Arg); });
  return isExceptionPointer(Source->getType());
}

bool StopArrivals::handsOn(const CallExpr &Call) {
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call);
  bool Assigns = Operator && Operator->getOperator() == OO_Equal;
  return !Assigns && llvm::any_of(Call.arguments(), [](const Expr *Arg) {
    return isTheException(*Arg);
  });
}

bool StopArrivals::endsProgram(const FunctionDecl &Shown) {
  const auto *Body = dyn_cast<CompoundStmt>(Shown.getBody());
  return Body && llvm::any_of(Body->body(), [](const Stmt *S) {
           const auto *Call = dyn_cast<CallExpr>(S);
           const FunctionDecl *Callee =
               Call ? Call->getDirectCallee() : nullptr;
           return Callee && Callee->isNoReturn();
         });
}

bool StopArrivals::isSentOnBy(const FunctionDecl &Shown, unsigned Depth) {
  return endsProgram(Shown) || (Depth && !coroutineBody(Shown) &&
                                mayThrowOn(*Shown.getBody(), Depth - 1));
}

bool StopArrivals::letsThrough(const CallExpr &Call, unsigned Depth) {
  if (handsOn(Call))
    return true;
  const FunctionDecl *F = Call.getDirectCallee();
  if (F && F->isNoReturn())
    return Depth == MaxDepth; // in a helper it is most likely an assertion
  // A question without an answer throws.
  const RuleEntry *Entry =
      Call.getType()->isVoidType()
          ? M.rules().find(plainCallSite(Call), Role::Cancellation, nullptr)
          : nullptr;
  if (Entry && Entry->Kind == "query")
    return true;
  if (const FunctionDecl *Shown = M.shown(F))
    return isSentOnBy(*Shown, Depth);
  static constexpr llvm::StringLiteral Verbs[] = {
      "rethrow", "throw", "raise", "propagate", "fail", "fatal", "panic"};
  return F && hasWord(lastPart(*F), Verbs);
}

bool StopArrivals::letsThrough(const CallExpr &Call) {
  return letsThrough(Call, MaxDepth);
}

bool StopArrivals::mayThrowOn(const Stmt &S, unsigned Depth) {
  if (isa<LambdaExpr>(S))
    return false;
  if (isa<CXXThrowExpr>(S))
    return true;
  if (const auto *Return = dyn_cast<CoreturnStmt>(&S))
    return Return->getOperand() && mayThrowOn(*Return->getOperand(), Depth);
  // What is thrown only to be looked at goes no further.
  if (const auto *Try = dyn_cast<CXXTryStmt>(&S)) {
    bool KeepsAll = false, SendsOn = false;
    for (unsigned I = 0; I < Try->getNumHandlers(); ++I) {
      KeepsAll |= Try->getHandler(I)->getCaughtType().isNull();
      SendsOn |= mayThrowOn(*Try->getHandler(I)->getHandlerBlock(), Depth);
    }
    return SendsOn || (!KeepsAll && mayThrowOn(*Try->getTryBlock(), Depth));
  }
  if (const auto *Call = dyn_cast<CallExpr>(&S);
      Call && letsThrough(*Call, Depth))
    return true;
  return llvm::any_of(S.children(), [&](const Stmt *Child) {
    return Child && mayThrowOn(*Child, Depth);
  });
}

} // namespace asynctidy
