// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "RuleMatcher.h"
#include "CallSiteMaker.h"
#include "Constants.h"
#include "Coroutine.h"
#include "Names.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

const Expr *RuleMatcher::subject(const CallSite &Site, const Subject &On) {
  switch (On.What) {
  case Subject::Argument:
    return On.Index < Site.Args.size() ? Site.Args[On.Index] : nullptr;
  case Subject::LastArgument:
    return Site.WrittenArgs ? Site.Args[Site.WrittenArgs - 1] : nullptr;
  case Subject::Receiver:
    return Site.Receiver;
  case Subject::Result:
    return Site.E;
  case Subject::Function:
    return nullptr;
  }
  return nullptr;
}

std::optional<int64_t> RuleMatcher::constant(llvm::StringRef Name) const {
  auto [Known, Inserted] = ConstantCache.try_emplace(Name);
  if (Inserted)
    Known->second = constantNamed(Name, AST, PP);
  return Known->second;
}

/// Whether the class \p Scope is \p Object or between it and \p Declaring,
/// which declares the method: then a method of Scope is the one called.
static bool liesBetween(llvm::StringRef Scope, QualType Object,
                        const CXXRecordDecl &Declaring) {
  if (qualifiedName(Declaring) == Scope)
    return true;
  if (Object.isNull() || !typeIs(Object, Scope))
    return false;
  // A class below the declaring one is fine, one above it has another method.
  llvm::StringRef Last = lastPart(Scope);
  return !llvm::any_of(Declaring.bases(), [&](const CXXBaseSpecifier &Base) {
    const CXXRecordDecl *Parent = recordOf(Base.getType());
    return Parent && Parent->getIdentifier() && Parent->getName() == Last &&
           qualifiedName(*Parent) == Scope;
  });
}

/// A call `object(...)` of a named function object.
static bool isFunctionObject(llvm::StringRef Name, const CallSite &Site,
                             const CXXMethodDecl &Method) {
  if (Method.getOverloadedOperator() != OO_Call)
    return false;
  const ValueDecl *Object = namedValue(Site.Receiver);
  return Object && qualifiedName(*Object) == Name;
}

/// `std::ifstream::ifstream` and `~ifstream`: made or destroyed under the
/// name of a typedef.
static bool isByTypedef(llvm::StringRef Name, const CallSite &Site) {
  if (Site.What == CallSite::Call)
    return false;
  llvm::StringRef Last = lastPart(Name);
  bool Destroys = Last.consume_front("~");
  return Destroys == (Site.What == CallSite::Destroy) &&
         Last == lastPart(scopeOf(Name)) && !Site.ObjectType.isNull() &&
         isTypedef(Site.ObjectType, scopeOf(Name));
}

bool RuleMatcher::names(llvm::StringRef Name, const CallSite &Site) const {
  if (isByTypedef(Name, Site))
    return true;
  if (const CXXRecordDecl *Record = Site.record()) {
    bool Destroys = Site.Callee.getInt() == RoutineKind::Destroy;
    std::string Last = (Destroys ? "~" : "") + lastPart(*Record);
    if (lastPart(Name) != Last)
      return false;
    return qualifiedName(*Record) == scopeOf(Name);
  }
  const FunctionDecl *F = Site.function();
  if (!F)
    return false;
  const auto *Method = dyn_cast<CXXMethodDecl>(F);
  if (Method && isFunctionObject(Name, Site, *Method))
    return true;
  if (lastPart(Name) != lastPart(*F))
    return false;
  if (Method && !isa<CXXConstructorDecl>(F))
    return liesBetween(scopeOf(Name), Site.ObjectType, *Method->getParent());
  return qualifiedName(*F) == Name;
}

bool RuleMatcher::isMeant(const RuleEntry &Entry, const CallSite &Site) const {
  const FunctionDecl *F = Site.function();
  if (Entry.Pack->LinkageC && !(F && F->isExternC()))
    return false;
  if (llvm::any_of(Entry.Functions,
                   [&](const std::string &N) { return names(N, Site); }))
    return true;
  const auto *Method = llvm::dyn_cast_or_null<CXXMethodDecl>(F);
  if (!Entry.Subclasses || !Method)
    return false;
  return llvm::any_of(Method->overridden_methods(),
                      [&](const CXXMethodDecl *Base) {
                        CallSite OnBase = Site;
                        OnBase.Callee = routineOf(*Base);
                        OnBase.ObjectType = QualType();
                        return isMeant(Entry, OnBase);
                      });
}

static bool fitsParameters(const RuleEntry &Entry, const FunctionDecl *F) {
  if (Entry.Parameters.empty())
    return true;
  if (!F || F->getNumParams() < Entry.Parameters.size())
    return false;
  for (auto [Index, Pattern] : llvm::enumerate(Entry.Parameters)) {
    QualType T = F->getParamDecl(Index)->getType();
    if (!Pattern.Types.empty() &&
        llvm::none_of(Pattern.Types,
                      [&](const std::string &Name) { return typeIs(T, Name); }))
      return false;
  }
  return true;
}

bool RuleMatcher::isMadeBy(const Expr *E,
                           const std::vector<std::string> &Names) const {
  const Expr *Origin = valueOrigin(E);
  const FunctionDecl *Maker = nullptr;
  if (const auto *Call = llvm::dyn_cast_or_null<CallExpr>(Origin))
    Maker = Call->getDirectCallee();
  else if (const auto *Make = llvm::dyn_cast_or_null<CXXConstructExpr>(Origin))
    Maker = Make->getConstructor();
  return Maker && llvm::is_contained(Names, qualifiedName(*Maker));
}

/// What every constructor gives \p Field; empty if one of them is not to be
/// seen, or leaves it alone.
static llvm::SmallVector<const Expr *, 2>
initializersOf(const FieldDecl &Field) {
  const auto *Record = dyn_cast<CXXRecordDecl>(Field.getParent());
  llvm::SmallVector<const Expr *, 2> All;
  if (!Record)
    return All;
  for (const CXXConstructorDecl *Constructor : Record->ctors()) {
    if (Constructor->isCopyOrMoveConstructor() ||
        !Constructor->isUserProvided() ||
        Constructor->isDelegatingConstructor())
      continue;
    const FunctionDecl *Definition = definitionOf(*Constructor);
    if (!Definition)
      return {};
    auto Inits = cast<CXXConstructorDecl>(Definition)->inits();
    const auto *Init = llvm::find_if(
        Inits, [&](const auto *I) { return I->getAnyMember() == &Field; });
    if (Init == Inits.end())
      return {};
    const Expr *Value = (*Init)->getInit();
    if (const auto *InClass = dyn_cast<CXXDefaultInitExpr>(Value))
      Value = InClass->getExpr();
    All.push_back(Value);
  }
  if (All.empty() && Field.getInClassInitializer())
    All.push_back(Field.getInClassInitializer());
  return All;
}

const Expr *RuleMatcher::wrappedIn(const Expr *E) const {
  if (const auto *Make = dyn_cast<CXXConstructExpr>(E))
    return Make->getNumArgs() ? Make->getArg(0) : nullptr;
  const auto *Call = dyn_cast<CallExpr>(E);
  if (!Call)
    return nullptr;
  CallSite Site = plainCallSite(*Call);
  const RuleEntry *Entry = find(Site, Role::ExecutorOf, nullptr);
  return Entry && Entry->Executor ? subject(Site, *Entry->Executor) : nullptr;
}

bool RuleMatcher::mentionsOrIsMadeOf(const Expr *E, llvm::StringRef Name,
                                     int Hops) const {
  if (!E || !Hops)
    return false;
  if (typeMentions(valueSource(E)->getType(), Name))
    return true;
  const Expr *Origin = valueOrigin(E);
  if (const auto *Member = dyn_cast<MemberExpr>(Origin))
    if (const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl())) {
      auto Values = initializersOf(*Field);
      return !Values.empty() && llvm::all_of(Values, [&](const Expr *Value) {
        return mentionsOrIsMadeOf(Value, Name, Hops - 1);
      });
    }
  return typeMentions(Origin->getType(), Name) ||
         mentionsOrIsMadeOf(wrappedIn(Origin), Name, Hops - 1);
}

const EvidenceSet &RuleMatcher::evidenceOf(const FunctionDecl &F) const {
  auto [Known, Inserted] = EvidenceOfFunction.try_emplace(&F);
  if (Inserted)
    addEvidence(F, Rules, AST, Known->second);
  return Known->second;
}

bool RuleMatcher::showsEvidence(llvm::StringRef Name,
                                const FunctionDecl *In) const {
  if (!In)
    return false;
  auto IsIt = [&](const RuleEntry *E) { return E->Name == Name; };
  if (llvm::any_of(evidenceOf(*In), IsIt))
    return true;
  const SourceManager &SM = AST.getSourceManager();
  auto FileOf = [&](const FunctionDecl &F) {
    return SM.getFileID(SM.getExpansionLoc(F.getLocation()));
  };
  FileID File = FileOf(*In);
  auto [Known, Inserted] = EvidenceOfFile.try_emplace(File);
  if (Inserted)
    for (const FunctionDecl *F : Index.functions())
      if (FileOf(*F) == File)
        for (const RuleEntry *Entry : evidenceOf(*F))
          if (Entry->Scope == "file")
            Known->second.insert(Entry);
  return llvm::any_of(Known->second, IsIt);
}

bool RuleMatcher::isProven(const Condition &C, const CallSite &Site,
                           const FunctionDecl *In) const {
  if (C.What == Condition::Evidence)
    return llvm::any_of(C.Values, [&](const std::string &Name) {
      return showsEvidence(Name, In);
    });
  if (C.What == Condition::Discarded)
    return Site.Discarded;
  const Expr *E = subject(Site, C.On);
  if (!E && C.On.What != Subject::Receiver)
    return false;
  QualType T = C.On.What == Subject::Receiver && !E ? Site.ObjectType
               : E                                  ? E->getType()
                                                    : QualType();
  auto AnyName = [&](auto Test) { return llvm::any_of(C.Values, Test); };
  switch (C.What) {
  case Condition::Equals: {
    std::optional<int64_t> Value = constantValue(E, AST);
    return Value && AnyName([&](const std::string &Name) {
             return constant(Name) == Value;
           });
  }
  case Condition::HasFlag: {
    uint64_t Bits = knownBits(E, AST);
    return AnyName([&](const std::string &Name) {
      std::optional<int64_t> Flag = constant(Name);
      return Flag && *Flag != 0 &&
             (Bits & static_cast<uint64_t>(*Flag)) ==
                 static_cast<uint64_t>(*Flag);
    });
  }
  case Condition::ZeroDuration:
    return isZeroDuration(E, AST);
  case Condition::Null:
    return isNullPointer(E, AST);
  case Condition::Type:
    return AnyName([&](const std::string &Name) {
      return typeIs(T, Name) || (E && typeIs(valueSource(E)->getType(), Name));
    });
  case Condition::MentionsType:
    return AnyName([&](const std::string &Name) {
      return typeMentions(T, Name) || mentionsOrIsMadeOf(E, Name);
    });
  case Condition::Names: {
    const ValueDecl *Value = namedValue(E);
    return Value && llvm::is_contained(C.Values, qualifiedName(*Value));
  }
  case Condition::From:
    return isMadeBy(E, C.Values);
  case Condition::Called:
    return methodIsCalledOn(Site.Variable, C.Values, In);
  case Condition::Discarded:
  case Condition::Ready:
  case Condition::Evidence:
    return false;
  }
  return false;
}

/// Whether nothing can be said about \p C at \p Site before a template is
/// instantiated.
static bool isUndecided(const Condition &C, const CallSite &Site) {
  const Expr *E = RuleMatcher::subject(Site, C.On);
  return E && E->isInstantiationDependent();
}

bool RuleMatcher::fits(const RuleEntry &Entry, const CallSite &Site,
                       const FunctionDecl *In) const {
  auto Proven = [&](const Condition &C) { return isProven(C, Site, In); };
  return Site.WrittenArgs >= Entry.MinArguments && isMeant(Entry, Site) &&
         fitsParameters(Entry, Site.function()) &&
         llvm::all_of(Entry.OnlyIf, Proven) &&
         llvm::none_of(Entry.Unless, [&](const Condition &C) {
           return isUndecided(C, Site) || Proven(C);
         });
}

/// The keys under which the index may hold an entry about the callee.
static llvm::SmallVector<std::string, 2> lookupKeys(const CallSite &Site) {
  llvm::SmallVector<std::string, 2> Keys;
  bool Destroys = Site.What == CallSite::Destroy;
  if (Site.What != CallSite::Call && !Site.ObjectType.isNull())
    if (const auto *Typedef = Site.ObjectType->getAs<TypedefType>())
      Keys.push_back((Destroys ? "~" : "") + lastPart(*Typedef->getDecl()));
  if (const CXXRecordDecl *Record = Site.record()) {
    Keys.push_back((Destroys ? "~" : "") + lastPart(*Record));
    return Keys;
  }
  const FunctionDecl *F = Site.function();
  if (!F)
    return Keys;
  Keys.push_back(lastPart(*F));
  if (F->getOverloadedOperator() == OO_Call)
    if (const ValueDecl *Object = namedValue(Site.Receiver))
      Keys.push_back(lastPart(*Object));
  return Keys;
}

const RuleEntry *RuleMatcher::find(const CallSite &Site, Role R,
                                   const FunctionDecl *In) const {
  for (const std::string &Key : lookupKeys(Site))
    for (const RuleEntry *Entry : Rules.functions(Key))
      if (Entry->EntryRole == R && fits(*Entry, Site, In))
        return Entry;
  const Decl *Callee = Site.Callee.getPointer();
  return R == Role::Insulates && Callee ? Insulated.find(*Callee) : nullptr;
}

const RuleEntry *RuleMatcher::findType(QualType T, Role R) const {
  for (const RuleEntry *Entry : Rules.role(R))
    for (const std::string &Name : Entry->Types)
      if (typeIs(T, Name))
        return Entry;
  return nullptr;
}

bool RuleMatcher::isNamed(const NamedDecl &F, Role R) const {
  for (const RuleEntry *Entry : Rules.functions(lastPart(F)))
    if (Entry->EntryRole == R &&
        llvm::is_contained(Entry->Functions, qualifiedName(F)))
      return true;
  return false;
}

} // namespace asynctidy
