// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "TaskTypes.h"
#include "AwaitedType.h"
#include "Coroutine.h"
#include "EvaluatedCode.h"
#include "Names.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace asynctidy {

Drop dropNamed(llvm::StringRef Word) {
  return llvm::StringSwitch<Drop>(Word)
      .Case("never-runs", Drop::NeverRuns)
      .Case("leaks", Drop::Leaks)
      .Case("detaches", Drop::Detaches)
      .Case("cancels", Drop::Cancels)
      .Case("blocks", Drop::Blocks)
      .Case("terminates", Drop::Terminates)
      .Case("asserts", Drop::Asserts)
      .Default(Drop::Unknown);
}

/// The class of what `return X{...}` returns first in a body whose type is
/// deduced. Such bodies are never skipped.
static const CXXRecordDecl *returnedRecord(const FunctionDecl &F) {
  const FunctionDecl *Pattern = F.getTemplateInstantiationPattern();
  const FunctionDecl *Shown = definitionOf(Pattern ? *Pattern : F);
  const Stmt *Body = Shown ? Shown->getBody() : nullptr;
  if (!Body)
    return nullptr;
  for (const Stmt *S : Body->children())
    if (const auto *Return = llvm::dyn_cast_or_null<ReturnStmt>(S))
      return Return->getRetValue()
                 ? shownRecord(Return->getRetValue()->getType())
                 : nullptr;
  return nullptr;
}

/// Whether coroutines with that promise start suspended; nothing where that is
/// not to be seen.
static std::optional<bool> startsSuspended(const CXXRecordDecl &Promise,
                                           const Project &P) {
  const FunctionDecl *Start = memberFunction(Promise, "initial_suspend");
  if (!Start)
    return std::nullopt;
  const CXXRecordDecl *Awaiter = shownRecord(Start->getReturnType());
  if (!Awaiter)
    Awaiter = returnedRecord(*Start);
  if (!Awaiter)
    return std::nullopt;
  std::string Name = qualifiedName(*Awaiter);
  if (Name == "std::suspend_always" || Name == "std::suspend_never")
    return Name == "std::suspend_always";
  std::optional<bool> Answer =
      answerOf(memberFunction(*Awaiter, "await_ready"), P);
  return Answer ? std::optional(!*Answer) : std::nullopt;
}

namespace {

/// Looks for what a destructor does about unfinished work, in it and in what
/// it calls.
class DropSearch {
public:
  DropSearch(const RuleMatcher &Rules, const ASTContext &AST, const Project &P)
      : Rules(Rules), AST(AST), TheProject(P) {}

  bool Destroys = false, AsksWhetherDone = false;
  bool Blocks = false, Terminates = false;

  void visit(Routine R, unsigned Depth = 3) {
    forEachCallSite(R, Rules, AST, [&](const CallSite &Site) {
      look(Site);
      const Decl *Callee = Site.Callee.getPointer();
      if (!Callee || !Depth)
        return;
      const auto *F = dyn_cast<FunctionDecl>(Callee);
      const Decl *Body = F ? definitionOf(*F) : Callee;
      if (Body && TheProject.contains(Body->getLocation()))
        visit(Site.Callee, Depth - 1);
    });
  }

private:
  void look(const CallSite &Site) {
    const FunctionDecl *F = Site.function();
    if (!F)
      return;
    std::string Name = qualifiedName(*F);
    Destroys |= Name == "std::coroutine_handle::destroy";
    AsksWhetherDone |= Name == "std::coroutine_handle::done";
    Terminates |= Name == "std::terminate" || Name == "std::abort" ||
                  Name == "abort" || Name == "__assert_fail";
    // Waiting, that is: writing to a log file blocks, too.
    static constexpr llvm::StringLiteral Waits[] = {
        "sync-wait", "future-wait", "thread-join", "event-loop"};
    for (Role R : {Role::Blocks, Role::Bridge})
      if (const RuleEntry *Entry = Rules.find(Site, R, nullptr))
        Blocks |= llvm::is_contained(Waits, Entry->Category);
  }

  const RuleMatcher &Rules;
  const ASTContext &AST;
  const Project &TheProject;
};

} // namespace

Drop TaskTypes::dropOf(const CXXRecordDecl &Record, bool Lazy) const {
  if (Record.hasTrivialDestructor())
    return Lazy ? Drop::Leaks : Drop::Detaches;
  Drop Assumed = Lazy ? Drop::NeverRuns : Drop::Unknown;
  if (!TheProject.contains(Record.getLocation()))
    return Assumed;
  const CXXDestructorDecl *Destructor = Record.getDestructor();
  if (Destructor && Destructor->isUserProvided() && !definitionOf(*Destructor))
    return Assumed;
  DropSearch Search(Rules, AST, TheProject);
  if (Destructor && Destructor->isUserProvided())
    Search.visit(routineOf(*definitionOf(*Destructor)));
  else
    Search.visit(destructionOf(Record));
  if (Lazy)
    return Drop::NeverRuns;
  if (Search.Blocks)
    return Drop::Blocks;
  if (Search.Terminates)
    return Drop::Terminates;
  // What is destroyed only once it is done goes on until then.
  bool Cancels = Search.Destroys && !Search.AsksWhetherDone;
  return Cancels ? Drop::Cancels : Drop::Detaches;
}

/// Whether \p Record offers something to find out about the work: more than to
/// be made, moved and destroyed.
static bool tellsAnything(const CXXRecordDecl &Record) {
  return llvm::any_of(Record.methods(), [](const CXXMethodDecl *Method) {
    return !Method->isImplicit() && !Method->isStatic() &&
           !isa<CXXConstructorDecl, CXXDestructorDecl>(Method) &&
           !Method->isCopyAssignmentOperator() &&
           !Method->isMoveAssignmentOperator();
  });
}

static bool isCopyable(const CXXRecordDecl &Record) {
  return llvm::any_of(Record.ctors(),
                      [](const CXXConstructorDecl *C) {
                        return C->isCopyConstructor() && !C->isDeleted();
                      }) ||
         Record.needsImplicitCopyConstructor();
}

std::optional<TaskType> TaskTypes::make(const CXXRecordDecl &Record) const {
  TaskType Type;
  Type.Shared = isCopyable(Record);
  Type.MustBeUsed = Record.hasAttr<WarnUnusedResultAttr>();
  QualType T(Record.getTypeForDecl(), 0);
  if (const RuleEntry *Rule = Rules.findType(T, Role::Task)) {
    Type.Lazy = Rule->Start == "lazy";
    Type.MustBeUsed = true;
    if (Rule->Start == "synchronous" ||
        (!Type.Lazy && Rules.findType(T, Role::Detach)))
      return std::nullopt;
    Type.OnDrop = Rule->OnDrop.empty() && Type.Lazy ? Drop::NeverRuns
                                                    : dropNamed(Rule->OnDrop);
    return Type;
  }
  const CXXRecordDecl *Promise = promiseTypeOf(Record);
  std::optional<bool> Lazy =
      Promise ? startsSuspended(*Promise, TheProject) : std::nullopt;
  if (!Lazy)
    return std::nullopt;
  const CXXRecordDecl *Awaiter = awaiterOf(Record);
  bool IsGenerator = !Awaiter && memberFunction(*Promise, "yield_value");
  if (IsGenerator || (!*Lazy && !Awaiter && !tellsAnything(Record)))
    return std::nullopt;
  Type.Lazy = *Lazy;
  Type.OnDrop = dropOf(Record, *Lazy);
  if (Awaiter && !Type.Shared)
    Type.AwaitedOnce =
        answerOf(memberFunction(*Awaiter, "await_ready"), TheProject) == false;
  return Type;
}

const TaskType *TaskTypes::find(QualType T) const {
  if (T.isNull() || T->isDependentType())
    return nullptr;
  const CXXRecordDecl *Record = shownRecord(T);
  if (!Record)
    return nullptr;
  if (auto Found = Known.find(Record); Found != Known.end())
    return Found->second.get();
  std::optional<TaskType> Made = make(*Record);
  std::unique_ptr<const TaskType> &Slot = Known[Record];
  if (Made)
    Slot = std::make_unique<const TaskType>(*Made);
  return Slot.get();
}

bool TaskTypes::isAwaitable(QualType T) const {
  if (find(T))
    return true;
  const CXXRecordDecl *Record =
      T->isRecordType() && !T->isDependentType() ? shownRecord(T) : nullptr;
  return Record && awaiterOf(*Record);
}

bool TaskTypes::beginsAlone(QualType T) const {
  const CXXRecordDecl *Record =
      T->isRecordType() && !T->isDependentType() ? shownRecord(T) : nullptr;
  if (!Record || find(T))
    return false;
  if (const RuleEntry *Rule = Rules.findType(T, Role::Task))
    return Rule->Start == "eager";
  const CXXRecordDecl *Promise = promiseTypeOf(*Record);
  return Promise && !awaiterOf(*Record) &&
         !memberFunction(*Promise, "yield_value") &&
         startsSuspended(*Promise, TheProject) == false;
}

bool TaskTypes::isGuard(QualType T) const {
  const CXXRecordDecl *Record = shownRecord(T);
  if (!Record || !Record->getIdentifier() || Record->hasTrivialDestructor())
    return false;
  static constexpr llvm::StringLiteral Guards[] = {
      "lock", "guard", "units", "permit", "permits", "holder"};
  auto IsByRule = [&](Role R) {
    const RuleEntry *Entry = Rules.findType(T, R);
    return Entry && Entry->Kind == "async";
  };
  return hasWord(Record->getName(), Guards) || IsByRule(Role::Lock) ||
         IsByRule(Role::Permit);
}

} // namespace asynctidy
