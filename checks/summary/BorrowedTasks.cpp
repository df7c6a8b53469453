// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "BorrowedTasks.h"
#include "flow/Joins.h"
#include "model/CallSiteMaker.h"
#include "model/Callable.h"
#include "model/Coroutine.h"
#include "model/Names.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Looks at the calls of one function.
class BorrowFinder {
public:
  BorrowFinder(const FunctionDecl &F, const Stmt &Body, const Model &M,
               KeptArguments &Arguments)
      : F(F), Body(Body), M(M), Arguments(Arguments),
        Refers(Arguments.borrowing()) {}

  std::vector<BorrowedTask> run() {
    visit(Body, /*IsAwaited=*/false);
    return std::move(Found);
  }

private:
  void visit(const Stmt &S, bool IsAwaited);
  void call(const CallExpr &Call);
  void receiver(const CallExpr &Call);
  void argument(const CallExpr &Call, const ParmVarDecl &Parameter,
                unsigned Index, const Expr &Arg);
  bool needsCaptures(BorrowedTask &Task);
  void invoked(const CallExpr &Call);
  void startedClosure(const CallExpr &Call);
  void destroyedClosure(const CallExpr &Call);
  void borrow(BorrowedTask Task, const Referents &Objects);

  bool judge(BorrowedTask &Task);
  bool judgeKept(BorrowedTask &Task, const VarDecl &Variable, const Stmt &Since,
                 unsigned Depth);
  bool outlives(const BorrowedTask &Task, const Destination &To);

  bool isDead(const Referent &Object, const Expr &At);
  bool isMovedAway(const BorrowedTask &Task);
  const Expr *replacedBefore(const VarDecl &V, const Expr &After,
                             const Expr &Before);
  Joins joins() { return Joins(F, Body, scopes(), M); }
  const LexicalScopes &scopes() {
    if (!Scopes)
      Scopes.emplace(Body);
    return *Scopes;
  }

  const FunctionDecl &F;
  const Stmt &Body;
  const Model &M;
  KeptArguments &Arguments;
  const Borrowing &Refers;
  /// Most functions await all they make at once: made when needed.
  std::optional<LexicalScopes> Scopes;
  std::vector<BorrowedTask> Found;
};

QualType typeOf(const Referent &Object) {
  return Object.Temporary ? Object.Temporary->getType()
                          : Object.Variable->getType();
}

/// Tags and tokens: there is nothing in them to look at.
bool isEmpty(QualType T) {
  const CXXRecordDecl *Record = T.getNonReferenceType()->getAsCXXRecordDecl();
  return Record && Record->hasDefinition() && Record->isEmpty();
}

/// \p IsAwaited: in the same full-expression, at whose end all temporaries die.
void BorrowFinder::visit(const Stmt &S, bool IsAwaited) {
  if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(&S))
    return visit(*Suspend->getOperand(), /*IsAwaited=*/true);
  if (const auto *Lambda = dyn_cast<LambdaExpr>(&S)) {
    for (const Expr *Init : Lambda->capture_inits())
      if (Init)
        visit(*Init, false);
    return;
  }
  if (const auto *Call = dyn_cast<CallExpr>(&S); Call && !IsAwaited) {
    call(*Call);
    invoked(*Call);
    startedClosure(*Call);
  }
  if (const auto *Call = dyn_cast<CallExpr>(&S))
    destroyedClosure(*Call);
  bool IsPart = IsAwaited && isa<Expr>(S);
  for (const Stmt *Child : S.children())
    if (Child)
      visit(*Child, IsPart);
}

/// Whether what \p Call gives is a task, or stands for one that nobody can
/// await: of a coroutine that goes on by itself.
static bool givesTask(const CallExpr &Call, const Model &M) {
  if (!Call.isPRValue())
    return false;
  const FunctionDecl *F = Call.getDirectCallee();
  const CoroutineBodyStmt *Body = F ? coroutineBody(*F) : nullptr;
  return M.taskTypes().isAwaitable(Call.getType()) || (Body && canAwait(*Body));
}

void BorrowFinder::borrow(BorrowedTask Task, const Referents &Objects) {
  for (const Referent &Object : Objects) {
    bool IsKnown = llvm::any_of(Found, [&](const BorrowedTask &Other) {
      return Other.Call == Task.Call && Other.Of == Object;
    });
    if (IsKnown || Object.IsReference || isEmpty(typeOf(Object)) ||
        M.taskTypes().find(typeOf(Object)))
      continue;
    Task.Of = Object;
    if (judge(Task)) {
      if (Object.Variable)
        Task.DiesInside = scopes().scopeOf(*Object.Variable) != nullptr &&
                          scopes().scopeOf(*Object.Variable) != &Body;
      Found.push_back(Task);
      return;
    }
  }
}

/// The closure that a std::function or a variable is known to hold.
const CXXMethodDecl *calledClosure(const CallExpr &Call,
                                   const RuleMatcher &Rules) {
  const FunctionDecl *Called = callSite(Call, Rules).function();
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Called);
  return Method && Method->getParent()->isLambda() ? Method : nullptr;
}

/// What the task refers to by the object that \p Call is called on.
void BorrowFinder::receiver(const CallExpr &Call) {
  const Expr *Receiver = receiverOf(Call);
  const auto *Called = dyn_cast_or_null<CXXMethodDecl>(Call.getDirectCallee());
  if (!Receiver || !Called || Receiver->getType()->isPointerType())
    return;
  BorrowedTask Task;
  Task.Call = &Call;
  Task.Through = Receiver;
  if (const CXXMethodDecl *Closure = calledClosure(Call, M.rules())) {
    Called = Closure;
    if (coroutineBody(*Closure))
      Task.What = BorrowedTask::Closure;
  }
  Task.Kept = Arguments.object(*Called);
  if (Task.Kept.What != KeptArguments::Answer::No)
    borrow(Task, Refers.objectOf(Receiver));
}

void BorrowFinder::argument(const CallExpr &Call, const ParmVarDecl &Parameter,
                            unsigned Index, const Expr &Arg) {
  Referents Objects = Refers.givenTo(Parameter, &Arg);
  if (Objects.empty())
    return;
  BorrowedTask Task;
  Task.Kept = Arguments.argument(*Call.getDirectCallee(), Index);
  if (Task.Kept.What == KeptArguments::Answer::No)
    return;
  const FunctionDecl *Closure =
      isClosure(Arg.getType()) ? callableOf(&Arg, M.rules()) : nullptr;
  Task.Call = &Call;
  Task.Through = &Arg;
  Task.Parameter = &Parameter;
  if (Closure && coroutineBody(*Closure))
    Task.What = BorrowedTask::Closure;
  borrow(Task, Objects);
}

void BorrowFinder::call(const CallExpr &Call) {
  if (!givesTask(Call, M))
    return;
  receiver(Call);
  forEachArgument(
      Call, [&](const ParmVarDecl &Parameter, unsigned Index, const Expr &Arg) {
        argument(Call, Parameter, Index, Arg);
      });
}

/// Whether Task.Through is a coroutine lambda, by itself or in a variable, that
/// looks at its captures; notes where.
bool BorrowFinder::needsCaptures(BorrowedTask &Task) {
  const Expr *E = Task.Through;
  if (!E || !isClosure(E->getType()))
    return false;
  const auto *Closure =
      dyn_cast_or_null<CXXMethodDecl>(callableOf(E, M.rules()));
  if (!Closure || !coroutineBody(*Closure))
    return false;
  Task.Kept = Arguments.object(*Closure);
  return Task.Kept.What == KeptArguments::Answer::Yes;
}

/// `std::invoke([x]() -> task {...})`: the closure is called on the spot, and
/// what comes back is its task.
void BorrowFinder::invoked(const CallExpr &Call) {
  if (!givesTask(Call, M))
    return;
  CallSite Site = plainCallSite(Call);
  const RuleEntry *Entry = M.rules().find(Site, Role::Invokes, &F);
  if (!Entry || !Entry->Callable || Entry->CallableLives == "until-done")
    return;
  BorrowedTask Task;
  Task.Call = &Call;
  Task.Through = RuleMatcher::subject(Site, *Entry->Callable);
  Task.What = BorrowedTask::Closure;
  if (needsCaptures(Task))
    borrow(Task, Refers.objectOf(Task.Through));
}

/// A closure that is handed to a function which calls it and then destroys it,
/// though its task has only begun.
void BorrowFinder::destroyedClosure(const CallExpr &Call) {
  CallSite Site = plainCallSite(Call);
  for (Role R : {Role::RunsOnLoop, Role::Spawn}) {
    const RuleEntry *Entry = M.rules().find(Site, R, &F);
    if (!Entry || !Entry->Callable || Entry->CallableLives != "until-return")
      continue;
    BorrowedTask Task;
    Task.Call = &Call;
    Task.Through = RuleMatcher::subject(Site, *Entry->Callable);
    Task.What = BorrowedTask::DroppedClosure;
    if (needsCaptures(Task))
      Found.push_back(Task);
    return;
  }
}

/// A closure that captures variables by reference and is started as it is:
/// `co_spawn(executor, [&]() -> awaitable<void> {...}, detached)`.
void BorrowFinder::startedClosure(const CallExpr &Call) {
  CallSite Site = plainCallSite(Call);
  const RuleEntry *Spawn = M.rules().find(Site, Role::Spawn, &F);
  const Expr *Started = Spawn && Spawn->Callable
                            ? RuleMatcher::subject(Site, *Spawn->Callable)
                            : nullptr;
  const auto *Lambda = dyn_cast_or_null<LambdaExpr>(valueSource(Started));
  if (!Lambda || !coroutineBody(*Lambda->getCallOperator()))
    return;
  BorrowedTask Task;
  Task.Call = &Call;
  Task.Through = Lambda;
  Task.What = BorrowedTask::ReferenceCapture;
  Task.To.What = Destination::Started;
  Task.To.At = &Call;
  Task.To.Spawn = Spawn;
  for (const Referent &Object : Refers.referredBy(Lambda)) {
    Task.Of = Object;
    if (Object.IsReference || Object.Temporary || !outlives(Task, Task.To))
      continue;
    Found.push_back(Task);
    return;
  }
}

/// Whether the object is moved somewhere else, with all that it holds: not only
/// into a reference that the task keeps.
bool BorrowFinder::isMovedAway(const BorrowedTask &Task) {
  const VarDecl &V = *Task.Of.Variable;
  return llvm::any_of(mentionsOf(V, Body), [&](const Expr *Mention) {
    if (scopes().contains(*Task.Through, *Mention))
      return false;
    const Stmt *Around = scopes().parentOf(*Mention);
    while (isa_and_nonnull<CastExpr, ParenExpr>(Around))
      Around = scopes().parentOf(*Around);
    const auto *Call = dyn_cast_or_null<CallExpr>(Around);
    return Call && valueSource(Call) != Call;
  });
}

bool BorrowFinder::isDead(const Referent &Object, const Expr &At) {
  return Object.Temporary || !scopes().isAlive(*Object.Variable, At);
}

/// Whether a task that goes to \p To may still run when the object is gone.
bool BorrowFinder::outlives(const BorrowedTask &Task, const Destination &To) {
  const Referent &Object = Task.Of;
  switch (To.What) {
  case Destination::Returned:
    return Object.Temporary || !isMovedAway(Task);
  case Destination::Stored:
    return Object.Temporary;
  case Destination::Started:
    // A loop's own coroutine sees it run up to its first suspension.
    if (To.Spawn && To.Spawn->Dispatches && coroutineBody(F) &&
        Object.Temporary && !Task.Kept.UsedLater)
      return false;
    return Object.Temporary ? !joins().endsAtOnce(To)
                            : !isMovedAway(Task) &&
                                  !joins().endsInTime(To, *Object.Variable);
  case Destination::Discarded: {
    // A lazy one never runs; started ones go on.
    const TaskType *Type = M.taskTypes().find(Task.Call->getType());
    bool GoesOn = !Type || (!Type->Lazy && (Type->OnDrop == Drop::Detaches ||
                                            Type->OnDrop == Drop::Unknown));
    return GoesOn && Object.Temporary;
  }
  case Destination::Awaited:
  case Destination::Kept:
  case Destination::HandedOn:
  case Destination::Elsewhere:
    return false;
  }
  return false;
}

/// The assignment to \p V between \p After and \p Before in the text.
const Expr *BorrowFinder::replacedBefore(const VarDecl &V, const Expr &After,
                                         const Expr &Before) {
  for (const Expr *Mention : mentionsOf(V, Body)) {
    const auto *Call =
        dyn_cast_or_null<CXXOperatorCallExpr>(scopes().parentOf(*Mention));
    if (Call && Call->getOperator() == OO_Equal &&
        Call->getArg(0)->IgnoreParenImpCasts() == Mention &&
        scopes().isBefore(After, *Call) && scopes().isBefore(*Call, Before))
      return Call;
  }
  return nullptr;
}

/// A task in the local \p Variable: whether it is awaited, or goes somewhere,
/// when the object is gone.
bool BorrowFinder::judgeKept(BorrowedTask &Task, const VarDecl &Variable,
                             const Stmt &Since, unsigned Depth) {
  const VarDecl *Object = Task.Of.Variable;
  for (const Expr *Mention : mentionsOf(Variable, Body)) {
    if (!scopes().isBefore(Since, *Mention) ||
        scopes().contains(Since, *Mention))
      continue;
    Destination Next = destinationOf(*Mention, scopes(), M, F);
    bool Uses = Next.What == Destination::Awaited ||
                Next.What == Destination::Kept ||
                Next.What == Destination::HandedOn;
    if (Uses && Object && Task.What == BorrowedTask::Closure)
      Task.ReplacedAt = replacedBefore(*Object, *Task.Call, *Mention);
    if (outlives(Task, Next) ||
        (Uses && (isDead(Task.Of, *Mention) || Task.ReplacedAt))) {
      if (Object && isMovedAway(Task))
        return false;
      Task.KeptIn = &Variable;
      Task.UsedAt = Mention;
      Task.To = Next;
      return true;
    }
    // Moved into another variable, perhaps one that lives longer.
    if (Next.What == Destination::Kept && Next.Variable != &Variable && Depth &&
        !Next.Variable->isImplicit())
      return judgeKept(Task, *Next.Variable, *Mention, Depth - 1);
    if (Uses)
      return false; // in time
  }
  return false;
}

bool BorrowFinder::judge(BorrowedTask &Task) {
  Task.To = destinationOf(*Task.Call, scopes(), M, F);
  return Task.To.What == Destination::Kept
             ? judgeKept(Task, *Task.To.Variable, *Task.Call, /*Depth=*/3)
             : outlives(Task, Task.To);
}

} // namespace

std::vector<BorrowedTask> borrowedTasksOf(const FunctionDecl &F, const Model &M,
                                          KeptArguments &Arguments) {
  const Stmt *Body = F.getBody();
  if (const auto *Coroutine = dyn_cast_or_null<CoroutineBodyStmt>(Body))
    Body = Coroutine->getBody();
  if (!Body || F.isDependentContext())
    return {};
  return BorrowFinder(F, *Body, M, Arguments).run();
}

} // namespace asynctidy
