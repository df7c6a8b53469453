// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ErrorMentions.h"
#include "Destination.h"
#include "model/ErrorTypes.h"
#include "model/Names.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace asynctidy {

/// Adds the variables that \p Call, or a call in its arguments that makes what
/// it is given, puts an error into.
static void addOutputs(const Expr *E, bool IsAwaited, const Model &M,
                       std::vector<ErrorOutput> &Found) {
  E = valueSource(E);
  const auto *Call = llvm::dyn_cast_or_null<CallExpr>(E);
  if (!Call)
    return;
  bool Counts = IsAwaited || keepsErrorOutput(Call->getType()) ||
                M.taskTypes().isAwaitable(Call->getType());
  if (Counts)
    forEachArgument(*Call, [&](const ParmVarDecl &P, unsigned, const Expr &A) {
      if (isErrorOutput(P) && !isa<CallExpr>(valueSource(&A)))
        Found.push_back({Call, valueSource(&A)});
    });
  if (const Expr *Object = receiverOf(*Call))
    addOutputs(Object, false, M, Found);
  for (const Expr *Arg : Call->arguments())
    addOutputs(Arg, false, M, Found);
}

std::vector<ErrorOutput> errorOutputsOf(const CoawaitExpr &Await,
                                        const Model &M) {
  std::vector<ErrorOutput> Found;
  addOutputs(Await.getOperand(), true, M, Found);
  return Found;
}

/// Whether \p S is the condition of a `for`.
static bool isLoopBound(const Stmt &S, const LexicalScopes &Scopes) {
  const Stmt *Around = &S;
  while (isa<Expr>(Around) && Scopes.parentOf(*Around)) {
    const Stmt *Parent = Scopes.parentOf(*Around);
    if (const auto *For = dyn_cast<ForStmt>(Parent))
      return For->getCond() == Around;
    Around = Parent;
  }
  return false;
}

bool isTested(const Expr &E, const LexicalScopes &Scopes) {
  const Expr *Value = &E;
  for (const Stmt *Parent = Scopes.parentOf(E); Parent;
       Parent = Scopes.parentOf(*Parent)) {
    if (const auto *If = dyn_cast<IfStmt>(Parent))
      return If->getCond() == Value;
    if (const auto *While = dyn_cast<WhileStmt>(Parent))
      return While->getCond() == Value;
    if (const auto *Do = dyn_cast<DoStmt>(Parent))
      return Do->getCond() == Value;
    if (const auto *Switch = dyn_cast<SwitchStmt>(Parent))
      return Switch->getCond() == Value;
    // How long a loop goes on is no question.
    if (!isa<Expr>(Parent))
      return false;
    const auto *Binary = dyn_cast<BinaryOperator>(Parent);
    const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Parent);
    bool Compares = (Binary && Binary->isComparisonOp()) ||
                    (Operator && Operator->isComparisonOp());
    if (Compares)
      return !isLoopBound(*Parent, Scopes);
    if (const auto *Either = dyn_cast<ConditionalOperator>(Parent);
        Either && Either->getCond() == Value)
      return true;
    Value = cast<Expr>(Parent);
  }
  return false;
}

ErrorMentions::ErrorMentions(const VarDecl &V, const Stmt &Body,
                             const LexicalScopes &Scopes, const Model &M)
    : V(V), Scopes(Scopes), M(M) {
  for (const Expr *Mention : mentionsOf(V, Body)) {
    Reading R = read(*Mention);
    Shared |= R.What == Share;
    if (R.What == Look || R.What == Overwrite)
      Effects.try_emplace(R.At, R.What);
  }
  // Each turn of a loop declares it anew.
  if (V.getInit())
    Effects.try_emplace(V.getInit()->IgnoreImplicit(), Overwrite);
}

const CoawaitExpr *ErrorMentions::awaitAround(const Expr &E) const {
  for (const Stmt *S = &E; S && isa<Expr>(S); S = Scopes.parentOf(*S))
    if (const auto *Await = dyn_cast<CoawaitExpr>(S))
      return Await;
  return nullptr;
}

/// Whether \p Call only asks a container how many errors it holds.
static bool countsOnly(const CXXMemberCallExpr &Call) {
  const CXXMethodDecl *Method = Call.getMethodDecl();
  return Method && Method->getIdentifier() &&
         Method->getParent()->isInStdNamespace() &&
         (Method->getName() == "size" || Method->getName() == "empty");
}

/// Whether \p F asks for a value without asking whether there is one.
static bool takesUnasked(const CXXMethodDecl &F) {
  const auto *Type = F.getType()->getAs<FunctionProtoType>();
  return (F.getOverloadedOperator() == OO_Star ||
          F.getOverloadedOperator() == OO_Arrow) &&
         Type && Type->isNothrow();
}

/// Whether \p Make may keep a reference to \p Value to put an error into it.
static bool keepsOutput(const CXXConstructExpr &Make, const Expr &Value) {
  const CXXConstructorDecl &Constructor = *Make.getConstructor();
  for (unsigned I = 0; I < Make.getNumArgs() && I < Constructor.getNumParams();
       ++I)
    if (Make.getArg(I) == &Value && isErrorOutput(*Constructor.getParamDecl(I)))
      return true;
  return false;
}

/// Whether one of \p Declarations gives \p Value another name.
static bool bindsReference(const DeclStmt &Declarations, const Expr &Value) {
  return llvm::any_of(Declarations.decls(), [&](const Decl *D) {
    const auto *Other = dyn_cast<VarDecl>(D);
    return Other && Other->getInit() == &Value &&
           Other->getType()->isReferenceType();
  });
}

/// Whether \p Call gives \p Value to a parameter that is there for an error. A
/// template that takes anything does not say what it does with it.
static bool isGivenAsOutput(const CallExpr &Call, const Expr &Value) {
  const FunctionDecl *F = Call.getDirectCallee();
  if (!F)
    return false;
  const FunctionDecl *Pattern = F->getTemplateInstantiationPattern();
  const FunctionDecl &Written = Pattern ? *Pattern : *F;
  bool Found = false;
  forEachArgument(Call,
                  [&](const ParmVarDecl &P, unsigned Index, const Expr &Arg) {
                    Found |= valueSource(&Arg) == &Value && isErrorOutput(P) &&
                             Index < Written.getNumParams() &&
                             isErrorOutput(*Written.getParamDecl(Index));
                  });
  return Found;
}

/// What reading \p Part of the variable does. Whoever tests the number that
/// came along knows enough.
ErrorMentions::Reading ErrorMentions::part(const Expr &Part) const {
  bool IsValue = showsError(V.getType()) && !showsError(Part.getType());
  return {!IsValue || isTested(Part, Scopes) ? Look : None, &Part};
}

ErrorMentions::Reading ErrorMentions::onObject(const CallExpr &Call,
                                               const CXXMethodDecl &Method,
                                               const Expr &Mention) const {
  const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call);
  if (Member && countsOnly(*Member))
    return {None, &Call};
  bool Replaces = Method.getOverloadedOperator() == OO_Equal ||
                  (Method.getIdentifier() && (Method.getName() == "clear" ||
                                              Method.getName() == "assign"));
  if (Replaces)
    return {Overwrite, &Call};
  return {takesUnasked(Method) && !showsError(Call.getType()) ? None : Look,
          &Mention};
}

/// What giving the variable, named by \p Mention, to \p Call does.
ErrorMentions::Reading ErrorMentions::inCall(const CallExpr &Call,
                                             const Expr &Mention) const {
  const FunctionDecl *F = Call.getDirectCallee();
  const Expr *Receiver = receiverOf(Call);
  if (const auto *Method = llvm::dyn_cast_or_null<CXXMethodDecl>(F);
      Method && Receiver && valueSource(Receiver) == &Mention)
    return onObject(Call, *Method, Mention);
  // `std::get<1>(result)`
  if (F && F->isInStdNamespace() && F->getIdentifier() &&
      F->getName() == "get" && Call.getNumArgs() == 1 && !isError(V.getType()))
    return part(Call);
  if (!isGivenAsOutput(Call, Mention))
    return {Look, &Mention};
  if (const CoawaitExpr *Await = awaitAround(Call))
    for (const ErrorOutput &Output : errorOutputsOf(*Await, M))
      if (Output.Name == &Mention)
        return {Overwrite, Await};
  if (keepsErrorOutput(Call.getType()) ||
      M.taskTypes().isAwaitable(Call.getType()))
    return {Share, &Call};
  // What a function of the project does first, only its body says.
  return {M.project().contains(F->getLocation()) ? Look : Overwrite, &Call};
}

/// What \p Mention does as a part of \p Around; nothing where only the object
/// that contains it is named, as \p Value.
std::optional<ErrorMentions::Reading>
ErrorMentions::inExpression(const Expr &Around, const Expr &Value,
                            const Expr &Mention) const {
  const Reading Looked = {Look, &Mention};
  if (const auto *Unary = dyn_cast<UnaryOperator>(&Around);
      Unary && Unary->getOpcode() == UO_AddrOf)
    return Reading{Share, &Around};
  if (const auto *Binary = dyn_cast<BinaryOperator>(&Around);
      Binary && Binary->getOpcode() == BO_Assign && Binary->getLHS() == &Value)
    return Reading{Overwrite, &Around};
  if (const auto *Member = dyn_cast<MemberExpr>(&Around)) {
    if (isa<FieldDecl>(Member->getMemberDecl()))
      return showsErrorInMembers(V.getType()) ? part(*Member) : Looked;
    const Stmt *Call = Scopes.parentOf(*Member);
    return isa_and_nonnull<CXXMemberCallExpr>(Call)
               ? inCall(*cast<CallExpr>(Call), Mention)
               : Looked;
  }
  if (const auto *Call = dyn_cast<CallExpr>(&Around))
    return valueSource(Call) == Call ? std::optional(inCall(*Call, Mention))
                                     : std::nullopt;
  if (const auto *Make = dyn_cast<CXXConstructExpr>(&Around))
    return Reading{keepsOutput(*Make, Value) ? Share : Look, &Mention};
  if (const auto *Cast = dyn_cast<CastExpr>(&Around))
    return Cast->getCastKind() == CK_NoOp ||
                   Cast->getCastKind() == CK_DerivedToBase ||
                   Cast->getCastKind() == CK_UncheckedDerivedToBase
               ? std::nullopt
               : std::optional(Looked);
  return isa<ParenExpr, MaterializeTemporaryExpr>(Around)
             ? std::nullopt
             : std::optional(Looked);
}

ErrorMentions::Reading ErrorMentions::read(const Expr &Mention) const {
  for (const Expr *Value = &Mention;;) {
    const Stmt *Parent = Scopes.parentOf(*Value);
    if (!Parent || isa<LambdaExpr>(Parent))
      return {Share, Value};
    if (const auto *Declarations = dyn_cast<DeclStmt>(Parent))
      return {bindsReference(*Declarations, *Value) ? Share : Look, &Mention};
    const auto *Around = dyn_cast<Expr>(Parent);
    if (!Around)
      return {Look, &Mention};
    if (std::optional<Reading> Done = inExpression(*Around, *Value, Mention))
      return *Done;
    Value = Around;
  }
}

ErrorMentions::Fate ErrorMentions::after(const Expr &Start,
                                         const FlowGraph &Graph) const {
  Fate Found;
  if (!Graph.blockOf(Start)) // nothing leads there, or nobody knows how
    Found.IsLookedAt = true;
  forEachStepAfter(Start, Graph, [&](const Stmt &Step) {
    // What takes the value at Start is no other value.
    Effect What = Scopes.contains(Step, Start) ? None : Effects.lookup(&Step);
    Found.IsLookedAt |= What == Look;
    // A declaration that a loop comes back to is no news.
    if (What == Overwrite && Scopes.isBefore(Start, Step) &&
        (!Found.OverwrittenAt || Scopes.isBefore(Step, *Found.OverwrittenAt)))
      Found.OverwrittenAt = &Step;
    return What != Look && What != Overwrite;
  });
  return Found;
}

} // namespace asynctidy
