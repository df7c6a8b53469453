// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "StopSignals.h"
#include "CallSiteMaker.h"
#include "Model.h"
#include "Names.h"
#include "StopQuestions.h"
#include "Suspension.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"

using namespace clang;

namespace asynctidy {

std::string StopSignal::name() const {
  return isToldByCode() ? Entry->Constants.front() : qualifiedName(*Type);
}

static const CXXRecordDecl *definitionOfClass(const NamedDecl &D) {
  const NamedDecl *Named = D.getUnderlyingDecl();
  if (const auto *Typedef = dyn_cast<TypedefNameDecl>(Named))
    return recordOf(Typedef->getUnderlyingType());
  const auto *Record = dyn_cast<CXXRecordDecl>(Named);
  return Record ? Record->getDefinition() : nullptr;
}

/// The class of that absolute name; null if the AST declares none.
static const CXXRecordDecl *classNamed(llvm::StringRef Name,
                                       const ASTContext &AST) {
  llvm::SmallVector<llvm::StringRef, 4> Parts;
  Name.split(Parts, "::");
  const DeclContext *Scope = AST.getTranslationUnitDecl();
  for (llvm::StringRef Part : llvm::ArrayRef(Parts).drop_back()) {
    const DeclContext *Inner = nullptr;
    for (const NamedDecl *D : Scope->lookup(&AST.Idents.get(Part))) {
      if (const auto *Alias = dyn_cast<NamespaceAliasDecl>(D))
        Inner = Alias->getNamespace();
      else if (const auto *Space = dyn_cast<NamespaceDecl>(D))
        Inner = Space;
      else if (const CXXRecordDecl *Record = definitionOfClass(*D))
        Inner = Record;
    }
    if (!Inner)
      return nullptr;
    Scope = Inner;
  }
  for (const NamedDecl *D : Scope->lookup(&AST.Idents.get(Parts.back())))
    if (const CXXRecordDecl *Record = definitionOfClass(*D))
      return Record;
  return nullptr;
}

/// The signals that \p Counts holds of.
static StopSignals::List
signalsWhere(const Model &M,
             llvm::function_ref<bool(const RuleEntry &)> Counts) {
  StopSignals::List Found;
  for (const RuleEntry *Entry : M.rules().catalogue().role(Role::Cancellation))
    if (Entry->Kind == "exception" && Counts(*Entry))
      for (const std::string &Name : Entry->Types)
        if (const CXXRecordDecl *Type = classNamed(Name, M.ast()))
          Found.push_back({Type, Entry});
  return Found;
}

/// Of the user's packs that name no task type: they are for whatever no other
/// pack knows.
static bool isForUnknownTasks(const RuleEntry &Entry) {
  return !isBuiltIn(*Entry.Pack) &&
         llvm::none_of(Entry.Pack->Entries, [](const RuleEntry &E) {
           return E.EntryRole == Role::Task;
         });
}

const StopSignals::List &StopSignals::ofPack(const RulePack *Pack) const {
  auto [Found, Inserted] = Known.try_emplace(Pack);
  if (Inserted)
    Found->second = signalsWhere(M, [&](const RuleEntry &Entry) {
      return Pack ? Entry.Pack == Pack : isForUnknownTasks(Entry);
    });
  return Found->second;
}

/// The outermost namespace of \p D.
static const NamespaceDecl *library(const Decl &D) {
  const NamespaceDecl *Outermost = nullptr;
  for (const DeclContext *C = D.getDeclContext(); C; C = C->getParent())
    if (const auto *Space = dyn_cast<NamespaceDecl>(C))
      Outermost = Space->getCanonicalDecl();
  return Outermost;
}

/// Adds the signals of \p Pack. A pack for two copies of a library (with Boost
/// and without) names the types of both: where one is in the same library as
/// \p Task, it is the one.
void StopSignals::addOf(const RulePack *Pack, QualType Task,
                        List &Found) const {
  const List &All = ofPack(Pack);
  const CXXRecordDecl *Record = recordOf(Task);
  auto IsNear = [&](const StopSignal &S) {
    return Record && library(*S.Type) == library(*Record);
  };
  for (const StopSignal &S : All) {
    bool HasNearer = !IsNear(S) && llvm::any_of(All, [&](const StopSignal &O) {
      return O.Entry == S.Entry && IsNear(O);
    });
    if (!HasNearer && !llvm::is_contained(Found, S))
      Found.push_back(S);
  }
}

/// Whether \p E is made of nothing, as a default argument is: a token that
/// nobody can use.
static bool isEmpty(const Expr &E) {
  const Expr *Value = valueSource(&E);
  const auto *Make = dyn_cast<CXXConstructExpr>(Value);
  const auto *List = dyn_cast<InitListExpr>(Value);
  return isa<CXXDefaultArgExpr>(E.IgnoreImplicit()) ||
         isa<CXXDefaultArgExpr>(Value) || (Make && !Make->getNumArgs()) ||
         (List && !List->getNumInits());
}

/// Whether what \p Await awaits can have been given the signal.
static bool isCarried(const StopSignal &Signal, const CoawaitExpr &Await,
                      const CallSite &Site) {
  if (!Signal.Entry || Signal.Entry->CarriedBy.empty())
    return true;
  return llvm::any_of(Signal.Entry->CarriedBy, [&](const std::string &Token) {
    auto Mentions = [&](const Expr *E) {
      return E && !isEmpty(*E) && typeMentions(E->getType(), Token);
    };
    return Mentions(Await.getOperand()) || Mentions(Site.Receiver) ||
           llvm::any_of(Site.Args, Mentions);
  });
}

/// The classes that \p S throws and whose names say that something is stopped,
/// in the project's functions that it calls as well.
static void addThrown(const Stmt &S, const Model &M, unsigned Depth,
                      StopSignals::List &Found) {
  if (isa<LambdaExpr>(S))
    return;
  if (const auto *Throw = dyn_cast<CXXThrowExpr>(&S)) {
    const Expr *What = Throw->getSubExpr();
    const CXXRecordDecl *Type = What ? recordOf(What->getType()) : nullptr;
    StopSignal Signal{Type, nullptr};
    if (Type && saysStop(*Type) && !llvm::is_contained(Found, Signal))
      Found.push_back(Signal);
  }
  if (const auto *Call = dyn_cast<CallExpr>(&S); Call && Depth)
    if (const FunctionDecl *Shown = M.shown(Call->getDirectCallee()))
      addThrown(*Shown->getBody(), M, Depth - 1, Found);
  for (const Stmt *Child : S.children())
    if (Child)
      addThrown(*Child, M, Depth, Found);
}

/// Those that the awaiter, where it is the project's, can be seen to throw.
static void addSeen(const CoawaitExpr &Await, const Model &M,
                    StopSignals::List &Found) {
  const Expr *Resume = Await.getResumeExpr();
  const auto *Call = llvm::dyn_cast_or_null<CallExpr>(
      Resume ? Resume->IgnoreImplicit() : nullptr);
  if (const FunctionDecl *Shown =
          M.shown(Call ? Call->getDirectCallee() : nullptr))
    addThrown(*Shown->getBody(), M, 2, Found);
}

bool StopSignals::isKeptOut(const CoawaitExpr &Await,
                            const FunctionDecl &In) const {
  CallSite Site = awaitedSite(Await, M.rules());
  const RuleEntry *Entry = Site.Callee.getPointer()
                               ? M.rules().find(Site, Role::Cancellation, &In)
                               : nullptr;
  return Entry && (Entry->Kind == "shield" || Entry->Kind == "swallows");
}

StopSignals::List StopSignals::at(const CoawaitExpr &Await,
                                  const FunctionDecl &In) const {
  List Found;
  if (!maySuspend(Await, M) || givesErrorAsValue(Await) || isKeptOut(Await, In))
    return Found;
  const RuleMatcher &Rules = M.rules();
  CallSite Site = awaitedSite(Await, Rules);
  bool OnlyMoves =
      Site.Callee.getPointer() && Rules.find(Site, Role::Switch, &In);
  QualType Own = In.getReturnType(), Awaited = Await.getOperand()->getType();
  const RuleEntry *OwnTask = Rules.findType(Own, Role::Task);
  const RuleEntry *AwaitedTask = Rules.findType(Awaited, Role::Task);
  if (OwnTask)
    addOf(OwnTask->Pack, Own, Found);
  if (AwaitedTask)
    addOf(AwaitedTask->Pack, Awaited, Found);
  if (!OwnTask && !AwaitedTask)
    addOf(nullptr, Own, Found);
  llvm::erase_if(Found, [&](const StopSignal &Signal) {
    bool NeedsToken = Signal.Entry && !Signal.Entry->CarriedBy.empty();
    return !isCarried(Signal, Await, Site) || (OnlyMoves && !NeedsToken);
  });
  addSeen(Await, M, Found);
  return Found;
}

bool isFor(const CXXCatchStmt &Handler, const StopSignal &Signal) {
  const CXXRecordDecl *Caught = recordOf(Handler.getCaughtType());
  return Caught && !Handler.getCaughtType()->isPointerType() &&
         Caught->getCanonicalDecl() == Signal.Type->getCanonicalDecl();
}

bool catches(const CXXCatchStmt &Handler, const StopSignal &Signal) {
  QualType T = Handler.getCaughtType();
  if (T.isNull() || isFor(Handler, Signal))
    return true;
  const CXXRecordDecl *Caught = recordOf(T);
  return Caught && !T->isPointerType() && Signal.Type->hasDefinition() &&
         Signal.Type->isDerivedFrom(Caught);
}

} // namespace asynctidy
