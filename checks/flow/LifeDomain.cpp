// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "LifeDomain.h"
#include "Holders.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

bool LifeState::holds(const Expr *Maker) const {
  return llvm::any_of(Lives, [&](const auto &Entry) {
    return llvm::is_contained(Entry.second.Fresh, Maker);
  });
}

LifeState LifeState::only(const Expr *E) const {
  LifeState Part;
  Part.Known = Known;
  for (const auto &[At, L] : Lives) {
    Life Kept;
    Kept.Escaped = L.Escaped;
    if (llvm::is_contained(L.Fresh, E))
      Kept.Fresh.push_back(E);
    if (llvm::is_contained(L.Gone, E))
      Kept.Gone.push_back(E);
    if (Kept.Escaped || !Kept.Fresh.empty() || !Kept.Gone.empty())
      Part.Lives[At] = Kept;
  }
  return Part;
}

bool LifeState::operator==(const LifeState &Other) const {
  return Lives.size() == Other.Lives.size() &&
         std::equal(Lives.begin(), Lives.end(), Other.Lives.begin()) &&
         Known == Other.Known;
}

/// Whether \p At is \p Of or a part of it.
static bool isPartOf(Place At, Place Of) {
  return At.Variable == Of.Variable && (!Of.Field || At.Field == Of.Field);
}

/// Somebody else is in charge of what \p From and its members hold.
void LifeDomain::take(Place From, State &Now) {
  for (auto &[At, Life] : Now.Lives)
    if (isPartOf(At, From) || isPartOf(From, At)) {
      if (Watch)
        for (const Expr *Maker : Life.Fresh)
          Watch->taken(Maker);
      Life.Fresh.clear();
      Life.Gone.clear();
    }
}

/// Started work that loses a race is still where it was. A lazy task has been
/// started by the race, which is what it was for.
void LifeDomain::race(Place At, const Use &U, State &Now) {
  for (auto &[Part, Life] : Now.Lives)
    if (isPartOf(Part, At))
      llvm::erase_if(Life.Fresh, [&](const Expr *Maker) {
        auto Known = Made.find(Maker);
        bool IsLazy = Known != Made.end() && Known->second.Lazy;
        if (Watch)
          IsLazy ? Watch->taken(Maker) : Watch->raced(Maker, U);
        return IsLazy;
      });
}

void LifeDomain::lose(Place From, Ending How, const Expr &At, State &Now) {
  for (auto &[Part, Life] : Now.Lives)
    if (isPartOf(Part, From)) {
      if (Watch)
        for (const Expr *Maker : Life.Fresh)
          Watch->lost(Maker, Part, How, &At);
      Life.Fresh.clear();
      Life.Gone.clear();
    }
}

static void add(llvm::SmallVectorImpl<const Expr *> &To, const Expr *E) {
  auto *Position = llvm::lower_bound(To, E);
  if (Position == To.end() || *Position != E)
    To.insert(Position, E);
}

/// Whether somebody asks how \p Maker's work in \p At is doing, which is all
/// that started work needs. That a lazy task has not run is nothing to ask.
bool LifeDomain::isInView(const Expr *Maker, Place At) const {
  auto Known = Made.find(Maker);
  return Known != Made.end() && Uses.isAsked(At) &&
         (!Known->second.Lazy || Known->second.What == Work::InnerTask);
}

/// Puts work into the place that \p U says, which loses what was there.
void LifeDomain::put(const Expr &By, const Use &U,
                     llvm::ArrayRef<const Expr *> Makers, State &Now) {
  if (!U.Adds)
    lose(U.To, U.By ? Replaced : OutOfScope, By, Now);
  for (const Expr *Maker : Makers) {
    if (Focus && Maker != Focus)
      continue;
    LifeState::Life &Life = Now.Lives[U.To];
    if (Life.Escaped || isInView(Maker, U.To)) {
      if (Watch)
        Watch->taken(Maker);
      continue;
    }
    add(Life.Fresh, Maker);
    if (Watch)
      Watch->kept(Maker, U.To, U.Adds);
  }
}

void LifeDomain::make(const Expr &Maker, const Use &U, State &Now) {
  switch (U.What) {
  case Use::Kept:
    return put(Maker, U, &Maker, Now);
  case Use::HandedOn:
  case Use::Awaited:
  case Use::Returned:
  case Use::Asked:
  case Use::Filled:
  case Use::Raced:
    if (Watch)
      Watch->taken(&Maker);
    return;
  case Use::Discarded:
  case Use::CastToVoid:
  case Use::Ignored:
  case Use::Unread:
  case Use::Tested:
  case Use::Cleared:
    if (Watch)
      Watch->dropped(&Maker);
    return;
  }
}

/// Whether somebody keeps a reference or a pointer to what is used so.
static bool escapes(const Use &U) {
  if (U.What != Use::HandedOn || U.AsRValue)
    return false;
  const auto *Unary = llvm::dyn_cast_or_null<UnaryOperator>(U.By);
  return !U.By || isa<LambdaExpr>(U.By) ||
         (Unary && Unary->getOpcode() == UO_AddrOf);
}

void LifeDomain::mention(const Expr &E, Place At, const Use &U, State &Now) {
  switch (U.What) {
  case Use::Discarded:
  case Use::CastToVoid:
  case Use::Ignored:
  case Use::Tested:
  case Use::Asked:
  case Use::Filled:
    return;
  case Use::Raced:
    return race(At, U, Now);
  case Use::Unread:
    if (!U.Moved)
      return; // looked at by nobody, and still there
    break;
  case Use::Cleared:
    return lose(At, Emptied, E, Now);
  case Use::Kept: {
    llvm::SmallVector<const Expr *, 2> Makers;
    if (auto *Known = Now.Lives.find(At);
        U.AsRValue && Known != Now.Lives.end())
      Makers.swap(Known->second.Fresh);
    put(E, U, Makers, Now);
    if (Makers.empty())
      take(At, Now);
    break;
  }
  case Use::Awaited:
    if (Watch && Now.Lives.count(At))
      for (const Expr *Before : Now.Lives[At].Gone)
        Watch->gone(&E, Before);
    take(At, Now);
    break;
  case Use::HandedOn:
  case Use::Returned:
    take(At, Now);
    break;
  }
  bool LeavesNothing = U.What == Use::Awaited || (U.Moved && U.AsRValue);
  if (escapes(U))
    Now.Lives[At].Escaped = true;
  else if (LeavesNothing && (!Focus || Focus == &E) && !Now.Lives[At].Escaped)
    Now.Lives[At].Gone = {&E};
}

/// An assertion that returns when it fails is no path that anybody wrote.
void LifeDomain::leaveByMacro(State &Now) {
  for (auto &Entry : Now.Lives)
    llvm::erase_if(Entry.second.Fresh, [](const Expr *Maker) {
      return Maker->getBeginLoc().isFileID();
    });
}

void LifeDomain::step(const Stmt &Step, State &Now) {
  Now.Known.forget(Questions, Step);
  if (isa<ReturnStmt, CoreturnStmt, CXXThrowExpr>(Step) &&
      Step.getBeginLoc().isMacroID())
    leaveByMacro(Now);
  const auto *E = dyn_cast<Expr>(&Step);
  if (!E) {
    // A variable that is declared again, in the next round of a loop.
    if (const auto *Declarations = dyn_cast<DeclStmt>(&Step))
      for (const Decl *D : Declarations->decls())
        if (const auto *Variable = dyn_cast<VarDecl>(D);
            Variable && !Variable->hasInit())
          take({Variable}, Now);
    return;
  }
  if (Place Replaced = Uses.replacedBy(*E))
    lose(Replaced, Ending::Replaced, *E, Now);
  const Use *U = Uses.of(*E);
  if (!U)
    return;
  if (Place At = Place::of(E))
    mention(*E, At, *U, Now);
  else if (Made.count(E))
    make(*E, *U, Now);
  else if (U->What == Use::Kept && !U->Adds)
    // Made of something else: a new, empty task.
    lose(U->To, U->By ? Replaced : OutOfScope, *E, Now);
}

/// What \p Answer tells where \p Asked is a question whether a place holds
/// anything.
void LifeDomain::noteHeld(const Expr &Asked, bool Answer, State &Now) {
  const auto *Call = dyn_cast<CXXMemberCallExpr>(&Asked);
  const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
  const Expr *Object = Call ? Call->getImplicitObjectArgument() : nullptr;
  std::optional<bool> IfHeld =
      Method && Object ? answerIfHeld(*Method) : std::nullopt;
  Place Holder = IfHeld ? Place::of(Object) : Place{};
  if (!Holder)
    return;
  for (auto &[At, Life] : Now.Lives)
    if (isPartOf(At, Holder)) {
      Life.Gone.clear();
      if (Answer != *IfHeld)
        Life.Fresh.clear();
    }
}

bool LifeDomain::branch(const CFGBlock &From, unsigned Index, State &Now) {
  if (!Now.Known.learn(Questions, From, Index))
    return false;
  const Stmt *Terminator = From.getTerminatorStmt();
  // An exception that none of the handlers is for.
  const CFGBlock *To = *(From.succ_begin() + Index);
  if (llvm::isa_and_nonnull<CXXTryStmt>(Terminator) && To &&
      !llvm::isa_and_nonnull<CXXCatchStmt>(To->getLabel()))
    unwind(Now);
  // A loop that takes what a place holds is meant to run: that there may be
  // nothing to do was known when the place was filled.
  if (Index == 1 &&
      llvm::isa_and_nonnull<ForStmt, WhileStmt, CXXForRangeStmt>(Terminator))
    for (Place Taken : Uses.takenIn(*Terminator))
      take(Taken, Now);
  if (const Expr *Condition = branchCondition(From))
    forEachDecided(Condition, Index == 0, [&](const Expr *Asked, bool Answer) {
      noteHeld(*Asked, Answer, Now);
    });
  return true;
}

/// What is lost because something throws in between is nobody's mistake: the
/// caller learns of the exception.
void LifeDomain::unwind(State &Now) {
  for (auto &Entry : Now.Lives)
    Entry.second.Fresh.clear();
}

bool LifeDomain::join(State &Into, const State &From) {
  bool Changed = false;
  auto Merge = [&](llvm::SmallVectorImpl<const Expr *> &To,
                   llvm::ArrayRef<const Expr *> Others) {
    std::size_t Before = To.size();
    for (const Expr *E : Others)
      add(To, E);
    Changed |= To.size() != Before;
  };
  for (const auto &[At, Life] : From.Lives) {
    Merge(Into.Lives[At].Fresh, Life.Fresh);
    Merge(Into.Lives[At].Gone, Life.Gone);
    Changed |= Life.Escaped && !Into.Lives[At].Escaped;
    Into.Lives[At].Escaped |= Life.Escaped;
  }
  return Into.Known.keepCommon(From.Known) || Changed;
}

} // namespace asynctidy
