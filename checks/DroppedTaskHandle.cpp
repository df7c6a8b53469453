// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "DroppedTaskHandleOptions.h"
#include "LossMessages.h"
#include "model/Callable.h"
#include "model/Coroutine.h"
#include "model/ErrorTypes.h"
#include "model/EvaluatedCode.h"
#include "model/Mentions.h"
#include "model/Model.h"
#include "model/Names.h"
#include "summary/AsyncContexts.h"
#include "summary/ErrorEscape.h"
#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Finds work that is started so that nobody learns how it ends: what tells is
/// dropped, or there was never anything.
class DroppedTaskHandle : public Check {
public:
  explicit DroppedTaskHandle(const DroppedTaskHandleOptions &Options)
      : Options(Options) {}

  void check(const FunctionDecl &F, Analysis &A,
             std::vector<Finding> &Findings) const override;

private:
  void start(const CallSite &Site, const RuleEntry &Spawn, Analysis &A,
             std::vector<Finding> &Findings) const;
  void detach(const CallSite &Site, const RuleEntry &Detach, bool OnLoop,
              Analysis &A, std::vector<Finding> &Findings) const;

  DroppedTaskHandleOptions Options;
};

std::string reason(const RuleEntry *Entry, Drop OnDrop) {
  return Entry && !Entry->Because.empty() ? Entry->Because : meaning(OnDrop);
}

/// What the rule calls what is dropped.
std::string nounOf(const Loss &L) {
  return L.Made.Entry->Handle == "task" ? "handle" : L.Made.Entry->Handle;
}

Finding dropped(const Loss &L, bool ShowsNoError) {
  std::string Fate = L.What == Loss::Dropped ? "is dropped" : fate(L, "used");
  return findingOf(L, DroppedTaskHandleOptions::Name,
                   "the " + nounOf(L) + " from " + makerName(L.Made) +
                       keptIn(L) + " " + Fate + ": " +
                       (ShowsNoError ? "nobody waits for the work to end"
                                     : reason(L.Made.Entry, L.Made.OnDrop)));
}

/// What ends work with an exception, as far as it is to be seen.
struct Failures {
  const FunctionDecl *Runs = nullptr; ///< null where nobody knows
  /// In order; At is null where the body is in another file. Those before the
  /// last one rest on unseen functions.
  llvm::SmallVector<Escape, 2> Ways;

  /// Whether there are some for sure, whatever the other files say.
  bool areSure() const { return !Ways.empty() && !Ways.back().Unseen; }
};

Failures failuresOf(const Expr *Started, Analysis &A) {
  /// Who proves more than these to be harmless need not be believed.
  static constexpr size_t MaxUnseen = 4;
  Failures Found;
  const RuleMatcher &Rules = A.model().rules();
  Found.Runs = startedBy(Started, Rules);
  if (Found.Runs) {
    for (const Escape &E : A.errors().from(*Found.Runs).take_front(MaxUnseen))
      Found.Ways.push_back(E);
    if (Found.Ways.size() == MaxUnseen)
      Found.Ways.back().Unseen = nullptr;
    return Found;
  }
  const FunctionDecl *Named = Started ? namedBy(Started, Rules) : nullptr;
  // Only of coroutines, which give objects, is that known.
  if (Named && Named->getReturnType()->isRecordType() &&
      A.model().isElsewhere(*Named)) {
    Found.Runs = Named;
    Found.Ways.push_back({nullptr, Named});
  }
  return Found;
}

/// That \p Way is one. What no code here shows has to be known.
void assume(Finding &Found, const Escape &Way, bool IfUnknown) {
  if (Way.Unseen)
    Found.Assumptions.push_back({Way.Unseen, program::Fact::Throws,
                                 /*Parameter=*/0, /*Expected=*/true,
                                 IfUnknown});
}

/// Adds \p Found for each of the ways on which what is started may fail.
void addEach(const Finding &Found, const Failures &Of,
             std::vector<Finding> &Findings) {
  for (const Escape &Way : Of.Ways) {
    Finding &One = Findings.emplace_back(Found);
    if (Way.At)
      One.Path.push_back(escapeStep(*Way.At, *Of.Runs));
    assume(One, Way, /*IfUnknown=*/Way.At);
  }
}

/// Adds that a handle is lost. Where the work goes on without it, and its body
/// shows no exception that could be missed, it is lost all the same.
void addDropped(const Loss &L, Analysis &A, std::vector<Finding> &Findings) {
  const Work &Made = L.Made;
  Failures Of;
  if (Made.OnDrop == Drop::Detaches && Made.Entry->Callable)
    Of = failuresOf(RuleMatcher::subject(Made.Site, *Made.Entry->Callable), A);
  if (!Of.Runs || (Of.Ways.empty() && !coroutineBody(*Of.Runs))) {
    Findings.push_back(dropped(L, /*ShowsNoError=*/false));
    return;
  }
  for (const Escape &Way : Of.Ways) {
    Findings.push_back(dropped(L, /*ShowsNoError=*/false));
    assume(Findings.back(), Way, /*IfUnknown=*/true);
  }
  // Said by `(void)`: that nobody waits is meant, a lost error hardly.
  if (!Of.areSure() && L.Why.What != Use::CastToVoid)
    Findings.push_back(dropped(L, /*ShowsNoError=*/true));
}

/// The parameter of a completion handler that tells how the work ended, where
/// the handler never looks at it.
const ParmVarDecl *ignoredError(const CallSite &Site) {
  for (const Expr *Arg : Site.Args) {
    const auto *Lambda = dyn_cast<LambdaExpr>(valueOrigin(Arg));
    const FunctionDecl *Handler = Lambda ? Lambda->getCallOperator() : nullptr;
    if (!Handler || !Handler->getNumParams())
      continue;
    const ParmVarDecl *First = Handler->getParamDecl(0);
    if (isExceptionPointer(First->getType()) && !First->hasAttr<UnusedAttr>() &&
        !mentions(*Lambda->getBody(), *First))
      return First;
  }
  return nullptr;
}

std::string startedMessage(const CallSite &Site, const FunctionDecl &Runs,
                           llvm::StringRef Because) {
  return quotedName(Runs) + " is started by '" + Site.messageName() +
         "' and nobody sees its errors: " + Because.str();
}

/// Work whose start gives nothing back.
void DroppedTaskHandle::start(const CallSite &Site, const RuleEntry &Spawn,
                              Analysis &A,
                              std::vector<Finding> &Findings) const {
  if (!Spawn.Callable || (!Spawn.Handle.empty() && Spawn.Handle != "none"))
    return;
  Failures Of = failuresOf(RuleMatcher::subject(Site, *Spawn.Callable), A);
  if (Of.Ways.empty())
    return;
  const ParmVarDecl *Ignored = ignoredError(Site);
  if (!Ignored && Spawn.Because.empty())
    return;
  Finding Found =
      findingAt(Site, DroppedTaskHandleOptions::Name,
                Ignored ? "the completion handler of '" + Site.messageName() +
                              "' ignores its 'std::exception_ptr': nobody sees "
                              "the exception " +
                              quotedName(*Of.Runs) + " ends with"
                        : startedMessage(Site, *Of.Runs, Spawn.Because));
  addNote(Found, "instead: handle its errors inside of it, or keep what tells "
                 "how it ends");
  addEach(Found, Of, Findings);
}

/// Work that was started before, and that nobody can ask from now on.
void DroppedTaskHandle::detach(const CallSite &Site, const RuleEntry &Detach,
                               bool OnLoop, Analysis &A,
                               std::vector<Finding> &Findings) const {
  const Expr *Given = Site.Receiver;
  if (!Given && !Site.Args.empty())
    Given = Site.Args.front();
  bool IsTask =
      Given && A.model().taskTypes().find(valueSource(Given)->getType());
  Failures Of = failuresOf(Given, A);
  if (!Of.Ways.empty())
    addEach(findingAt(Site, DroppedTaskHandleOptions::Name,
                      startedMessage(Site, *Of.Runs, Detach.Because)),
            Of, Findings);
  if (!Of.areSure() && !IsTask && OnLoop &&
      hasWord(lastPart(*Site.function()), {"detach"}))
    Findings.push_back(
        findingAt(Site, DroppedTaskHandleOptions::Name,
                  "call to '" + Site.messageName() +
                      "' gives the work away: " + Detach.Because));
}

void DroppedTaskHandle::check(const FunctionDecl &F, Analysis &A,
                              std::vector<Finding> &Findings) const {
  const RuleMatcher &Rules = A.model().rules();
  for (const Loss &L : A.taskLives(F).losses())
    if (L.Made.What == Work::Handle &&
        !isAccepted(Options.AcceptedFunctions, L.Made.Site.messageName()))
      addDropped(L, A, Findings);
  forEachCallSite(
      routineOf(F), Rules, A.model().ast(), [&](const CallSite &Site) {
        if (!Site.function() ||
            isAccepted(Options.AcceptedFunctions, Site.messageName()))
          return;
        if (const RuleEntry *Spawn = Rules.find(Site, Role::Spawn, &F))
          start(Site, *Spawn, A, Findings);
        else if (const RuleEntry *Detach = Rules.find(Site, Role::Detach, &F))
          this->detach(Site, *Detach, A.contexts().of(F), A, Findings);
      });
}

} // namespace

std::unique_ptr<Check>
makeDroppedTaskHandle(const DroppedTaskHandleOptions &Options) {
  return std::make_unique<DroppedTaskHandle>(Options);
}

} // namespace asynctidy
