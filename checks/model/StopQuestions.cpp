// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "StopQuestions.h"
#include "CallSiteMaker.h"
#include "Model.h"
#include "Names.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

/// Words of names that have to do with stopping, whatever the library.
static constexpr llvm::StringLiteral CancelWords[] = {
    "cancel",      "cancelled", "canceled", "cancellation",
    "cancelling",  "abort",     "aborted",  "interrupt",
    "interrupted", "stop",      "stopped",  "stopping",
    "shutdown",    "shutting",  "quit",     "quitting"};
/// Further words that a loop asks whether it is to go on.
static constexpr llvm::StringLiteral LifeWords[] = {
    "run",     "running",  "alive",     "active", "open",       "opened",
    "closed",  "closing",  "connected", "done",   "finished",   "ended",
    "exit",    "exiting",  "disposed",  "ready",  "terminated", "terminate",
    "started", "enabled",  "expired",   "valid",  "shut",       "halt",
    "halted",  "destroyed"};

static bool says(const NamedDecl &D,
                 llvm::ArrayRef<llvm::StringLiteral> Words) {
  return D.getIdentifier() && hasWord(D.getName(), Words);
}

/// The declaration that \p E names itself, not a part of it; or null.
static const NamedDecl *namedBy(const Stmt &E) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&E))
    return Ref->getDecl();
  if (const auto *Member = dyn_cast<MemberExpr>(&E))
    return Member->getMemberDecl();
  return nullptr;
}

bool saysStop(const NamedDecl &D) { return says(D, CancelWords); }

bool asksToStop(const Expr &E, const Model &M) {
  if (isa<LambdaExpr>(E))
    return false;
  if (const NamedDecl *D = namedBy(E))
    if (says(*D, CancelWords) || says(*D, LifeWords))
      return true;
  if (const auto *Cast = dyn_cast<CXXDynamicCastExpr>(&E))
    if (const CXXRecordDecl *To = recordOf(Cast->getType());
        To && says(*To, CancelWords))
      return true;
  if (const RuleEntry *Entry =
          M.rules().findType(E.getType(), Role::Cancellation);
      Entry && Entry->Kind == "query")
    return true;
  if (const auto *Call = dyn_cast<CallExpr>(&E)) {
    const RuleEntry *Entry =
        M.rules().find(callSite(*Call, M.rules()), Role::Cancellation, nullptr);
    if (Entry && Entry->Kind == "query")
      return true;
  }
  return llvm::any_of(E.children(), [&](const Stmt *Child) {
    const auto *Part = llvm::dyn_cast_or_null<Expr>(Child);
    return Part && asksToStop(*Part, M);
  });
}

/// What \p E converts from, where it is a conversion by a constructor or by a
/// function of one argument (`make_error_code`); else \p E.
static const Expr *beforeConversion(const Expr *E) {
  E = valueSource(E);
  const Expr *From = nullptr;
  if (const auto *Make = dyn_cast<CXXConstructExpr>(E);
      Make && Make->getNumArgs() &&
      llvm::all_of(llvm::drop_begin(Make->arguments()),
                   [](const Expr *Arg) { return isa<CXXDefaultArgExpr>(Arg); }))
    From = Make->getArg(0);
  else if (const auto *Call = dyn_cast<CallExpr>(E);
           Call && Call->getNumArgs() == 1 && !isa<CXXMemberCallExpr>(Call))
    From = Call->getArg(0);
  return From ? beforeConversion(From) : E;
}

/// Whether \p E is a constant whose name says "cancelled".
static bool isStopConstant(const Expr &E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(beforeConversion(&E));
  const ValueDecl *Code = Ref ? Ref->getDecl() : nullptr;
  return Code &&
         (isa<EnumConstantDecl>(Code) || Code->getType().isConstQualified()) &&
         says(*Code, CancelWords);
}

std::optional<bool> comparesWithStop(const Expr &E) {
  const Expr *Condition = E.IgnoreParenImpCasts();
  if (const auto *Not = dyn_cast<UnaryOperator>(Condition);
      Not && Not->getOpcode() == UO_LNot) {
    std::optional<bool> Inner = comparesWithStop(*Not->getSubExpr());
    return Inner ? std::optional(!*Inner) : std::nullopt;
  }
  const Expr *Sides[2] = {};
  bool IsEqual = true;
  if (const auto *Binary = dyn_cast<BinaryOperator>(Condition)) {
    if (!Binary->isEqualityOp())
      return std::nullopt;
    IsEqual = Binary->getOpcode() == BO_EQ;
    Sides[0] = Binary->getLHS(), Sides[1] = Binary->getRHS();
  } else if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(Condition)) {
    if (Call->getNumArgs() != 2 || (Call->getOperator() != OO_EqualEqual &&
                                    Call->getOperator() != OO_ExclaimEqual))
      return std::nullopt;
    IsEqual = Call->getOperator() == OO_EqualEqual;
    Sides[0] = Call->getArg(0), Sides[1] = Call->getArg(1);
  } else if (const auto *Rewritten =
                 dyn_cast<CXXRewrittenBinaryOperator>(Condition)) {
    auto Parts = Rewritten->getDecomposedForm();
    if (Parts.Opcode != BO_EQ && Parts.Opcode != BO_NE)
      return std::nullopt;
    IsEqual = Parts.Opcode == BO_EQ;
    Sides[0] = Parts.LHS, Sides[1] = Parts.RHS;
  } else {
    return std::nullopt;
  }
  for (const Expr *Side : Sides)
    if (isStopConstant(*Side))
      return IsEqual;
  return std::nullopt;
}

} // namespace asynctidy
