// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ErrorMentions.h"
#include "Destination.h"
#include "model/ErrorTypes.h"
#include "model/Names.h"
#include "clang/AST/ASTContext.h"
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

/// What giving \p Value, which names the variable, to \p Call does.
ErrorMentions::Reading ErrorMentions::inCall(const CallExpr &Call,
                                             const Expr &Value) const {
  const FunctionDecl *F = Call.getDirectCallee();
  const auto *Method = llvm::dyn_cast_or_null<CXXMethodDecl>(F);
  const Expr *Receiver = receiverOf(Call);
  if (Receiver && valueSource(Receiver) == &Value && Method) {
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call);
        Member && countsOnly(*Member))
      return {None, &Call};
    if (Method->getOverloadedOperator() == OO_Equal)
      return {Overwrite, &Call};
    if (Method->getIdentifier() &&
        (Method->getName() == "clear" || Method->getName() == "assign"))
      return {Overwrite, &Call};
    if (takesUnasked(*Method) && !showsError(Call.getType()))
      return {None, &Call};
    return {Look, &Value};
  }
  // `std::get<1>(result)`
  if (F && F->isInStdNamespace() && F->getIdentifier() &&
      F->getName() == "get" && Call.getNumArgs() == 1 && !isError(V.getType()))
    return {showsError(Call.getType()) ? Look : None, &Value};
  bool IsOutput = false;
  forEachArgument(Call, [&](const ParmVarDecl &P, unsigned Index,
                            const Expr &Arg) {
    if (valueSource(&Arg) != &Value || !isErrorOutput(P))
      return;
    // A template that takes anything does not say what it does with it.
    const FunctionDecl *Written = F ? F->getTemplateInstantiationPattern() : F;
    if (!Written)
      Written = F;
    IsOutput = Written && Index < Written->getNumParams() &&
               isErrorOutput(*Written->getParamDecl(Index));
  });
  if (!IsOutput)
    return {Look, &Value};
  if (const CoawaitExpr *Await = awaitAround(Call))
    for (const ErrorOutput &Output : errorOutputsOf(*Await, M))
      if (Output.Name == &Value)
        return {Overwrite, Await};
  if (keepsErrorOutput(Call.getType()) ||
      M.taskTypes().isAwaitable(Call.getType()))
    return {Share, &Call};
  // What a function of the project does first, only its body says.
  return {M.project().contains(F->getLocation()) ? Look : Overwrite, &Call};
}

ErrorMentions::Reading ErrorMentions::read(const Expr &Mention) const {
  const Expr *Value = &Mention;
  for (;;) {
    const Stmt *Parent = Scopes.parentOf(*Value);
    if (!Parent)
      return {Share, Value};
    if (isa<LambdaExpr>(Parent))
      return {Share, Parent};
    if (const auto *Declarations = dyn_cast<DeclStmt>(Parent)) {
      for (const Decl *D : Declarations->decls())
        if (const auto *Other = dyn_cast<VarDecl>(D);
            Other && Other->getInit() == Value &&
            Other->getType()->isReferenceType())
          return {Share, Parent};
      return {Look, &Mention};
    }
    const auto *Around = dyn_cast<Expr>(Parent);
    if (!Around)
      return {Look, &Mention};
    if (const auto *Unary = dyn_cast<UnaryOperator>(Around);
        Unary && Unary->getOpcode() == UO_AddrOf)
      return {Share, Parent};
    if (const auto *Binary = dyn_cast<BinaryOperator>(Around);
        Binary && Binary->getOpcode() == BO_Assign && Binary->getLHS() == Value)
      return {Overwrite, Parent};
    if (const auto *Member = dyn_cast<MemberExpr>(Around)) {
      if (isa<FieldDecl>(Member->getMemberDecl()))
        return {showsErrorInMembers(V.getType()) &&
                        !showsError(Member->getType())
                    ? None
                    : Look,
                &Mention};
      if (const auto *Call = llvm::dyn_cast_or_null<CXXMemberCallExpr>(
              Scopes.parentOf(*Member)))
        return inCall(*Call, Mention);
      return {Look, &Mention};
    }
    if (const auto *Call = dyn_cast<CallExpr>(Around);
        Call && valueSource(Call) == Call)
      return inCall(*Call, Mention);
    if (const auto *Make = dyn_cast<CXXConstructExpr>(Around)) {
      bool Keeps = false;
      for (unsigned I = 0;
           I < Make->getNumArgs() && I < Make->getConstructor()->getNumParams();
           ++I)
        Keeps |= Make->getArg(I) == Value &&
                 isErrorOutput(*Make->getConstructor()->getParamDecl(I));
      return {Keeps ? Share : Look, &Mention};
    }
    bool PassesOn = isa<ParenExpr, CallExpr, MaterializeTemporaryExpr>(Around);
    if (const auto *Cast = dyn_cast<CastExpr>(Around))
      PassesOn = Cast->getCastKind() == CK_NoOp ||
                 Cast->getCastKind() == CK_DerivedToBase ||
                 Cast->getCastKind() == CK_UncheckedDerivedToBase;
    if (!PassesOn)
      return {Look, &Mention};
    Value = Around;
  }
}

bool ErrorMentions::isLookedAtAfter(const Expr &Start,
                                    const FlowGraph &Graph) const {
  const CFGBlock *First = Graph.blockOf(Start);
  if (!First)
    return true; // nothing leads there, or nobody knows how
  llvm::SmallVector<const CFGBlock *, 16> Pending = {First};
  llvm::SmallPtrSet<const CFGBlock *, 16> Seen;
  bool Looked = false;
  // Whether the way goes on after the steps of that block.
  auto Pass = [&](const CFGBlock &Block, bool Started) {
    for (const Stmt *Step : Graph.steps(Block)) {
      if (!Started) {
        Started = Step == &Start;
        continue;
      }
      if (Step == &Start)
        return false; // once more
      Effect What = Effects.lookup(Step);
      Looked |= What == Look;
      if (What == Look || What == Overwrite)
        return false;
      if (const CFGBlock *Handler = Graph.handlerOf(*Step))
        if (Seen.insert(Handler).second)
          Pending.push_back(Handler);
    }
    return !FlowGraph::endsProgram(Block);
  };
  for (bool IsFirst = true; !Pending.empty() && !Looked; IsFirst = false) {
    const CFGBlock *Block = Pending.pop_back_val();
    if (!Pass(*Block, !IsFirst))
      continue;
    for (const CFGBlock *Next : Block->succs())
      if (Next && Seen.insert(Next).second)
        Pending.push_back(Next);
  }
  return Looked;
}

const Stmt *ErrorMentions::overwrittenAfter(const Expr &Start) const {
  const Stmt *First = nullptr;
  for (const auto &[At, What] : Effects)
    if (What == Overwrite && At != &Start && Scopes.isBefore(Start, *At) &&
        (!First || Scopes.isBefore(*At, *First)))
      First = At;
  return First;
}

} // namespace asynctidy
