// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Locks.h"
#include "AwaitedType.h"
#include "Coroutine.h"
#include "EvaluatedCode.h"
#include "Names.h"
#include "clang/AST/ASTContext.h"

#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

LockVerb lockVerb(const FunctionDecl &F) {
  if (!F.getIdentifier())
    return LockVerb::None;
  llvm::StringRef Name = F.getName();
  if (hasWord(Name, {"unlock", "rdunlock", "wrunlock", "release", "leave"}))
    return LockVerb::Releases;
  // `owns_lock`, `is_lock_free` ask.
  if (hasWord(Name, {"owns", "is", "has"}) ||
      !hasWord(Name, {"lock", "rdlock", "wrlock", "acquire", "enter"}))
    return LockVerb::None;
  return hasWord(Name, {"try", "trylock"}) ? LockVerb::Tries
                                           : LockVerb::Acquires;
}

bool isTag(QualType T, llvm::StringLiteral Word) {
  const CXXRecordDecl *Record = recordOf(T);
  return Record && Record->getIdentifier() && Record->hasDefinition() &&
         Record->isEmpty() && hasWord(Record->getName(), {Word});
}

bool LockTypes::isAwaited(QualType Lock) const {
  if (const RuleEntry *Rule = Rules.findType(Lock, Role::Lock))
    return Rule->Kind == "async";
  const CXXRecordDecl *Record = recordOf(Lock);
  const FunctionDecl *Locks = Record && Record->hasDefinition()
                                  ? memberFunction(*Record, "lock")
                                  : nullptr;
  return Locks && Locks->getReturnType()->isRecordType();
}

static bool isVoidWithoutArguments(const FunctionDecl *F) {
  return F && F->getReturnType()->isVoidType() && !F->getNumParams();
}

bool LockTypes::isMutex(QualType T) const {
  if (T.isNull())
    return false;
  if (const RuleEntry *Rule = Rules.findType(T, Role::Lock))
    return Rule->Kind == "sync" && !Rule->Guard;
  // Others are BasicLockable, and called so: doors are locked as well.
  const CXXRecordDecl *Record = recordOf(T);
  static constexpr llvm::StringLiteral Words[] = {"mutex", "lock", "spinlock",
                                                  "spin", "latch"};
  return Record && Record->hasDefinition() && Record->getIdentifier() &&
         hasWord(Record->getName(), Words) &&
         isVoidWithoutArguments(memberFunction(*Record, "lock")) &&
         isVoidWithoutArguments(memberFunction(*Record, "unlock"));
}

static bool isMovable(const CXXRecordDecl &Record) {
  return Record.hasSimpleMoveConstructor() ||
         llvm::any_of(Record.ctors(), [](const CXXConstructorDecl *C) {
           return C->isMoveConstructor() && !C->isDeleted();
         });
}

static bool letsGo(const CXXRecordDecl &Record) {
  return llvm::any_of(Record.methods(), [](const CXXMethodDecl *Method) {
    return !isa<CXXDestructorDecl>(Method) &&
           lockVerb(*Method) == LockVerb::Releases;
  });
}

/// Whether what \p R evaluates does that to a blocking lock.
bool LockTypes::hasLockVerb(Routine R, LockVerb Verb) const {
  bool Found = false;
  forEachCallSite(R, Rules, AST, [&](const CallSite &Site) {
    const FunctionDecl *F = Site.function();
    const auto *Make = llvm::dyn_cast_or_null<CXXConstructorDecl>(F);
    if (Make && Verb == LockVerb::Acquires && Make->getNumParams() &&
        !Make->isCopyOrMoveConstructor()) {
      Found |= findGuard(AST.getRecordType(Make->getParent())) != nullptr;
      return;
    }
    if (!F || lockVerb(*F) != Verb)
      return;
    auto IsMutex = [&](const Expr *E) { return E && isMutex(E->getType()); };
    Found |= IsMutex(Site.Receiver) || llvm::any_of(Site.Args, IsMutex);
  });
  return Found;
}

/// Whether \p Record has a guard among its fields that is made with its mutex
/// right where it is declared.
static bool hasInitializedGuard(const CXXRecordDecl &Record,
                                const LockTypes &Types) {
  return llvm::any_of(Record.fields(), [&](const FieldDecl *Field) {
    const Expr *Init = Field->getInClassInitializer();
    const auto *Make =
        Init ? dyn_cast<CXXConstructExpr>(Init->IgnoreImplicit()) : nullptr;
    return Make && Make->getNumArgs() && Types.findGuard(Field->getType());
  });
}

bool LockTypes::locks(const CXXConstructorDecl &Constructor) const {
  if (hasInitializedGuard(*Constructor.getParent(), *this))
    return true;
  if (InheritedConstructor From = Constructor.getInheritedConstructor())
    return locks(*From.getConstructor());
  const FunctionDecl *Shown = definitionOf(Constructor);
  return Shown && hasLockVerb(routineOf(*Shown), LockVerb::Acquires);
}

std::optional<LockTypes::Guard>
LockTypes::makeGuard(QualType T, const CXXRecordDecl &Record) const {
  llvm::SmallVector<QualType, 2> Arguments = typeArguments(T);
  if (const RuleEntry *Rule = Rules.findType(T, Role::Lock)) {
    bool IsSync =
        Rule->Kind == "sync" && Rule->Guard &&
        llvm::none_of(Arguments, [&](QualType A) { return isAwaited(A); });
    if (!IsSync)
      return std::nullopt;
    return Guard{isMovable(Record) || letsGo(Record), /*IsRead=*/false};
  }
  static constexpr llvm::StringLiteral Holders[] = {"optional", "unique_ptr",
                                                    "shared_ptr"};
  if (Record.getIdentifier() && llvm::is_contained(Holders, Record.getName()) &&
      !Arguments.empty()) {
    const Guard *Held = findGuard(Arguments.front());
    return Held && Held->isAssumedHeld()
               ? std::optional(Guard{/*MayBeEmpty=*/true, /*IsRead=*/false})
               : std::nullopt;
  }
  if (!TheProject.contains(Record.getLocation()) || Record.isLambda() ||
      Record.hasTrivialDestructor())
    return std::nullopt;
  // Who makes an aggregate of a guard has locked it.
  Guard Read{isMovable(Record) || letsGo(Record),
             /*IsRead=*/!Record.isAggregate()};
  // It locks by a member or base of its own, or in its constructor.
  auto Holds = [&](QualType Part) { return findGuard(Part) != nullptr; };
  if (llvm::any_of(
          Record.bases(),
          [&](const CXXBaseSpecifier &B) { return Holds(B.getType()); }) ||
      llvm::any_of(Record.fields(),
                   [&](const FieldDecl *F) { return Holds(F->getType()); }))
    return Read;
  const CXXDestructorDecl *Destructor = Record.getDestructor();
  const FunctionDecl *Shown = Destructor && Destructor->isUserProvided()
                                  ? definitionOf(*Destructor)
                                  : nullptr;
  if (!Shown || !hasLockVerb(routineOf(*Shown), LockVerb::Releases))
    return std::nullopt;
  return Read;
}

const LockTypes::Guard *LockTypes::findGuard(QualType T) const {
  const CXXRecordDecl *Record =
      T.isNull() || T->isDependentType() ? nullptr : T->getAsCXXRecordDecl();
  Record = Record ? Record->getDefinition() : nullptr;
  if (!Record)
    return nullptr;
  if (auto Known = Guards.find(Record); Known != Guards.end())
    return Known->second.get();
  Guards[Record] = nullptr; // a class that holds pointers to itself
  std::optional<Guard> Made = makeGuard(T, *Record);
  std::unique_ptr<const Guard> &Slot = Guards[Record];
  if (Made)
    Slot = std::make_unique<const Guard>(*Made);
  return Slot.get();
}

} // namespace asynctidy
