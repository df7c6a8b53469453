// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "LockEvents.h"
#include "Place.h"
#include "model/CallSite.h"
#include "model/Coroutine.h"
#include "model/Names.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

class LockFinder {
public:
  LockFinder(LockEvents &Found, const LexicalScopes &Scopes, const Model &M)
      : Found(Found), Scopes(Scopes), M(M), Types(M.lockTypes()) {}

  void visit(const Stmt &Step);

private:
  using Guard = LockTypes::Guard;

  void declaration(const VarDecl &Variable, const Stmt &Step);
  void temporary(const CXXBindTemporaryExpr &Made);
  void call(const CallExpr &Call);
  void member(const CXXMemberCallExpr &Call, const Expr &Object);
  void assignment(const CXXOperatorCallExpr &Call);
  void handOver(const Expr &Arg, const FunctionDecl *To, const Stmt &Step);
  void release(const AccessPath &Path, const Stmt &Step);
  void releasePartsOf(const Expr &Object, const Stmt &Step);
  void releaseNamedIn(const Stmt &Code, const Stmt &Step);
  void fill(unsigned Lock, const Expr &Value, const Stmt &Step);
  void construct(unsigned Lock, const CXXConstructExpr &Make, const Stmt &Step);

  std::optional<unsigned> lockAt(const Expr *E);
  unsigned indexOf(LockEvents::Lock L);
  void add(const Stmt &Step, LockEvent Event);

  LockEvents &Found;
  const LexicalScopes &Scopes;
  const Model &M;
  const LockTypes &Types;
};

void LockFinder::add(const Stmt &Step, LockEvent Event) {
  if (Event.What == LockEvent::Acquires) {
    Found.Any = true;
    Found.AcquiredBy[Event.By].push_back(Event.Lock);
  }
  Found.Events[&Step].push_back(Event);
}

unsigned LockFinder::indexOf(LockEvents::Lock L) {
  for (auto [Index, Known] : llvm::enumerate(Found.Locks))
    if (Known.Temporary == L.Temporary && Known.Path == L.Path)
      return Index;
  Found.Locks.push_back(std::move(L));
  return Found.Locks.size() - 1;
}

/// The lock or guard that \p E names.
std::optional<unsigned> LockFinder::lockAt(const Expr *E) {
  const Expr *Source = valueSource(E);
  QualType T = Source ? Source->getType() : QualType();
  if (T.isNull())
    return std::nullopt;
  if (!T->getPointeeType().isNull())
    T = T->getPointeeType();
  if (!Types.isMutex(T) && !Types.findGuard(T))
    return std::nullopt;
  std::optional<AccessPath> Path = AccessPath::of(Source);
  if (!Path)
    return std::nullopt;
  return indexOf({std::move(*Path), nullptr});
}

static bool isNull(const Expr *E, const ASTContext &AST) {
  return E->isNullPointerConstant(const_cast<ASTContext &>(AST),
                                  Expr::NPC_ValueDependentIsNotNull) !=
         Expr::NPCK_NotNull;
}

/// What the arguments of a guard's constructor say, beside the mutex.
struct GuardArguments {
  bool HasDefer = false, HasAdopt = false;
};

static GuardArguments tagsIn(CallExpr::const_arg_range Args,
                             const ASTContext &AST) {
  GuardArguments Tags;
  for (const Expr *Arg : Args) {
    QualType T = Arg->getType();
    Tags.HasDefer |=
        isTag(T, "defer") || isTag(T, "nullopt") || isNull(Arg, AST);
    Tags.HasAdopt |= isTag(T, "adopt");
  }
  return Tags;
}

/// Whether \p T is a guard of no mutexes: `std::scoped_lock<>`.
static bool guardsNothing(QualType T) {
  const auto *Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  return Special &&
         llvm::all_of(Special->getTemplateArgs().asArray(), [](const auto &A) {
           return A.getKind() == TemplateArgument::Pack && !A.pack_size();
         });
}

/// \p Make gives \p Lock a value.
void LockFinder::construct(unsigned Lock, const CXXConstructExpr &Make,
                           const Stmt &Step) {
  const CXXConstructorDecl *Constructor = Make.getConstructor();
  const Guard *Kind = Types.findGuard(Make.getType());
  GuardArguments Tags = tagsIn(Make.arguments(), M.ast());
  for (const Expr *Arg : Make.arguments()) {
    std::optional<unsigned> Given = lockAt(Arg);
    if (!Given)
      continue;
    if (!Types.isMutex(Arg->getType()))
      return add(Step, {LockEvent::TakesOver, Lock, nullptr, *Given});
    // A guard for what is locked already takes it over.
    if (Tags.HasAdopt)
      add(Step, {LockEvent::Releases, *Given});
  }
  bool IsEmpty = Constructor->isDefaultConstructor() && Kind->MayBeEmpty;
  if (Kind->IsRead)
    IsEmpty = !Types.locks(*Constructor);
  if (!Tags.HasDefer && !IsEmpty && !guardsNothing(Make.getType()) &&
      (Make.getNumArgs() || !Kind->MayBeEmpty || Kind->IsRead))
    add(Step, {LockEvent::Acquires, Lock, &Make});
}

/// \p Value becomes what \p Lock holds.
void LockFinder::fill(unsigned Lock, const Expr &Value, const Stmt &Step) {
  const Expr *Source = valueSource(&Value);
  if (const auto *Either = dyn_cast<ConditionalOperator>(Source)) {
    fill(Lock, *Either->getTrueExpr(), Step);
    return fill(Lock, *Either->getFalseExpr(), Step);
  }
  if (std::optional<unsigned> From = lockAt(Source))
    return add(Step, {LockEvent::TakesOver, Lock, nullptr, *From});
  // Of the guards in a structure one will do.
  if (const auto *List = dyn_cast<InitListExpr>(Source)) {
    for (const Expr *Init : List->inits())
      if (Types.findGuard(Init->getType()))
        fill(Lock, *Init, Step);
    return;
  }
  const Guard *Kind = Types.findGuard(Source->getType());
  if (!Kind)
    return; // `optional = nullopt`
  if (const auto *Make = dyn_cast<CXXConstructExpr>(Source))
    return construct(Lock, *Make, Step);
  const auto *Call = dyn_cast<CallExpr>(Source);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  bool MakesEmpty = F && F->isInStdNamespace() && !Call->getNumArgs() &&
                    Kind->MayBeEmpty && !isa<CXXMemberCallExpr>(Call);
  bool IsDeferred = Call && tagsIn(Call->arguments(), M.ast()).HasDefer;
  if (!MakesEmpty && !IsDeferred && Kind->isAssumedHeld() &&
      isa<CallExpr, CoawaitExpr>(Source))
    add(Step, {LockEvent::Acquires, Lock, Source});
}

void LockFinder::declaration(const VarDecl &Variable, const Stmt &Step) {
  QualType T = Variable.getType().getNonReferenceType();
  const Expr *Init = Variable.getInit();
  if (!Types.findGuard(T))
    return;
  if (Variable.getType()->isReferenceType() && !keepsTemporary(Variable))
    return;
  unsigned Lock = indexOf({AccessPath{&Variable, {}}, nullptr});
  add(Step, {LockEvent::Releases, Lock}); // it is new in each round of a loop
  if (Init)
    fill(Lock, *Init, Step);
}

/// Whether the guard \p Made lives on, without a name, until the end of its
/// full-expression.
static bool isHeldByTemporary(const CXXBindTemporaryExpr &Made, bool CanMove,
                              const LexicalScopes &Scopes) {
  const Expr *Value = &Made;
  const Stmt *Around = Scopes.parentOf(Made);
  while (llvm::isa_and_nonnull<ParenExpr, CastExpr, FullExpr,
                               MaterializeTemporaryExpr>(Around)) {
    const auto *Keeper = dyn_cast<MaterializeTemporaryExpr>(Around);
    if (Keeper && Keeper->getExtendingDecl())
      return false;
    Value = cast<Expr>(Around);
    Around = Scopes.parentOf(*Around);
  }
  if (!llvm::isa_and_nonnull<Expr>(Around))
    return false; // it has a name, or dies at once
  const auto *Comma = dyn_cast<BinaryOperator>(Around);
  if (Comma && Comma->getOpcode() == BO_Comma)
    return Comma->getLHS() == Value;
  // What can be moved from is taken by whoever it is given to.
  return !CanMove;
}

void LockFinder::temporary(const CXXBindTemporaryExpr &Made) {
  const Guard *Kind = Types.findGuard(Made.getType());
  if (Kind && isHeldByTemporary(Made, Kind->MayBeEmpty, Scopes))
    fill(indexOf({AccessPath{}, &Made}), *Made.getSubExpr(), Made);
}

/// What a function does with a lock that it is given: only that it waits with
/// it is known to leave it locked.
void LockFinder::handOver(const Expr &Arg, const FunctionDecl *To,
                          const Stmt &Step) {
  QualType T = Arg.getType();
  const Guard *Kind = Types.findGuard(T);
  bool IsMoved = Arg.isPRValue() && Kind;
  bool MayChange =
      IsMoved ||
      (Arg.isGLValue()
           ? !T.isConstQualified()
           : T->isPointerType() && !T->getPointeeType().isConstQualified());
  if (!MayChange || (Kind && !Kind->MayBeEmpty))
    return;
  bool Waits = To && To->getIdentifier() && hasWord(To->getName(), {"wait"});
  if (Waits && !IsMoved)
    return;
  if (std::optional<unsigned> Lock = lockAt(&Arg))
    add(Step, {LockEvent::Releases, *Lock});
}

/// Releases what \p Path is or is a part of.
void LockFinder::release(const AccessPath &Path, const Stmt &Step) {
  for (unsigned Lock = 0; Lock < Found.Locks.size(); ++Lock)
    if (!Found.Locks[Lock].Temporary && Found.Locks[Lock].Path.includes(Path))
      add(Step, {LockEvent::Releases, Lock});
}

/// Releases every lock that is a part of \p Object: `unlock(account)`.
void LockFinder::releasePartsOf(const Expr &Object, const Stmt &Step) {
  std::optional<AccessPath> Whole = AccessPath::of(&Object);
  if (!Whole)
    return;
  for (unsigned Lock = 0; Lock < Found.Locks.size(); ++Lock)
    if (Whole->includes(Found.Locks[Lock].Path))
      add(Step, {LockEvent::Releases, Lock});
}

/// The last names of what \p S unlocks, closures in it included.
static void addUnlocked(const Stmt &S,
                        llvm::SmallPtrSetImpl<const ValueDecl *> &Names) {
  const auto *Call = dyn_cast<CallExpr>(&S);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  if (F && lockVerb(*F) == LockVerb::Releases) {
    const Expr *Object = receiverOf(*Call);
    if (!Object && Call->getNumArgs())
      Object = Call->getArg(0);
    if (const ValueDecl *Named = namedValue(Object))
      Names.insert(Named);
  }
  for (const Stmt *Child : S.children())
    if (Child)
      addUnlocked(*Child, Names);
}

/// What code elsewhere unlocks, by the names it has there.
void LockFinder::releaseNamedIn(const Stmt &Code, const Stmt &Step) {
  llvm::SmallPtrSet<const ValueDecl *, 4> Names;
  addUnlocked(Code, Names);
  for (unsigned Lock = 0; Lock < Found.Locks.size(); ++Lock) {
    const AccessPath &Path = Found.Locks[Lock].Path;
    const ValueDecl *Last =
        Path.Fields.empty() ? Path.Root : Path.Fields.back();
    if (Last && Names.contains(cast<ValueDecl>(Last->getCanonicalDecl())))
      add(Step, {LockEvent::Releases, Lock});
  }
}

void LockFinder::member(const CXXMemberCallExpr &Call, const Expr &Object) {
  const CXXMethodDecl *Method = Call.getMethodDecl();
  std::optional<unsigned> Lock = Method ? lockAt(&Object) : std::nullopt;
  if (Method && lockVerb(*Method) == LockVerb::Releases)
    if (std::optional<AccessPath> Path = AccessPath::of(&Object))
      release(*Path, Call);
  if (!Lock)
    return;
  if (isa<CXXConversionDecl>(Method)) {
    if (Method->getReturnType()->isBooleanType())
      Found.Questions[&Call] = {*Lock, /*Acquires=*/false};
    return;
  }
  if (!Method->getIdentifier())
    return;
  llvm::StringRef Name = Method->getName();
  bool GivesGuard = Types.findGuard(Method->getReturnType()) != nullptr;
  switch (lockVerb(*Method)) {
  case LockVerb::Acquires:
    if (!GivesGuard && !Method->getReturnType()->isRecordType())
      add(Call, {LockEvent::Acquires, *Lock, &Call});
    return;
  case LockVerb::Tries:
    Found.Questions[&Call] = {*Lock, /*Acquires=*/true};
    Found.Any = true;
    return;
  case LockVerb::Releases:
    return;
  case LockVerb::None:
    break;
  }
  if (Name == "owns_lock" || Name == "has_value" || Name == "isLocked")
    Found.Questions[&Call] = {*Lock, /*Acquires=*/false};
  else if (Name == "emplace" && !tagsIn(Call.arguments(), M.ast()).HasDefer)
    add(Call, {LockEvent::Acquires, *Lock, &Call});
  else if (Name == "reset" || Name == "swap")
    add(Call, {LockEvent::Releases, *Lock});
}

void LockFinder::assignment(const CXXOperatorCallExpr &Call) {
  std::optional<unsigned> Lock = lockAt(Call.getArg(0));
  if (!Lock || !Types.findGuard(Call.getArg(0)->getType()))
    return;
  add(Call, {LockEvent::Releases, *Lock});
  fill(*Lock, *Call.getArg(1), Call);
}

void LockFinder::call(const CallExpr &Call) {
  const FunctionDecl *F = Call.getDirectCallee();
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call)) {
    if (Operator->getOperator() == OO_Equal && Operator->getNumArgs() == 2)
      return assignment(*Operator);
    if (Operator->getOperator() != OO_Call)
      return;
  }
  if (valueSource(&Call) != &Call)
    return; // std::move alone moves nothing
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call))
    if (const Expr *Object = Member->getImplicitObjectArgument())
      member(*Member, *Object);
  if (F)
    if (const FunctionDecl *Shown = definitionOf(*F);
        Shown && M.project().contains(Shown->getLocation()) &&
        !coroutineBody(*Shown))
      releaseNamedIn(*Shown->getBody(), Call);
  // `pthread_mutex_lock(&m)`, `std::lock(a, b)`.
  LockVerb Verb = F && !isa<CXXMethodDecl>(F) ? lockVerb(*F) : LockVerb::None;
  for (const Expr *Arg : Call.arguments()) {
    std::optional<unsigned> Lock =
        Verb == LockVerb::None ? std::nullopt : lockAt(Arg);
    bool IsGuard = Types.findGuard(Arg->getType()) != nullptr;
    if (!Lock || (IsGuard && !F->isInStdNamespace())) {
      if (Verb == LockVerb::Releases)
        releasePartsOf(*Arg, Call);
      handOver(*Arg, F, Call);
      continue;
    }
    if (Verb == LockVerb::Acquires)
      add(Call, {LockEvent::Acquires, *Lock, &Call});
    else if (Verb == LockVerb::Releases)
      add(Call, {LockEvent::Releases, *Lock});
  }
}

void LockFinder::visit(const Stmt &Step) {
  if (const auto *Declarations = dyn_cast<DeclStmt>(&Step)) {
    for (const Decl *D : Declarations->decls())
      if (const auto *Variable = dyn_cast<VarDecl>(D))
        declaration(*Variable, Step);
  } else if (const auto *Made = dyn_cast<CXXBindTemporaryExpr>(&Step)) {
    temporary(*Made);
  } else if (const auto *Call = dyn_cast<CallExpr>(&Step)) {
    call(*Call);
  } else if (const auto *Make = dyn_cast<CXXConstructExpr>(&Step)) {
    // Its own guards are looked at where they are kept.
    if (!Types.findGuard(Make->getType()))
      for (const Expr *Arg : Make->arguments())
        handOver(*Arg, Make->getConstructor(), Step);
  } else if (const auto *List = dyn_cast<InitListExpr>(&Step)) {
    // A structure that refers to a lock may unlock it when it dies.
    if (!Types.findGuard(List->getType()))
      for (const Expr *Init : List->inits())
        handOver(*Init, nullptr, Step);
  } else if (const auto *Lambda = dyn_cast<LambdaExpr>(&Step)) {
    for (const Expr *Init : Lambda->capture_inits())
      if (Init)
        handOver(*Init, nullptr, Step);
    releaseNamedIn(*Lambda->getBody(), Step);
  }
}

LockEvents::LockEvents(const FlowGraph &Graph, const LexicalScopes &Scopes,
                       const Model &M) {
  LockFinder Finder(*this, Scopes, M);
  for (const CFGBlock *Block : Graph.cfg())
    for (const Stmt *Step : Graph.steps(*Block))
      Finder.visit(*Step);
}

llvm::ArrayRef<LockEvent> LockEvents::at(const Stmt &Step) const {
  auto Known = Events.find(&Step);
  return Known == Events.end() ? llvm::ArrayRef<LockEvent>()
                               : llvm::ArrayRef<LockEvent>(Known->second);
}

std::optional<LockEvent> LockEvents::learnedFrom(const Expr &Asked,
                                                 bool Answer) const {
  auto Known = Questions.find(valueOrigin(&Asked)); // `bool ok = ...`
  if (Known == Questions.end())
    return std::nullopt;
  const Question &Q = Known->second;
  if (Answer && Q.Acquires)
    return LockEvent{LockEvent::Acquires, Q.Lock, Known->first};
  if (!Answer && !Q.Acquires)
    return LockEvent{LockEvent::Releases, Q.Lock};
  return std::nullopt;
}

} // namespace asynctidy
