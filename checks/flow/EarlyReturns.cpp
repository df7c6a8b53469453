// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "EarlyReturns.h"
#include "Destination.h"
#include "FlowGraph.h"
#include "model/CallSiteMaker.h"
#include "model/Coroutine.h"
#include "model/Mentions.h"
#include "model/Names.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {
namespace {

class EarlyReturnFinder {
public:
  EarlyReturnFinder(const Stmt &Body, const Model &M) : Body(Body), M(M) {}

  std::vector<EarlyReturn> run() {
    visit(Body, nullptr);
    return std::move(Found);
  }

private:
  void visit(const Stmt &S, const CXXTryStmt *Try);
  void block(const CompoundStmt &Block);
  void addReturned(const Expr *Value, EarlyReturn Around);
  const CallExpr *lazyTask(const Expr *E) const;
  bool throwsNoSooner(const Stmt &S) const;
  bool isIdleGuard(const VarDecl &V) const;
  const VarDecl *guardIn(const Stmt &S) const;
  bool keepsTask(const Stmt &S) const;
  bool readsState(const CallExpr &Task) const;

  const Stmt &Body;
  const Model &M;
  std::vector<EarlyReturn> Found;
};

/// The call in \p E that makes a lazy task and, as far as can be seen, does
/// nothing else yet.
const CallExpr *EarlyReturnFinder::lazyTask(const Expr *E) const {
  const auto *Call = dyn_cast_or_null<CallExpr>(valueOrigin(E));
  const TaskType *Task = Call ? M.taskTypes().find(Call->getType()) : nullptr;
  if (!Task || !Task->Lazy)
    return nullptr;
  const FunctionDecl *Callee = callSite(*Call, M.rules()).function();
  bool StartsAtOnce = M.shown(Callee) && !coroutineBody(*Callee);
  return StartsAtOnce ? nullptr : Call;
}

/// Whether all handlers are for what making a task throws, not running it.
static bool isForTheCallOnly(const CXXTryStmt &Try) {
  static constexpr llvm::StringLiteral AtOnce[] = {
      "std::bad_alloc", "std::bad_array_new_length", "std::bad_function_call"};
  for (unsigned I = 0; I < Try.getNumHandlers(); ++I) {
    QualType Caught = Try.getHandler(I)->getCaughtType();
    const CXXRecordDecl *Record = Caught.isNull() ? nullptr : recordOf(Caught);
    if (!Record || !llvm::is_contained(AtOnce, qualifiedName(*Record)))
      return false;
  }
  return true;
}

void EarlyReturnFinder::addReturned(const Expr *Value, EarlyReturn Around) {
  const Expr *Source = valueSource(Value);
  if (const auto *Either = dyn_cast_or_null<ConditionalOperator>(Source)) {
    addReturned(Either->getTrueExpr(), Around);
    return addReturned(Either->getFalseExpr(), Around);
  }
  Around.Task = lazyTask(Source);
  if (!Around.Task)
    return;
  if (Around.Try && (isForTheCallOnly(*Around.Try) ||
                     !throwsNoSooner(*Around.Try->getTryBlock())))
    return;
  bool IsLock =
      Around.Guard && M.lockTypes().findGuard(Around.Guard->getType());
  // What is read under the lock may be all that it is for.
  if (IsLock && readsState(*Around.Task))
    return;
  Found.push_back(Around);
}

/// Whether nothing in the try block \p S throws but lazy tasks, which throw too
/// late.
bool EarlyReturnFinder::throwsNoSooner(const Stmt &S) const {
  if (isa<LambdaExpr>(S))
    return true;
  const auto *Call = dyn_cast<CallExpr>(&S);
  if (mayThrow(S) && !(Call && lazyTask(Call))) {
    const auto *Make = dyn_cast<CXXConstructExpr>(&S);
    bool Copies =
        Make && (Make->getConstructor()->isCopyOrMoveConstructor() ||
                 Make->getConstructor()->getParent()->isInStdNamespace());
    bool Moves = Call && valueSource(Call) != Call;
    if (!Copies && !Moves)
      return false;
  }
  return llvm::all_of(S.children(), [&](const Stmt *Child) {
    return !Child || throwsNoSooner(*Child);
  });
}

/// Whether the value of \p E is more than a constant or a parameter.
static bool mayBeChangedByOthers(const Expr *E, const ASTContext &AST) {
  E = valueSource(E);
  if (isa<CXXThisExpr, StringLiteral, CXXNullPtrLiteralExpr>(E) ||
      E->isEvaluatable(AST))
    return false;
  if (const auto *Make = dyn_cast<CXXConstructExpr>(E))
    return llvm::any_of(Make->arguments(), [&](const Expr *Arg) {
      return mayBeChangedByOthers(Arg, AST);
    });
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  return !Ref || !isa<ParmVarDecl>(Ref->getDecl());
}

/// Whether an argument of \p Task, or the object it is called on, is looked up
/// in what others may change.
bool EarlyReturnFinder::readsState(const CallExpr &Task) const {
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&Task)) {
    const Expr *Object =
        Member->getImplicitObjectArgument()->IgnoreParenImpCasts();
    // `store_.load(key)` works on what is locked; `client_->load(key)` reads
    // which client it is.
    const auto *Field = dyn_cast<MemberExpr>(Object);
    bool IsOwn =
        isa<CXXThisExpr>(Object) ||
        (Field && isa<CXXThisExpr>(Field->getBase()->IgnoreParenImpCasts()) &&
         !Field->getType()->isPointerType());
    if (!IsOwn)
      return true;
  }
  return llvm::any_of(Task.arguments(), [&](const Expr *Arg) {
    return mayBeChangedByOthers(Arg, M.ast());
  });
}

/// Whether \p V does its work in its constructor and destructor, and nobody
/// mentions it in between.
bool EarlyReturnFinder::isIdleGuard(const VarDecl &V) const {
  const CXXRecordDecl *Record = V.getType()->getAsCXXRecordDecl();
  if (!V.hasLocalStorage() || !Record || Record->hasTrivialDestructor() ||
      V.hasAttr<UnusedAttr>() || mentions(Body, V))
    return false;
  static constexpr llvm::StringLiteral Words[] = {
      "guard",   "lock",    "locker",  "scope",       "scoped",
      "span",    "timer",   "defer",   "transaction", "exit",
      "finally", "cleanup", "measure", "trace",       "raii"};
  const auto *Make = dyn_cast_or_null<CXXConstructExpr>(
      V.getInit() ? valueSource(V.getInit()) : nullptr);
  if (Make && llvm::any_of(Make->arguments(), [](const Expr *Arg) {
        return isTag(Arg->getType(), "defer");
      }))
    return false;
  return M.lockTypes().findGuard(V.getType()) ||
         M.taskTypes().isGuard(V.getType()) ||
         (Record->getIdentifier() && hasWord(Record->getName(), Words));
}

/// Whether \p S does nothing but return, on some condition perhaps; then the
/// values are added to \p Values.
static bool onlyReturns(const Stmt *S, const ASTContext &AST,
                        llvm::SmallVectorImpl<const Expr *> &Values) {
  if (!S)
    return true;
  if (const auto *Return = dyn_cast<ReturnStmt>(S)) {
    Values.push_back(Return->getRetValue());
    return true;
  }
  if (const auto *Block = dyn_cast<CompoundStmt>(S))
    return llvm::all_of(Block->body(), [&](const Stmt *Part) {
      return onlyReturns(Part, AST, Values);
    });
  const auto *If = dyn_cast<IfStmt>(S);
  return If && !If->getInit() && !If->getConditionVariable() &&
         !If->getCond()->HasSideEffects(AST) &&
         onlyReturns(If->getThen(), AST, Values) &&
         onlyReturns(If->getElse(), AST, Values);
}

/// The guard that \p S declares, if it does nothing else.
const VarDecl *EarlyReturnFinder::guardIn(const Stmt &S) const {
  const auto *Declarations = dyn_cast<DeclStmt>(&S);
  if (!Declarations)
    return nullptr;
  const VarDecl *Guard = nullptr;
  for (const Decl *D : Declarations->decls()) {
    const auto *V = dyn_cast<VarDecl>(D);
    if (!V || !isIdleGuard(*V))
      return nullptr;
    Guard = Guard ? Guard : V;
  }
  return Guard;
}

/// Whether \p S only keeps a lazy task that is returned later.
bool EarlyReturnFinder::keepsTask(const Stmt &S) const {
  const auto *Declarations = dyn_cast<DeclStmt>(&S);
  const auto *V = Declarations && Declarations->isSingleDecl()
                      ? dyn_cast<VarDecl>(Declarations->getSingleDecl())
                      : nullptr;
  return V && V->getInit() && lazyTask(V->getInit());
}

/// Guards at the top of \p Block that returns follow at once, and nothing else.
void EarlyReturnFinder::block(const CompoundStmt &Block) {
  EarlyReturn Early;
  llvm::SmallVector<const Expr *, 2> Values;
  for (const Stmt *S : Block.body()) {
    const VarDecl *Guard = guardIn(*S);
    if (Guard && !Early.Guard)
      Early.Guard = Guard;
    if (Guard || keepsTask(*S))
      continue;
    // A lock may be there for the condition.
    bool IsPlain = isa<ReturnStmt>(S) || !Early.Guard ||
                   !M.lockTypes().findGuard(Early.Guard->getType());
    if (!IsPlain || !onlyReturns(S, M.ast(), Values)) {
      Early.Guard = nullptr;
      Values.clear();
    }
  }
  for (const Expr *Value : Values)
    if (Early.Guard)
      addReturned(Value, Early);
}

void EarlyReturnFinder::visit(const Stmt &S, const CXXTryStmt *Try) {
  if (isa<Expr>(S))
    return;
  if (const auto *Return = dyn_cast<ReturnStmt>(&S)) {
    EarlyReturn Early;
    Early.Try = Try;
    if (Try)
      addReturned(Return->getRetValue(), Early);
    return;
  }
  if (const auto *Inner = dyn_cast<CXXTryStmt>(&S)) {
    visit(*Inner->getTryBlock(), Inner);
    for (unsigned I = 0; I < Inner->getNumHandlers(); ++I)
      visit(*Inner->getHandler(I)->getHandlerBlock(), Try);
    return;
  }
  if (const auto *Block = dyn_cast<CompoundStmt>(&S))
    block(*Block);
  for (const Stmt *Child : S.children())
    if (Child)
      visit(*Child, Try);
}

} // namespace

std::vector<EarlyReturn> earlyReturnsOf(const FunctionDecl &F, const Model &M) {
  const TaskType *Task = M.taskTypes().find(F.getReturnType());
  if (!Task || !Task->Lazy || coroutineBody(F) || !F.getBody() ||
      F.isDependentContext())
    return {};
  return EarlyReturnFinder(*F.getBody(), M).run();
}

} // namespace asynctidy
