// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "BoundedBodies.h"
#include "flow/AccessPath.h"
#include "flow/Destination.h"
#include "model/CallSiteMaker.h"
#include "model/Coroutine.h"

using namespace clang;

namespace asynctidy {

const Stmt *writtenBodyOf(const FunctionDecl &F) {
  const FunctionDecl *Shown = definitionOf(F);
  if (!Shown || Shown->isDependentContext())
    return nullptr;
  const Stmt *Body = Shown->getBody();
  const auto *Coroutine = dyn_cast_or_null<CoroutineBodyStmt>(Body);
  return Coroutine ? Coroutine->getBody() : Body;
}

const ValueDecl *ownerOf(const Expr *Owner) {
  std::optional<AccessPath> Path = Owner ? AccessPath::of(Owner) : std::nullopt;
  if (!Path)
    return nullptr;
  return Path->Fields.empty() ? Path->Root : Path->Fields.back();
}

const Expr *BoundedBodies::findBound(const FunctionDecl &F, bool Certain,
                                     UnseenFunctions &Unseen) {
  const Stmt *Body = writtenBodyOf(F);
  if (!Body || !M.project().contains(F.getLocation()))
    return nullptr;
  LexicalScopes Scopes(*Body);
  auto Inside = [&](const FunctionDecl &Called) {
    return boundsFor(Called, Unseen);
  };
  Bounds Of(F, *Body, Scopes, M, Options.BoundingFunctions, Inside);
  Of.doubt(Unseen);
  const Expr *Found = nullptr;
  forEachExpression(*Body, [&](const Expr &E) {
    if (!Found &&
        (Certain ? isa<CoawaitExpr>(E) && Of.isCertain(E) : Of.isBound(E)))
      Found = &E;
  });
  return Found;
}

const BoundedBodies::Answer &BoundedBodies::answer(const FunctionDecl &F) {
  return Known.of(F, [&] {
    Answer Found;
    UnseenFunctions Unseen;
    const FunctionDecl *Shown = definitionOf(F);
    Found.Bounds = Shown && findBound(*Shown, /*Certain=*/false, Unseen);
    if (!Found.Bounds)
      Found.Unseen.assign(Unseen.begin(), Unseen.end());
    return Found;
  });
}

bool BoundedBodies::bounds(const FunctionDecl &F) {
  const Answer &Found = answer(F);
  return Found.Bounds || !Found.Unseen.empty();
}

bool BoundedBodies::boundsFor(const FunctionDecl &F, UnseenFunctions &Unseen) {
  const Answer &Found = answer(F);
  Unseen.insert(Found.Unseen.begin(), Found.Unseen.end());
  return Found.Bounds;
}

const Expr *BoundedBodies::certainBound(const FunctionDecl &F) {
  UnseenFunctions Unseen;
  const FunctionDecl *Shown = definitionOf(F);
  return Shown ? findBound(*Shown, /*Certain=*/true, Unseen) : nullptr;
}

/// Whether what \p S starts in \p F is there when \p F has returned.
bool BoundedBodies::goesOn(const Start &S, const FunctionDecl &F,
                           const LexicalScopes &Scopes) {
  if (S.What == Start::Made) // somebody else's matter, if it is started
    return false;
  const auto *Owner = dyn_cast_or_null<VarDecl>(ownerOf(S.Owner));
  if (Owner && Owner->isLocalVarDecl() &&
      !Owner->getType()->isReferenceType() &&
      !Owner->getType()->isPointerType() &&
      M.rules().findType(Owner->getType(), Role::Scope))
    return false; // joined, or dropped, in it
  Destination To = destinationOf(*S.At, Scopes, M, F);
  if (S.What == Start::Begun)
    return To.What == Destination::Stored ||
           (To.What == Destination::Discarded && S.OnDrop != Drop::Cancels &&
            S.OnDrop != Drop::Blocks);
  return To.What == Destination::Stored || To.What == Destination::Discarded;
}

std::optional<Start> BoundedBodies::startIn(const FunctionDecl &F,
                                            unsigned Depth) {
  const FunctionDecl *Shown = definitionOf(F);
  const Stmt *Body = Shown ? writtenBodyOf(*Shown) : nullptr;
  if (!Body || !Depth || !M.project().contains(Shown->getLocation()) ||
      bounds(*Shown))
    return std::nullopt;
  LexicalScopes Scopes(*Body);
  std::optional<Start> Found;
  forEachExpression(*Body, [&](const Expr &E) {
    const auto *Call = dyn_cast<CallExpr>(&E);
    if (Found || !Call)
      return;
    for (const Stmt *S = Scopes.parentOf(E); S; S = Scopes.parentOf(*S))
      if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S))
        return; // a matter of its own
    std::optional<Start> S = startedAt(E, M, Shown);
    if (S && goesOn(*S, *Shown, Scopes)) {
      Found = S;
      return;
    }
    const FunctionDecl *Called = callSite(*Call, M.rules()).function();
    if (Called && !coroutineBody(*Called))
      Found = startIn(*Called, Depth - 1);
  });
  return Found;
}

} // namespace asynctidy
