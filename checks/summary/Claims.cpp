// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Claims.h"
#include "model/Coroutine.h"
#include "model/ErrorTypes.h"
#include "model/Mentions.h"
#include "model/Names.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

using program::Fact;

static std::vector<BodyClaim::Ground>
groundsOf(llvm::ArrayRef<const FunctionDecl *> Functions) {
  std::vector<BodyClaim::Ground> Grounds;
  for (const FunctionDecl *F : Functions)
    Grounds.push_back({F, {}});
  return Grounds;
}

void Claims::ofCoroutine(const FunctionDecl &F) {
  BodyClaim Throws;
  for (const Escape &E : Errors.from(F)) {
    std::vector<Step> Why = {escapeStep(*E.At, F)};
    if (E.Unseen) {
      Throws.AnyOf.push_back({E.Unseen, std::move(Why)});
      continue;
    }
    Throws.Holds = true;
    Throws.Why = std::move(Why);
  }
  if (Throws.Holds)
    Throws.AnyOf.clear();
  if (Throws.Holds || !Errors.isCut(F))
    Found.push_back(std::move(Throws));

  UnseenFunctions Unseen;
  if (Bodies.boundsFor(F, Unseen)) {
    if (Bodies.certainBound(F))
      Found.push_back({Fact::TakesBound, 0, true, {}, {}});
  } else if (!Bodies.isCut(F)) {
    Found.push_back(
        {Fact::MayWait, 0, false, {}, groundsOf(Unseen.getArrayRef())});
  }
}

static bool takesException(const FunctionDecl &F) {
  return llvm::any_of(F.parameters(), [](const ParmVarDecl *Parameter) {
    return isExceptionPointer(Parameter->getType()) ||
           typeIs(Parameter->getType(), "std::exception");
  });
}

/// Whether \p Body comes to a throw in any case.
static bool alwaysThrows(const Stmt &Body) {
  return llvm::any_of(Body.children(), [](const Stmt *S) {
    const auto *E = llvm::dyn_cast_or_null<Expr>(S);
    return E && isa<CXXThrowExpr>(E->IgnoreImplicit());
  });
}

bool Claims::throwsAgain(const CallExpr &Call, unsigned Depth) {
  if (StopArrivals::handsOn(Call))
    return true;
  const FunctionDecl *F = Call.getDirectCallee();
  if (!F)
    return false;
  if (const FunctionDecl *Shown = M.shown(F))
    return Depth && throwsAgain(*Shown, Depth - 1);
  return F->getIdentifier() && hasWord(F->getName(), {"rethrow", "propagate"});
}

/// Whether what is being handled where \p S is called may leave \p S.
bool Claims::throwsAgain(const Stmt &S, unsigned Depth) {
  if (isa<LambdaExpr>(S))
    return false;
  if (const auto *Throw = dyn_cast<CXXThrowExpr>(&S))
    if (!Throw->getSubExpr())
      return true;
  if (const auto *Try = dyn_cast<CXXTryStmt>(&S)) {
    bool KeepsAll = false, SendsOn = false;
    for (unsigned I = 0; I < Try->getNumHandlers(); ++I) {
      KeepsAll |= Try->getHandler(I)->getCaughtType().isNull();
      SendsOn |= throwsAgain(*Try->getHandler(I)->getHandlerBlock(), Depth);
    }
    // What a handler throws again is only what was thrown in its try.
    return (SendsOn || !KeepsAll) && throwsAgain(*Try->getTryBlock(), Depth);
  }
  if (const auto *Call = dyn_cast<CallExpr>(&S);
      Call && throwsAgain(*Call, Depth))
    return true;
  return llvm::any_of(S.children(), [&](const Stmt *Child) {
    return Child && throwsAgain(*Child, Depth);
  });
}

/// Looks into at most \p Depth functions that call each other.
bool Claims::throwsAgain(const FunctionDecl &Shown, unsigned Depth) {
  if (coroutineBody(Shown))
    return false;
  auto [Known, IsNew] = ThrowsAgain.try_emplace({&Shown, Depth}, false);
  if (!IsNew)
    return Known->second;
  bool Throws = throwsAgain(*Shown.getBody(), Depth);
  return ThrowsAgain[{&Shown, Depth}] = Throws;
}

/// The functions elsewhere that \p F, which is given an exception, calls in any
/// case.
std::vector<const FunctionDecl *>
Claims::mayThrowAgain(const FunctionDecl &F) const {
  std::vector<const FunctionDecl *> Called;
  for (const Stmt *S : F.getBody()->children()) {
    const auto *E = llvm::dyn_cast_or_null<Expr>(S);
    const auto *Call = E ? dyn_cast<CallExpr>(E->IgnoreImplicit()) : nullptr;
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    if (Callee && M.isElsewhere(*Callee))
      Called.push_back(Callee);
  }
  return Called;
}

/// What \p F does for a handler that calls it. Of one that is given no
/// exception, a throw may be about anything.
void Claims::ofHelper(const FunctionDecl &F) {
  bool IsGiven = takesException(F);
  if (StopArrivals::endsProgram(F) || alwaysThrows(*F.getBody()) ||
      throwsAgain(F, MaxDepth) || (IsGiven && Stops.isSentOnBy(F)))
    Found.push_back({Fact::Rethrows, 0, true, {}, {}});
  else if (std::vector<const FunctionDecl *> Others =
               IsGiven ? mayThrowAgain(F) : std::vector<const FunctionDecl *>();
           !Others.empty())
    Found.push_back({Fact::Rethrows, 0, false, {}, groundsOf(Others)});
}

static Step unreadStep(const ParmVarDecl &Parameter, const FunctionDecl &F) {
  return {Parameter.getBeginLoc(), Parameter.getSourceRange(),
          "'" + messageName(F) + "' does nothing with the task it is given"};
}

void Claims::ofParameters(const FunctionDecl &F) {
  for (const ParmVarDecl *Parameter : F.parameters()) {
    QualType T = Parameter->getType();
    if (!T->isReferenceType() ||
        !M.taskTypes().find(T.getNonReferenceType().getUnqualifiedType()))
      continue;
    unsigned Index = Parameter->getFunctionScopeIndex();
    if (leavesUnread(F, Index, M.project()))
      Found.push_back(
          {Fact::Uses, Index, false, {unreadStep(*Parameter, F)}, {}});
  }
}

/// Whether other files can call \p F and not see its body.
static bool isSeenByNameOnly(const FunctionDecl &F) {
  GVALinkage Linkage = F.getASTContext().GetGVALinkageForFunction(&F);
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  return (Linkage == GVA_StrongExternal || Linkage == GVA_StrongODR) &&
         !(Method && Method->isVirtual()) && !F.isMain();
}

std::vector<BodyClaim> Claims::of(const FunctionDecl &F) {
  const FunctionDecl *Shown = M.shown(&F);
  if (!Shown || !isSeenByNameOnly(*Shown))
    return {};
  Found.clear();
  if (coroutineBody(*Shown))
    ofCoroutine(*Shown);
  else if (!isa<CXXConstructorDecl, CXXDestructorDecl>(Shown))
    ofHelper(*Shown);
  ofParameters(*Shown);
  return std::move(Found);
}

} // namespace asynctidy
