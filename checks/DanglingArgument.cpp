// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "BorrowMessages.h"
#include "DanglingArgumentOptions.h"
#include "Wording.h"
#include "flow/AwaitResults.h"
#include "model/CallSiteMaker.h"
#include "model/Coroutine.h"
#include "model/Suspension.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Finds tasks that refer to an argument, or to the object they are called on,
/// which dies before they are done.
class DanglingArgument : public Check {
public:
  explicit DanglingArgument(const DanglingArgumentOptions &Options)
      : Options(Options) {}

  void check(const FunctionDecl &F, Analysis &A,
             std::vector<Finding> &Findings) const override;

private:
  DanglingArgumentOptions Options;
};

/// What to write so that the task has a value of its own.
std::string advice(const BorrowedTask &Task, const std::string &Callee,
                   const FunctionDecl &In) {
  std::string Await =
      coroutineBody(In) == nullptr
          ? "make " + thisFunction(In) + " a coroutine and co_await it"
      : Task.Of.Temporary ? "co_await it in the same statement"
                          : "co_await it before that";
  if (!Task.Parameter)
    return Await + ", or keep the object in a variable that lives longer";
  if (!Task.Parameter->getType()->isReferenceType())
    return Await +
           ", or keep what it refers to in a variable that lives longer";
  return Await + ", or let " + Callee + " take it by value";
}

Finding findingOf(const BorrowedTask &Task, const FunctionDecl &F,
                  const Model &M) {
  std::string Callee = calleeName(callSite(*Task.Call, M.rules()));
  Finding Found;
  Found.Check = DanglingArgumentOptions::Name;
  Found.Main =
      stepAt(Task, "the task from " + Callee + " refers to " +
                       objectName(Task) + ", which dies " + deathOf(Task, F));
  addSteps(Found, Task);
  addNote(Found, "instead: " + advice(Task, Callee, F));
  return Found;
}

/// Drops the `&` of the variable, which then has a value of its own.
std::optional<FixItHint> keepingValue(const VarDecl &Variable) {
  const TypeSourceInfo *Written = Variable.getTypeSourceInfo();
  auto Reference = Written ? Written->getTypeLoc().getAs<ReferenceTypeLoc>()
                           : ReferenceTypeLoc();
  if (Variable.isImplicit() || !Reference ||
      Reference.getSigilLoc().isMacroID())
    return std::nullopt;
  return FixItHint::CreateRemoval(
      CharSourceRange::getTokenRange(Reference.getSigilLoc()));
}

Finding findingOf(const DanglingResult &Result, const Model &M) {
  CallSite Awaited = awaitedSite(*Result.Await, M.rules());
  std::string Of =
      Awaited.Callee.getPointer() ? calleeName(Awaited) : std::string("it");
  Finding Found = findingAt(Awaited, DanglingArgumentOptions::Name,
                            "the result of awaiting " + Of +
                                " is a reference into the task, which dies " +
                                (Result.UsedAt ? "at the end of this statement"
                                               : "before the first iteration"));
  if (Result.UsedAt)
    Found.Path.push_back(
        {Result.UsedAt->getExprLoc(), Result.UsedAt->getSourceRange(),
         "'" + Result.Variable->getNameAsString() + "' is used here"});
  addNote(Found, "instead: keep the result in a variable that is no reference");
  if (std::optional<FixItHint> Fix = keepingValue(*Result.Variable))
    Found.Fixes.push_back(*Fix);
  return Found;
}

void DanglingArgument::check(const FunctionDecl &F, Analysis &A,
                             std::vector<Finding> &Findings) const {
  for (const BorrowedTask &Task : A.borrowedTasks(F))
    if (Task.What == BorrowedTask::Argument &&
        (Options.AssumeKept ||
         Task.Kept.What != KeptArguments::Answer::Assumed))
      Findings.push_back(findingOf(Task, F, A.model()));
  for (const DanglingResult &Result : danglingResultsOf(F, A.model()))
    Findings.push_back(findingOf(Result, A.model()));
}

} // namespace

std::unique_ptr<Check>
makeDanglingArgument(const DanglingArgumentOptions &Options) {
  return std::make_unique<DanglingArgument>(Options);
}

} // namespace asynctidy
