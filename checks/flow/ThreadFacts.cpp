// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ThreadFacts.h"
#include "Forward.h"
#include "LexicalScopes.h"
#include "model/CallSiteMaker.h"
#include "model/Coroutine.h"
#include "model/Suspension.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {
namespace {

const VarDecl *threadLocalNamed(const Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  const auto *Variable = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Variable && Variable->getTLSKind() != VarDecl::TLS_None ? Variable
                                                                 : nullptr;
}

/// What `errno` stands for in the C libraries there are.
bool isErrnoCall(const Stmt &S) {
  const auto *Call = dyn_cast<CallExpr>(&S);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  static constexpr llvm::StringLiteral Names[] = {
      "__errno_location", "__errno", "_errno", "__error", "___errno"};
  return F && F->getIdentifier() && llvm::is_contained(Names, F->getName());
}

/// Whether \p S counts up (1) or down (-1); 0 for everything else.
int stepOf(const Stmt &S) {
  if (const auto *Unary = dyn_cast<UnaryOperator>(&S))
    return Unary->isIncrementOp() ? 1 : Unary->isDecrementOp() ? -1 : 0;
  const auto *Compound = dyn_cast<CompoundAssignOperator>(&S);
  BinaryOperatorKind Kind = Compound ? Compound->getOpcode() : BO_Comma;
  return Kind == BO_AddAssign ? 1 : Kind == BO_SubAssign ? -1 : 0;
}

/// Whether \p E refers to a part of a thread-local variable.
bool refersToThreadLocal(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    const Expr *Inner = Unary->getSubExpr()->IgnoreParenImpCasts();
    if (Unary->getOpcode() == UO_AddrOf)
      return refersToThreadLocal(Inner);
    return Unary->getOpcode() == UO_Deref && isErrnoCall(*Inner);
  }
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return !Member->isArrow() && refersToThreadLocal(Member->getBase());
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E))
    return Element->getBase()
               ->IgnoreParenImpCasts()
               ->getType()
               ->isArrayType() &&
           refersToThreadLocal(Element->getBase());
  return threadLocalNamed(E) != nullptr;
}

bool isThreadLocalPointer(const Expr &E) {
  const VarDecl *Variable = threadLocalNamed(&E);
  return Variable && Variable->getType()->isPointerType();
}

bool mentionsErrno(const Stmt &S) {
  return isErrnoCall(S) || llvm::any_of(S.children(), [](const Stmt *Child) {
           return Child && mentionsErrno(*Child);
         });
}

/// Whether the awaiter of \p S says by errno how it went.
bool bringsErrno(const CoroutineSuspendExpr &S, const Project &P) {
  const auto *Resume = dyn_cast<CallExpr>(S.getResumeExpr()->IgnoreImplicit());
  const FunctionDecl *F = Resume ? Resume->getDirectCallee() : nullptr;
  const FunctionDecl *Shown = F ? definitionOf(*F) : nullptr;
  return Shown && P.contains(Shown->getLocation()) &&
         mentionsErrno(*Shown->getBody());
}

/// What is known at a point: a domain for Forward.
class FactDomain {
public:
  struct Fact {
    StaleThreadFact::Kind What;
    const VarDecl *Variable;
    const Stmt *SetAt;
    const CoroutineSuspendExpr *Suspension; ///< null: still true

    bool operator==(const Fact &O) const {
      return What == O.What && Variable == O.Variable && SetAt == O.SetAt &&
             Suspension == O.Suspension;
    }
  };
  using State = llvm::SmallVector<Fact, 4>;

  FactDomain(const FunctionDecl &F, const LexicalScopes &Scopes, const Model &M)
      : F(F), Scopes(Scopes), M(M),
        StaysInThread(resumptionOf(F, M.rules()) == Resumption::SameThread) {}

  static State start() { return {}; }
  void step(const Stmt &Step, State &Now);
  static bool branch(const CFGBlock &, unsigned, State &) { return true; }
  static void unwind(State &) {}
  static bool join(State &Into, const State &From);

  std::vector<StaleThreadFact> Found;

  /// An await ends in its await_resume, which may throw.
  void noteResumption(const CoroutineSuspendExpr &S) {
    ResumedAt[S.getResumeExpr()->IgnoreImplicit()] = &S;
  }

private:
  void set(StaleThreadFact::Kind What, const VarDecl *V, const Stmt &At,
           State &Now);
  void declaration(const VarDecl &V, State &Now);
  void remember(const VarDecl &V, const Expr &Value, State &Now);
  void suspend(const CoroutineSuspendExpr &S, State &Now) const;
  bool isOfTheThread(const Fact &Known) const;
  /// How the variable that is mentioned there counts.
  int stepAt(const Stmt &Mention) const {
    const Stmt *Parent = Scopes.parentOf(Mention);
    return Parent ? stepOf(*Parent) : 0;
  }
  static void forgetErrno(State &Now);
  void call(const CallExpr &Call, State &Now);
  void mention(const DeclRefExpr &Ref, State &Now);
  void use(StaleThreadFact::Kind What, const VarDecl *V, const Expr &At,
           const State &Now);
  bool isWritten(const Expr &E) const;
  const Expr *writtenTo(const Expr &E) const;
  void threadLocal(const VarDecl &V, const DeclRefExpr &Ref, State &Now);
  bool isKey(const Expr &E) const;

  const FunctionDecl &F;
  const LexicalScopes &Scopes;
  const Model &M;
  bool StaysInThread;
  llvm::DenseMap<const Stmt *, const CoroutineSuspendExpr *> ResumedAt;
};

void FactDomain::set(StaleThreadFact::Kind What, const VarDecl *V,
                     const Stmt &At, State &Now) {
  llvm::erase_if(Now, [&](const Fact &Known) {
    return Known.What == What && Known.Variable == V;
  });
  Now.push_back({What, V, &At, nullptr});
}

void FactDomain::declaration(const VarDecl &V, State &Now) {
  const Expr *Init = V.getInit();
  if (Init && V.hasLocalStorage())
    remember(V, *Init, Now);
}

/// The local \p V becomes \p Value.
void FactDomain::remember(const VarDecl &V, const Expr &Value, State &Now) {
  llvm::erase_if(Now, [&](const Fact &Known) { return Known.Variable == &V; });
  QualType T = V.getType();
  // A pointer that is thread-local is just a pointer.
  bool Refers = T->isReferenceType()
                    ? refersToThreadLocal(&Value)
                    : T->isPointerType() && !isThreadLocalPointer(Value) &&
                          refersToThreadLocal(&Value);
  if (Refers)
    set(StaleThreadFact::Reference, &V, Value, Now);
  const auto *Call = dyn_cast<CallExpr>(valueSource(&Value));
  if (Call && M.rules().find(plainCallSite(*Call), Role::ThreadId, &F))
    set(StaleThreadFact::Identity, &V, Value, Now);
}

void FactDomain::suspend(const CoroutineSuspendExpr &S, State &Now) const {
  if (!maySuspend(S, M))
    return;

  bool Moves = !StaysInThread || switchesExecutor(S, M, F);
  for (Fact &Known : Now)
    if (!Known.Suspension && (Moves || !isOfTheThread(Known)))
      Known.Suspension = &S;
  if (bringsErrno(S, M.project()))
    forgetErrno(Now);
}

/// Whether \p Known is true as long as the coroutine stays in the thread. What
/// a variable was set to is not: others run there as well.
bool FactDomain::isOfTheThread(const Fact &Known) const {
  return Known.What == StaleThreadFact::Reference ||
         Known.What == StaleThreadFact::Identity ||
         (Known.What == StaleThreadFact::Value && stepAt(*Known.SetAt));
}

void FactDomain::use(StaleThreadFact::Kind What, const VarDecl *V,
                     const Expr &At, const State &Now) {
  for (const Fact &Known : Now) {
    if (Known.What != What || Known.Variable != V || !Known.Suspension)
      continue;
    auto Same = llvm::find_if(Found, [&](const StaleThreadFact &F) {
      return F.What == What && F.Variable == V && F.SetAt == Known.SetAt;
    });
    StaleThreadFact Stale{What, V, Known.SetAt, Known.Suspension, &At};
    if (Same == Found.end())
      Found.push_back(Stale);
    else if (Scopes.isBefore(At, *Same->UsedAt))
      *Same = Stale;
  }
}

/// Whether \p E is the left of an assignment.
bool FactDomain::isWritten(const Expr &E) const {
  const auto *Assign = dyn_cast_or_null<BinaryOperator>(Scopes.parentOf(E));
  if (Assign && Assign->getOpcode() == BO_Assign && Assign->getLHS() == &E)
    return true;
  const auto *Call = dyn_cast_or_null<CXXOperatorCallExpr>(Scopes.parentOf(E));
  return Call && Call->getOperator() == OO_Equal && Call->getArg(0) == &E;
}

/// Whether \p E looks something up or is remembered. Comparing and printing is
/// what those do who look whether the thread is another one.
bool FactDomain::isKey(const Expr &E) const {
  const Expr *Value = &E;
  const Stmt *Around = Scopes.parentOf(E);
  while (isa_and_nonnull<CastExpr, ParenExpr, MaterializeTemporaryExpr,
                         CXXConstructExpr>(Around)) {
    Value = cast<Expr>(Around);
    Around = Scopes.parentOf(*Around);
  }
  if (const auto *Assign = dyn_cast_or_null<BinaryOperator>(Around))
    return Assign->getOpcode() == BO_Assign && Assign->getRHS() == Value;
  if (const auto *Call = dyn_cast_or_null<CXXOperatorCallExpr>(Around))
    return (Call->getOperator() == OO_Subscript ||
            Call->getOperator() == OO_Equal) &&
           Call->getArg(1) == Value;
  const auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(Around);
  return Call && Call->getCallee() != Value;
}

/// What is assigned to \p E; null if it is not the left of an assignment.
const Expr *FactDomain::writtenTo(const Expr &E) const {
  if (!isWritten(E))
    return nullptr;
  const Stmt *Parent = Scopes.parentOf(E);
  if (const auto *Assign = dyn_cast<BinaryOperator>(Parent))
    return Assign->getRHS();
  return cast<CXXOperatorCallExpr>(Parent)->getArg(1);
}

void FactDomain::mention(const DeclRefExpr &Ref, State &Now) {
  const auto *V = dyn_cast<VarDecl>(Ref.getDecl());
  if (!V)
    return;
  if (!V->hasLocalStorage()) {
    if (V->getTLSKind() != VarDecl::TLS_None)
      threadLocal(*V, Ref, Now);
    return;
  }
  const Expr *Value =
      V->getType()->isReferenceType() ? nullptr : writtenTo(Ref);
  if (Value)
    return remember(*V, *Value, Now);
  use(StaleThreadFact::Reference, V, Ref, Now);
  if (isKey(Ref))
    use(StaleThreadFact::Identity, V, Ref, Now);
}

/// A thread-local variable is read, set, or counts up or down.
void FactDomain::threadLocal(const VarDecl &V, const DeclRefExpr &Ref,
                             State &Now) {
  int Step = stepAt(Ref);
  auto *Before = llvm::find_if(Now, [&](const Fact &Known) {
    return Known.What == StaleThreadFact::Value && Known.Variable == &V;
  });
  int Earlier = Before == Now.end() ? 0 : stepAt(*Before->SetAt);
  if (Step && Earlier == -Step && !Before->Suspension) {
    Now.erase(Before); // back to where it was
    return;
  }
  // Counting on is what statistics do; who counts back has been in between.
  bool CountsOn = Step && Earlier == Step;
  if (!isWritten(Ref) && !CountsOn)
    use(StaleThreadFact::Value, &V, Ref, Now);
  if (Step || isWritten(Ref))
    set(StaleThreadFact::Value, &V, Ref, Now);
}

/// Something may have set it again since the suspension. What comes before that
/// is most likely on the way to look at it.
void FactDomain::forgetErrno(State &Now) {
  llvm::erase_if(Now, [](const Fact &Known) {
    return Known.What == StaleThreadFact::Errno && Known.Suspension;
  });
}

void FactDomain::call(const CallExpr &Call, State &Now) {
  if (!isErrnoCall(Call)) {
    // Only calling a coroutine does not run it.
    const FunctionDecl *F = Call.getDirectCallee();
    if (F && F->isExternC())
      set(StaleThreadFact::Errno, nullptr, Call, Now);
    else if (!M.taskTypes().find(Call.getType()) && !(F && F->isConstexpr()))
      forgetErrno(Now);
    return;
  }
  const Stmt *Deref = Scopes.parentOf(Call);
  while (isa_and_nonnull<ParenExpr>(Deref))
    Deref = Scopes.parentOf(*Deref);
  const auto *Value = dyn_cast_or_null<Expr>(Deref);
  const Expr *Whole = Value;
  while (Whole && isa_and_nonnull<ParenExpr>(Scopes.parentOf(*Whole)))
    Whole = cast<Expr>(Scopes.parentOf(*Whole));
  if (Whole && isWritten(*Whole))
    return set(StaleThreadFact::Errno, nullptr, Call, Now);
  if (Whole)
    use(StaleThreadFact::Errno, nullptr, *Whole, Now);
}

void FactDomain::step(const Stmt &Step, State &Now) {
  if (const CoroutineSuspendExpr *Suspend = ResumedAt.lookup(&Step))
    return suspend(*Suspend, Now);
  const auto *Make = dyn_cast<CXXConstructExpr>(&Step);
  if (Make && !Make->getConstructor()->isTrivial() &&
      !Make->getConstructor()->isCopyOrMoveConstructor())
    forgetErrno(Now);
  if (const auto *Declarations = dyn_cast<DeclStmt>(&Step)) {
    for (const Decl *D : Declarations->decls())
      if (const auto *V = dyn_cast<VarDecl>(D))
        declaration(*V, Now);
    return;
  }
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&Step))
    return mention(*Ref, Now);
  // What an await calls of its awaiter is not in the text.
  if (const auto *Call = dyn_cast<CallExpr>(&Step);
      Call && Scopes.parentOf(*Call))
    call(*Call, Now);
}

bool FactDomain::join(State &Into, const State &From) {
  std::size_t Before = Into.size();
  for (const Fact &Known : From)
    if (!llvm::is_contained(Into, Known))
      Into.push_back(Known);
  return Into.size() != Before;
}

/// Most coroutines have nothing to do with threads.
bool knowsThread(const Stmt &S, const FunctionDecl &F, const Model &M) {
  if (isErrnoCall(S))
    return true;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&S); Ref && threadLocalNamed(Ref))
    return true;
  if (const auto *Call = dyn_cast<CallExpr>(&S);
      Call && M.rules().find(plainCallSite(*Call), Role::ThreadId, &F))
    return true;
  return !isa<LambdaExpr>(S) && llvm::any_of(S.children(), [&](const Stmt *C) {
    return C && knowsThread(*C, F, M);
  });
}

} // namespace

std::vector<StaleThreadFact> staleThreadFactsOf(const FunctionDecl &F,
                                                const Model &M) {
  const CoroutineBodyStmt *Body = coroutineBody(F);
  if (!Body || !knowsThread(*Body->getBody(), F, M))
    return {};
  std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F, M.ast());
  if (!Graph)
    return {};
  LexicalScopes Scopes(*Body->getBody());
  FactDomain Domain(F, Scopes, M);
  for (const CFGBlock *Block : Graph->cfg())
    for (const Stmt *Step : Graph->steps(*Block))
      if (const auto *S = dyn_cast<CoroutineSuspendExpr>(Step))
        Domain.noteResumption(*S);
  Forward<FactDomain> Flow(*Graph, Domain);
  if (!Flow.run())
    return {};
  Domain.Found.clear();
  Flow.replay();
  return std::move(Domain.Found);
}

} // namespace asynctidy
