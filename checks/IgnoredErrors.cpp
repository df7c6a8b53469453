// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "IgnoredErrorsOptions.h"
#include "LossMessages.h"
#include "flow/IgnoredResults.h"
#include "model/Coroutine.h"
#include "model/ErrorTypes.h"
#include "model/Names.h"
#include "model/Suspension.h"
#include "summary/ErrorEscape.h"
#include "summary/GatheredTasks.h"
#include "summary/SwallowedCodes.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Finds errors that an await gives as a value and that nobody looks at.
class IgnoredErrors : public Check {
public:
  explicit IgnoredErrors(const IgnoredErrorsOptions &Options)
      : Options(Options) {}

  void check(const FunctionDecl &F, Analysis &A,
             std::vector<Finding> &Findings) const override;

private:
  bool isMeant(const IgnoredResult &R, const CallSite &Site,
               const FunctionDecl &F, const Model &M) const;

  IgnoredErrorsOptions Options;
};

/// Whether \p F only ends something, so that nobody minds how.
bool ends(const FunctionDecl &F) {
  static constexpr llvm::StringLiteral Words[] = {
      "close", "shutdown", "cancel", "stop", "disconnect", "abort"};
  return hasWord(lastPart(F), Words);
}

bool IgnoredErrors::isMeant(const IgnoredResult &R, const CallSite &Site,
                            const FunctionDecl &F, const Model &M) const {
  if (ends(F) ||
      (R.Name && isAccepted(Options.IgnoredNames, R.Name->getName())))
    return true;
  // A code that can only say "stop" is a matter of cancellation.
  if (R.Type->isEnumeralType() && !showsError(R.Type))
    return true;
  if (!Site.function()) // an event or a timer that has other names
    return R.How == IgnoredResult::Discarded &&
           !M.taskTypes().find(R.Await->getOperand()->getType());
  if (M.rules().find(Site, Role::Gather, &F))
    return isAccepted(Options.IgnoredFunctions, Site.messageName());
  return ends(*Site.function()) || onlyWaits(Site, F, M.rules()) ||
         M.rules().find(Site, Role::Race, &F) ||
         isAccepted(Options.IgnoredFunctions, Site.messageName());
}

bool throws(const Stmt &S) {
  return isa<CXXThrowExpr>(S) || llvm::any_of(S.children(), [](const Stmt *C) {
           return C && throws(*C);
         });
}

/// Whether the last thing that a coroutine does was to be tried, and nobody is
/// told that it succeeded.
bool isFinalTry(const IgnoredResult &R, const AwaitedOperation &Operation,
                const FunctionDecl &F) {
  const CXXRecordDecl *Task = recordOf(F.getReturnType());
  const auto *Special =
      llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(Task);
  bool GivesValue =
      Special && Special->getTemplateArgs().size() &&
      Special->getTemplateArgs()[0].getKind() == TemplateArgument::Type &&
      !Special->getTemplateArgs()[0].getAsType()->isVoidType();
  return R.IsLast && !GivesValue &&
         (R.How == IgnoredResult::Redirected || Operation.ErrorIsValue);
}

/// Whether \p Site runs a closure that does not throw by itself: what its
/// result tells is known here.
bool runsQuietClosure(const CallSite &Site) {
  return llvm::any_of(Site.Args, [](const Expr *Arg) {
    const auto *Lambda = dyn_cast<LambdaExpr>(valueOrigin(Arg));
    return Lambda && !coroutineBody(*Lambda->getCallOperator()) &&
           !throws(*Lambda->getBody());
  });
}

/// What is known of the errors of the tasks that a gather awaits.
struct GatheredErrors {
  const FunctionDecl *Failing = nullptr; ///< one that can be seen to fail
  const Expr *Escapes = nullptr;         ///< where
  bool MayFail = true;
};
GatheredErrors errorsIn(const GatheredTasks &Tasks, Analysis &A) {
  for (const FunctionDecl *Made : Tasks.Made)
    if (auto Escapes = A.errors().from(*Made); !Escapes.empty())
      return {Made, Escapes.front().At, true};
  return {nullptr, nullptr, Tasks.HasOthers};
}

std::string messageOf(const IgnoredResult &R, const CallSite &Site,
                      bool IsGather, const FunctionDecl &F) {
  std::string Here = coroutineName(F);
  std::string Callee = calleeName(Site);
  if (R.How == IgnoredResult::Discarded)
    return "the result of " + Callee + " is dropped in " + Here +
           ", so nobody learns " +
           (IsGather ? "which tasks failed" : "whether it failed");
  std::string Name = "'" + R.Name->getNameAsString() + "'";
  std::string Fate = R.OverwrittenAt
                         ? " has another value before anybody looks at it"
                     : R.How == IgnoredResult::Variable && !isError(R.Type)
                         ? " is never asked for an error"
                         : " is never looked at";
  if (IsGather)
    return Name + Fate + ", so nobody learns in " + Here + " which tasks of " +
           Callee + " failed";
  return Name + Fate + ", so " + Here + (R.IsLast ? " ends" : " goes on") +
         " as if " + Callee + " had succeeded";
}

void advise(Finding &Found, const IgnoredResult &R, const RuleEntry *Entry,
            const RuleMatcher &Rules) {
  llvm::StringRef Throws;
  if (Entry)
    Throws = Rules.catalogue().remedyNamed(Entry->EntryRole == Role::Gather
                                               ? "gather-that-throws"
                                               : "await-that-throws",
                                           Entry->Pack->Library);
  addNote(Found, "instead: look at it" +
                     (Throws.empty() ? "" : ", or " + Throws.str()));
  addNote(Found, R.Name ? "if it does not matter, call it 'ignored'"
                        : "if it does not matter, say so with '(void)'");
}

/// A gather that ends with the first error, while the others go on.
void leaveSiblings(const CoawaitExpr &Await, const FunctionDecl &F, Analysis &A,
                   std::vector<Finding> &Findings) {
  const RuleMatcher &Rules = A.model().rules();
  CallSite Site = awaitedSite(Await, Rules);
  const RuleEntry *Gather =
      Site.function() ? Rules.find(Site, Role::Gather, &F) : nullptr;
  if (!Gather || !Gather->FailFast || Gather->CancelsLosers.value_or(true) ||
      showsError(Await.getType()))
    return;
  GatheredTasks Tasks = gatheredBy(Await, F, A.model());
  GatheredErrors Errors = errorsIn(Tasks, A);
  if (!Errors.MayFail || Tasks.IsUsedAfter)
    return;
  Finding Found = findingAt(Site, IgnoredErrorsOptions::Name,
                            "when one task of " + calleeName(Site) +
                                " fails in " + coroutineName(F) +
                                ", the others go on and nobody waits for them");
  if (Errors.Escapes)
    Found.Path.push_back(escapeStep(*Errors.Escapes, *Errors.Failing));
  llvm::StringRef Remedy =
      Rules.catalogue().remedyNamed("gather-to-the-end", Gather->Pack->Library);
  addNote(Found, "instead: " +
                     (Remedy.empty() ? "wait for all of them" : Remedy.str()));
  Findings.push_back(std::move(Found));
}

/// Whether that is a finding of another check: a loop that cannot be stopped.
bool isSwallowed(const CoawaitExpr &Await, const FunctionDecl &F, Analysis &A) {
  return llvm::any_of(A.swallowedCodes(F), [&](const SwallowedCode &Code) {
    return Code.Await == &Await;
  });
}

void IgnoredErrors::check(const FunctionDecl &F, Analysis &A,
                          std::vector<Finding> &Findings) const {
  const RuleMatcher &Rules = A.model().rules();
  for (const IgnoredResult &R : ignoredResultsOf(F, A.model())) {
    AwaitedOperation Operation = operationOf(*R.Await, Rules);
    const CallSite &Site = Operation.Site;
    const RuleEntry *Gather =
        Site.function() ? Rules.find(Site, Role::Gather, &F) : nullptr;
    if (isMeant(R, Site, F, A.model()) || isSwallowed(*R.Await, F, A) ||
        (!Gather && (isFinalTry(R, Operation, F) || runsQuietClosure(Site))))
      continue;
    GatheredErrors Errors;
    if (Gather)
      Errors = errorsIn(gatheredBy(*R.Await, F, A.model()), A);
    // What only a rule knows to hold errors is often nothing else.
    if (!Errors.MayFail || (!Errors.Escapes && !showsError(R.Type)))
      continue;
    Finding Found = findingAt(Site, IgnoredErrorsOptions::Name,
                              messageOf(R, Site, Gather, F));
    if (Errors.Escapes)
      Found.Path.push_back(escapeStep(*Errors.Escapes, *Errors.Failing));
    if (R.OverwrittenAt)
      Found.Path.push_back({R.OverwrittenAt->getBeginLoc(),
                            R.OverwrittenAt->getSourceRange(),
                            "it has another value from here on"});
    advise(Found, R, Gather ? Gather : Operation.ErrorIsValue, Rules);
    Findings.push_back(std::move(Found));
  }
  for (const CoawaitExpr *Await : awaitsOf(F))
    leaveSiblings(*Await, F, A, Findings);
}

} // namespace

std::unique_ptr<Check> makeIgnoredErrors(const IgnoredErrorsOptions &Options) {
  return std::make_unique<IgnoredErrors>(Options);
}

} // namespace asynctidy
