// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "StopQuestions.h"
#include "CallSiteMaker.h"
#include "Comparison.h"
#include "ErrorTypes.h"
#include "Model.h"
#include "Names.h"
#include "Suspension.h"
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

/// Whether a rule says that the constant \p Code says "cancelled".
static bool isNamedByRules(const ValueDecl &Code, const Model &M) {
  return Code.getIdentifier() &&
         llvm::any_of(M.rules().catalogue().role(Role::Cancellation),
                      [&](const RuleEntry *Entry) {
                        return llvm::any_of(
                            Entry->Constants, [&](llvm::StringRef Name) {
                              return Code.getName() == lastPart(Name);
                            });
                      });
}

/// Whether \p E is a constant that says "cancelled".
static bool isStopConstant(const Expr &E, const Model &M) {
  const auto *Ref = dyn_cast<DeclRefExpr>(beforeConversion(&E));
  const ValueDecl *Code = Ref ? Ref->getDecl() : nullptr;
  return Code &&
         (isa<EnumConstantDecl>(Code) || Code->getType().isConstQualified()) &&
         (says(*Code, CancelWords) || isNamedByRules(*Code, M));
}

bool asksToStop(const Expr &E, const Model &M) {
  if (isa<LambdaExpr>(E))
    return false;
  if (const NamedDecl *D = namedBy(E))
    if (says(*D, CancelWords) || says(*D, LifeWords))
      return true;
  if (isStopConstant(E, M))
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

/// What a single comparison is for "cancelled".
static std::optional<StopAnswer> answerOfComparison(const Expr &E,
                                                    const Model &M) {
  std::optional<Comparison> Compared = comparisonOf(E);
  if (!Compared)
    return std::nullopt;
  const Expr *Left = Compared->Left, *Right = Compared->Right;
  if (isStopConstant(*Left, M) || isStopConstant(*Right, M))
    return StopAnswer{Compared->ForEqual, true};
  // An end of file is no cancellation.
  auto IsConstant = [](const Expr *Side) {
    const auto *Ref = dyn_cast<DeclRefExpr>(beforeConversion(Side));
    return Ref && (isa<EnumConstantDecl>(Ref->getDecl()) ||
                   Ref->getDecl()->getType().isConstQualified());
  };
  auto IsCode = [](const Expr *Side) {
    return isError(valueSource(Side)->getType());
  };
  if ((IsCode(Left) && IsConstant(Right)) ||
      (IsCode(Right) && IsConstant(Left)))
    return StopAnswer{!Compared->ForEqual, false};
  return std::nullopt;
}

std::optional<StopAnswer> answerToStop(const Expr &E, const Model &M) {
  const Expr *Condition = E.IgnoreParenImpCasts();
  if (const auto *Cleanups = dyn_cast<ExprWithCleanups>(Condition))
    return answerToStop(*Cleanups->getSubExpr(), M);
  if (const auto *Not = dyn_cast<UnaryOperator>(Condition);
      Not && Not->getOpcode() == UO_LNot) {
    std::optional<StopAnswer> Inner = answerToStop(*Not->getSubExpr(), M);
    return Inner ? std::optional<StopAnswer>({!Inner->Holds, Inner->Asks})
                 : std::nullopt;
  }
  const auto *Both = dyn_cast<BinaryOperator>(Condition);
  if (!Both || !Both->isLogicalOp())
    return answerOfComparison(*Condition, M);
  auto Left = answerToStop(*Both->getLHS(), M);
  auto Right = answerToStop(*Both->getRHS(), M);
  // One side decides `a || b` if it holds, `a && b` if it does not.
  bool Decides = Both->getOpcode() == BO_LOr;
  for (const auto &Side : {Left, Right})
    if (Side && Side->Holds == Decides)
      return Side;
  if (Left && Right)
    return StopAnswer{!Decides, Left->Asks || Right->Asks};
  return std::nullopt;
}

bool cleansUp(const CoawaitExpr &Await, const RuleMatcher &Rules) {
  static constexpr llvm::StringLiteral Verbs[] = {
      "close",   "shutdown",    "stop",      "disconnect", "cleanup",
      "clean",   "release",     "unlock",    "join",       "drain",
      "dispose", "unsubscribe", "leave",     "cancel",     "destroy",
      "abort",   "rollback",    "finish",    "teardown",   "unregister",
      "kill",    "terminate",   "deregister"};
  CallSite Site = awaitedSite(Await, Rules);
  const FunctionDecl *F = Site.function();
  // To join what is made in place is work like any other.
  bool MakesWork = llvm::any_of(Site.Args, [](const Expr *Arg) {
    return isa<CallExpr>(valueSource(Arg));
  });
  return F && hasWord(lastPart(*F), Verbs) &&
         !(MakesWork && Rules.find(Site, Role::Gather, nullptr));
}

} // namespace asynctidy
