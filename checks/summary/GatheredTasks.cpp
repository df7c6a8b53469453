// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "GatheredTasks.h"
#include "flow/Destination.h"
#include "model/CallSite.h"
#include "model/Callable.h"
#include "model/Coroutine.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {
namespace {

class GatherReader {
public:
  GatherReader(const FunctionDecl &In, const Stmt &Body, const Model &M)
      : In(In), Body(Body), M(M), Scopes(Body) {}

  void argument(const Expr *Arg);
  void kept(const Stmt &S, const VarDecl &V);
  void usesAfter(const Expr &Await);
  GatheredTasks Found;

private:
  bool made(const Expr *E);

  const FunctionDecl &In;
  const Stmt &Body;
  const Model &M;
  LexicalScopes Scopes;
};

bool GatherReader::made(const Expr *E) {
  const FunctionDecl *F = startedBy(E, M.rules());
  if (F && !llvm::is_contained(Found.Made, F))
    Found.Made.push_back(F);
  return F;
}

/// Adds the tasks among what \p S evaluates that are put into \p V.
void GatherReader::kept(const Stmt &S, const VarDecl &V) {
  if (isa<LambdaExpr>(S))
    return;
  if (const auto *Call = dyn_cast<CallExpr>(&S);
      Call && M.taskTypes().find(Call->getType())) {
    Destination To = destinationOf(*Call, Scopes, M, In);
    if (To.What == Destination::Kept && To.Variable == &V && !made(Call))
      Found.HasOthers = true;
  }
  for (const Stmt *Child : S.children())
    if (Child)
      kept(*Child, V);
}

void GatherReader::argument(const Expr *Arg) {
  const Expr *Source = valueSource(Arg);
  const auto *Ref = dyn_cast<DeclRefExpr>(Source);
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (V && V->isLocalVarDecl()) {
    Found.Kept.push_back(V);
    std::size_t Before = Found.Made.size();
    kept(Body, *V);
    Found.HasOthers |= Found.Made.size() == Before;
    return;
  }
  if (made(Source))
    return;
  const auto *Call = dyn_cast<CallExpr>(Source);
  bool IsWrapper = false; // `pool.schedule(a())`
  for (unsigned I = 0; Call && I < Call->getNumArgs(); ++I)
    if (M.taskTypes().find(Call->getArg(I)->getType())) {
      argument(Call->getArg(I));
      IsWrapper = true;
    }
  Found.HasOthers |= !IsWrapper;
}

void GatherReader::usesAfter(const Expr &Await) {
  for (const VarDecl *V : Found.Kept)
    Found.IsUsedAfter |=
        llvm::any_of(mentionsOf(*V, Body), [&](const Expr *Mention) {
          return Scopes.isBefore(Await, *Mention) &&
                 !Scopes.contains(Await, *Mention);
        });
}

} // namespace

GatheredTasks gatheredBy(const CoawaitExpr &Await, const FunctionDecl &In,
                         const Model &M) {
  const FunctionDecl *Shown = definitionOf(In);
  const CoroutineBodyStmt *Body = coroutineBody(In);
  const auto *Call = dyn_cast<CallExpr>(valueOrigin(Await.getOperand()));
  GatheredTasks None;
  None.HasOthers = true;
  if (!Shown || !Body || !Call)
    return None;
  GatherReader Reader(*Shown, *Body->getBody(), M);
  for (const Expr *Arg : Call->arguments())
    Reader.argument(Arg);
  if (const Expr *Object = receiverOf(*Call)) // a group that was made of tasks
    if (const auto *Group = dyn_cast<CallExpr>(valueOrigin(Object)))
      for (const Expr *Arg : Group->arguments())
        Reader.argument(Arg);
  Reader.usesAfter(Await);
  return std::move(Reader.Found);
}

} // namespace asynctidy
