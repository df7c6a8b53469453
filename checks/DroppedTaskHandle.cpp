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

/// Whether the work goes on without its handle, and its body shows no exception
/// that could be missed.
bool showsNoError(const Work &Made, Analysis &A) {
  if (Made.OnDrop != Drop::Detaches || !Made.Entry->Callable)
    return false;
  const FunctionDecl *Runs =
      startedBy(RuleMatcher::subject(Made.Site, *Made.Entry->Callable),
                A.model().rules());
  return Runs && coroutineBody(*Runs) && !A.errors().from(*Runs);
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
  const FunctionDecl *Runs =
      startedBy(RuleMatcher::subject(Site, *Spawn.Callable), A.model().rules());
  const Expr *Escapes = Runs ? A.errors().from(*Runs) : nullptr;
  if (!Escapes)
    return;
  const ParmVarDecl *Ignored = ignoredError(Site);
  if (!Ignored && Spawn.Because.empty())
    return;
  Finding Found =
      findingAt(Site, DroppedTaskHandleOptions::Name,
                Ignored ? "the completion handler of '" + Site.messageName() +
                              "' ignores its 'std::exception_ptr': nobody sees "
                              "the exception " +
                              quotedName(*Runs) + " ends with"
                        : startedMessage(Site, *Runs, Spawn.Because));
  Found.Path.push_back(escapeStep(*Escapes, *Runs));
  addNote(Found, "instead: handle its errors inside of it, or keep what tells "
                 "how it ends");
  Findings.push_back(std::move(Found));
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
  const FunctionDecl *Runs = startedBy(Given, A.model().rules());
  const Expr *Escapes = Runs ? A.errors().from(*Runs) : nullptr;
  if (Escapes) {
    Findings.push_back(findingAt(Site, DroppedTaskHandleOptions::Name,
                                 startedMessage(Site, *Runs, Detach.Because)));
    Findings.back().Path.push_back(escapeStep(*Escapes, *Runs));
  } else if (!IsTask && OnLoop &&
             hasWord(lastPart(*Site.function()), {"detach"})) {
    Findings.push_back(
        findingAt(Site, DroppedTaskHandleOptions::Name,
                  "call to '" + Site.messageName() +
                      "' gives the work away: " + Detach.Because));
  }
}

void DroppedTaskHandle::check(const FunctionDecl &F, Analysis &A,
                              std::vector<Finding> &Findings) const {
  const RuleMatcher &Rules = A.model().rules();
  for (const Loss &L : A.taskLives(F).losses())
    if (L.Made.What == Work::Handle &&
        !isAccepted(Options.AcceptedFunctions, L.Made.Site.messageName())) {
      bool ShowsNoError = showsNoError(L.Made, A);
      // Said by `(void)`: that nobody waits is meant, a lost error hardly.
      if (!ShowsNoError || L.Why.What != Use::CastToVoid)
        Findings.push_back(dropped(L, ShowsNoError));
    }
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
