// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Destination.h"
#include "AccessPath.h"
#include "Holders.h"
#include "model/CallSiteMaker.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace asynctidy {
namespace {

class DestinationFinder {
public:
  DestinationFinder(const LexicalScopes &Scopes, const Model &M,
                    const FunctionDecl &In)
      : Scopes(Scopes), M(M), In(In) {}

  Destination find(const Expr &E);

private:
  /// Nothing where the value only passes through, to the parent.
  std::optional<Destination> inExpression(const Expr &Parent,
                                          const Expr &Value) const;
  std::optional<Destination> inCall(const CallExpr &Call,
                                    const Expr &Value) const;
  static Destination inStatement(const Stmt &Parent, const Expr &Value);
  Destination inPlace(const Expr &Place, const Stmt &At) const;

  const LexicalScopes &Scopes;
  const Model &M;
  const FunctionDecl &In;
};

Destination at(Destination::Kind What, const Stmt &At) {
  Destination D;
  D.What = What;
  D.At = &At;
  return D;
}

/// Put into the variable that \p Place names, or into something that others
/// know as well.
Destination DestinationFinder::inPlace(const Expr &Place,
                                       const Stmt &At) const {
  std::optional<AccessPath> Path = AccessPath::of(&Place);
  const VarDecl *Variable = Path ? Path->localVariable() : nullptr;
  Destination D = at(Variable ? Destination::Kept : Destination::Stored, At);
  D.Variable = Variable;
  return D;
}

std::optional<Destination> DestinationFinder::inCall(const CallExpr &Call,
                                                     const Expr &Value) const {
  if (valueSource(&Call) != &Call)
    return std::nullopt; // std::move
  const FunctionDecl *F = Call.getDirectCallee();
  const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call);
  const Expr *Receiver = Member ? Member->getImplicitObjectArgument() : nullptr;
  bool IsReceiver = Member && &Value == Member->getCallee();
  CallSite Site = plainCallSite(Call);
  if (const RuleEntry *Spawn = M.rules().find(Site, Role::Spawn, &In)) {
    const Expr *Started = Spawn->Callable
                              ? RuleMatcher::subject(Site, *Spawn->Callable)
                              : nullptr;
    if (Started == (IsReceiver ? Receiver : &Value)) {
      if (Spawn->OnDrop == "never-runs") // it only says where
        return std::nullopt;
      Destination D = at(Destination::Started, Call);
      D.Spawn = Spawn;
      return D;
    }
  }
  if (M.rules().find(Site, Role::Detach, &In))
    return at(Destination::Started, Call);
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call);
      Operator && Operator->getOperator() == OO_Equal &&
      Operator->getNumArgs() == 2 && Operator->getArg(1) == &Value)
    return inPlace(*Operator->getArg(0), Call);
  const CXXMethodDecl *Method = Member ? Member->getMethodDecl() : nullptr;
  if (Method && !IsReceiver && isHolder(Receiver->getType()) && fills(*Method))
    return inPlace(*Receiver, Call);
  if (M.taskTypes().isAwaitable(Call.getType()) || (F && wraps(*F)))
    return std::nullopt;
  if (IsReceiver)
    return at(Method && isQuery(*Method) ? Destination::Elsewhere
                                         : Destination::HandedOn,
              Call);
  return at(Destination::HandedOn, Call);
}

std::optional<Destination>
DestinationFinder::inExpression(const Expr &Parent, const Expr &Value) const {
  if (isa<CoroutineSuspendExpr>(Parent))
    return at(Destination::Awaited, Parent);
  if (const auto *Cast = dyn_cast<CastExpr>(&Parent))
    return Cast->getCastKind() == CK_ToVoid
               ? std::optional(at(Destination::Discarded, Parent))
               : std::nullopt;
  if (const auto *Call = dyn_cast<CallExpr>(&Parent))
    return inCall(*Call, Value);
  if (const auto *Binary = dyn_cast<BinaryOperator>(&Parent)) {
    if (Binary->getOpcode() != BO_Comma)
      return Destination{};
    return Binary->getRHS() == &Value
               ? std::nullopt
               : std::optional(at(Destination::Discarded, Parent));
  }
  if (const auto *Either = dyn_cast<ConditionalOperator>(&Parent))
    return Either->getCond() == &Value ? std::optional(Destination{})
                                       : std::nullopt;
  if (const auto *Make = dyn_cast<CXXConstructExpr>(&Parent)) {
    bool Keeps = Make->getConstructor()->isCopyOrMoveConstructor() ||
                 isHolder(Make->getType()) ||
                 M.taskTypes().isAwaitable(Make->getType());
    return Keeps ? std::nullopt
                 : std::optional(at(Destination::HandedOn, Parent));
  }
  bool PassesOn =
      isa<ParenExpr, FullExpr, MaterializeTemporaryExpr, CXXBindTemporaryExpr,
          InitListExpr, CXXStdInitializerListExpr, CXXParenListInitExpr,
          MemberExpr>(Parent);
  return PassesOn ? std::nullopt : std::optional(Destination{});
}

Destination DestinationFinder::inStatement(const Stmt &Parent,
                                           const Expr &Value) {
  if (isa<ReturnStmt, CoreturnStmt>(Parent))
    return at(Destination::Returned, Parent);
  if (const auto *Declarations = dyn_cast<DeclStmt>(&Parent)) {
    for (const Decl *D : Declarations->decls()) {
      const auto *Variable = dyn_cast<VarDecl>(D);
      if (!Variable || Variable->getInit() != &Value)
        continue;
      Destination Found = at(Variable->hasLocalStorage() ? Destination::Kept
                                                         : Destination::Stored,
                             Parent);
      Found.Variable = Variable->hasLocalStorage() ? Variable : nullptr;
      return Found;
    }
    return {};
  }
  auto IsCondition = [&] {
    if (const auto *If = dyn_cast<IfStmt>(&Parent))
      return If->getCond() == &Value;
    if (const auto *While = dyn_cast<WhileStmt>(&Parent))
      return While->getCond() == &Value;
    return false;
  };
  return IsCondition() ? Destination{} : at(Destination::Discarded, Value);
}

Destination DestinationFinder::find(const Expr &E) {
  const Expr *Value = &E;
  for (;;) {
    const Stmt *Parent = Scopes.parentOf(*Value);
    if (!Parent)
      return {};
    const auto *Around = dyn_cast<Expr>(Parent);
    if (!Around)
      return inStatement(*Parent, *Value);
    if (std::optional<Destination> Found = inExpression(*Around, *Value))
      return *Found;
    Value = Around;
  }
}

} // namespace

Destination destinationOf(const Expr &E, const LexicalScopes &Scopes,
                          const Model &M, const FunctionDecl &In) {
  return DestinationFinder(Scopes, M, In).find(E);
}

static void addMentions(const ValueDecl &V, const Stmt &S,
                        std::vector<const Expr *> &Found) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&S); Ref && Ref->getDecl() == &V)
    Found.push_back(Ref);
  if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(&S))
    return addMentions(V, *Suspend->getOperand(), Found);
  if (const auto *Lambda = dyn_cast<LambdaExpr>(&S)) {
    for (const Expr *Init : Lambda->capture_inits())
      if (Init)
        addMentions(V, *Init, Found);
    return;
  }
  for (const Stmt *Child : S.children())
    if (Child)
      addMentions(V, *Child, Found);
}

std::vector<const Expr *> mentionsOf(const ValueDecl &V, const Stmt &Body) {
  std::vector<const Expr *> Found;
  addMentions(V, Body, Found);
  return Found;
}

} // namespace asynctidy
