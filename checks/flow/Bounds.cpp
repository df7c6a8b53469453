// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Bounds.h"
#include "Destination.h"
#include "clang-tidy/GlobList.h"
#include "model/CallSiteMaker.h"
#include "model/Coroutine.h"
#include "model/Names.h"
#include "model/Starts.h"
#include "model/Suspension.h"
#include "model/Work.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

/// Words of names that say that something waits for a place.
static bool namesLimit(llvm::StringRef Name) {
  return hasWord(Name, {"acquire",  "limit",    "limiter",   "throttle",
                        "permit",   "permits",  "slot",      "slots",
                        "credit",   "credits",  "capacity",  "backpressure",
                        "pressure", "quota",    "semaphore", "checkout",
                        "room",     "inflight", "admission", "admit"});
}

/// Words of names of what only gets something: nobody waits for a task in it.
static bool namesInput(llvm::StringRef Name) {
  return hasWord(Name, {"read", "recv", "receive", "accept", "connect",
                        "resolve", "handshake", "get", "next", "pop", "fetch",
                        "load", "query", "log", "open", "close", "begin"});
}

/// Whether \p E names one of \p Variables, in closures' captures as well.
static bool namesAny(const Expr &E, const VariableSet &Variables) {
  bool Names = false;
  forEachExpression(E, [&](const Expr &Inner) {
    if (const auto *Ref = dyn_cast<DeclRefExpr>(&Inner))
      Names |= Variables.contains(Ref->getDecl());
    if (const auto *Member = dyn_cast<MemberExpr>(&Inner))
      Names |= Variables.contains(Member->getMemberDecl());
  });
  return Names;
}

bool Bounds::isBoundFunction(const CallSite &Site) const {
  if (!Site.function())
    return false;
  return M.rules().find(Site, Role::Bound, &F) ||
         (!Functions.empty() &&
          tidy::GlobList(Functions).contains(Site.messageName()));
}

/// Whether any call in \p Awaited waits for a place: it may be wrapped in a
/// timeout.
bool Bounds::acquires(const Expr &Awaited) const {
  bool Acquires = false;
  forEachExpression(Awaited, [&](const Expr &E) {
    const auto *Call = dyn_cast<CallExpr>(&E);
    if (!Call || valueSource(Call) != Call)
      return;
    CallSite Site = callSite(*Call, M.rules());
    Acquires |= isBoundFunction(Site) ||
                (Site.function() && namesLimit(lastPart(*Site.function())));
    if (!Site.ObjectType.isNull() && Site.function() &&
        hasWord(lastPart(*Site.function()), {"wait", "lock", "get", "take"}))
      if (const RuleEntry *Permit =
              M.rules().findType(Site.ObjectType, Role::Permit))
        Acquires |= Permit->Kind == "async";
  });
  return Acquires;
}

/// Whether the guard that \p Guard gives is gone before the next iteration:
/// dropped at once, or kept by a variable that nobody mentions.
bool Bounds::isHeldInVain(const Expr &Guard) const {
  Destination To = destinationOf(Guard, Scopes, M, F);
  if (To.What == Destination::Discarded)
    return true;
  return Followed && To.What == Destination::Kept && To.Variable &&
         mentionsOf(*To.Variable, Body).empty();
}

bool Bounds::dropsPermit(const Stmt &Step) const {
  const auto *Await = dyn_cast<CoawaitExpr>(&Step);
  std::optional<Work> Guard =
      Await ? guardGivenBy(*Await, M, &F) : std::nullopt;
  return Guard && Guard->What == Work::Permit && isHeldInVain(*Await);
}

bool Bounds::waitsForFollowed(const Expr &E) const {
  return (FollowedIsTask && Scopes.contains(E, *Followed)) ||
         namesAny(E, Holders);
}

Bounds::Answer Bounds::channel(const CallSite &Site) const {
  const RuleEntry *Channel =
      Site.ObjectType.isNull()
          ? nullptr
          : M.rules().findType(Site.ObjectType, Role::Channel);
  if (!Channel || !Site.function())
    return Assumed;
  std::string Name = lastPart(*Site.function());
  if (llvm::is_contained(Channel->Receive, Name))
    return No;
  if (llvm::is_contained(Channel->Send, Name))
    return Channel->Bounded ? (*Channel->Bounded ? Certain : No)
           : Channel->Limit ? Assumed // where it was made says so
                            : No;
  return Assumed;
}

Bounds::Answer Bounds::awaitedCall(const CallSite &Site) const {
  const FunctionDecl *Called = Site.function();
  if (!Called)
    return Assumed;
  for (Role R : {Role::Yield, Role::Switch})
    if (M.rules().find(Site, R, &F))
      return No;
  if (isAccept(Site, M.rules()))
    return No;
  if (M.rules().find(Site, Role::Sleep, &F))
    return Assumed;
  if (Answer Sends = channel(Site); Sends != Assumed)
    return Sends;
  if (const FunctionDecl *Shown = M.shown(Called);
      Shown && coroutineBody(*Shown))
    return Inside(*Shown) ? Assumed : No;
  if (namesInput(lastPart(*Called)))
    return No;
  if (!Doubted || !M.isElsewhere(*Called))
    return Assumed;
  Doubted->insert(Called->getCanonicalDecl());
  return No;
}

Bounds::Answer Bounds::await(const CoawaitExpr &Await) const {
  if (!maySuspend(Await, M))
    return No;
  const Expr &Operand = *Await.getOperand();
  if (waitsForFollowed(Operand))
    return Certain;
  std::optional<Work> Guard = guardGivenBy(Await, M, &F);
  // A lock lets one work at a time, and says nothing about how many there are.
  if (Guard &&
      (isHeldInVain(Await) || (!Followed && Guard->What == Work::Lock)))
    return No;
  // What the task is made of is received, not waited for.
  Destination To = destinationOf(Await, Scopes, M, F);
  bool IsGiven = To.Variable && Sources.contains(To.Variable) &&
                 !Await.getType()->isVoidType();
  CallSite Site = awaitedSite(Await, M.rules());
  if (!Guard && IsGiven && channel(Site) == No)
    return No;
  if (Guard || acquires(Operand))
    return Certain;
  if (IsGiven)
    return channel(Site) == Certain ? Certain : No;
  return awaitedCall(Site);
}

/// Ordinary calls that wait: for a blocking semaphore, for the task, for
/// anything that a rule knows.
Bounds::Answer Bounds::call(const CallExpr &Call) const {
  CallSite Site = callSite(Call, M.rules());
  const FunctionDecl *Called = Site.function();
  if (!Called || M.taskTypes().isAwaitable(Call.getType()) ||
      &Call == Followed || valueSource(&Call) != &Call)
    return No;
  if (isBoundFunction(Site))
    return Certain;
  std::string Name = lastPart(*Called);
  bool Waits = hasWord(Name, {"wait", "get", "join", "wait_all", "sync"});
  if (Waits && waitsForFollowed(Call))
    return Certain;
  static constexpr llvm::StringLiteral Waiting[] = {
      "sync-wait", "future-wait", "thread-join", "event-loop", "sleep"};
  for (Role R : {Role::Blocks, Role::Bridge})
    if (const RuleEntry *Entry = M.rules().find(Site, R, &F);
        Entry && llvm::is_contained(Waiting, Entry->Category))
      return Assumed;
  if (!Site.ObjectType.isNull() && hasWord(Name, {"acquire", "wait", "lock"}))
    if (M.rules().findType(Site.ObjectType, Role::Permit))
      return Certain;
  if (Call.getType()->isVoidType() && namesLimit(Name) &&
      !hasWord(Name, {"release", "set", "return"}))
    return Certain;
  const FunctionDecl *Shown = M.shown(Called);
  bool IsPlain = Shown && !coroutineBody(*Shown);
  return IsPlain && Inside(*Shown) ? Assumed : No;
}

Bounds::Answer Bounds::answer(const Stmt &Step) const {
  if (isa<CoyieldExpr>(Step))
    return Assumed;
  if (const auto *Await = dyn_cast<CoawaitExpr>(&Step))
    return await(*Await);
  if (const auto *Called = dyn_cast<CallExpr>(&Step))
    return call(*Called);
  if (const auto *Make = dyn_cast<CXXConstructExpr>(&Step))
    return isBoundFunction(constructionSite(*Make)) ? Certain : No;
  return No;
}

bool Bounds::isBound(const Stmt &Step) const { return answer(Step) != No; }

bool Bounds::isCertain(const Stmt &Step) const {
  return answer(Step) == Certain;
}

} // namespace asynctidy
