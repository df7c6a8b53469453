// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "FanOutMessages.h"
#include "FindingAt.h"
#include "Wording.h"
#include "model/CallSiteMaker.h"
#include "model/Coroutine.h"
#include "model/Names.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace asynctidy {

void assumeUnboundedChild(Finding &Found, const FanOut &Many, const Model &M) {
  if (Many.Child && M.isElsewhere(*Many.Child))
    Found.Assumptions.push_back({Many.Child, program::Fact::TakesBound,
                                 /*Parameter=*/0, /*Expected=*/false,
                                 /*IfUnknown=*/true});
}

std::vector<std::string> wordsOf(llvm::StringRef Option) {
  llvm::SmallVector<llvm::StringRef, 8> Parts;
  Option.split(Parts, ',');
  std::vector<std::string> Words;
  for (llvm::StringRef Part : Parts)
    if (!Part.trim().empty())
      Words.push_back(Part.trim().lower());
  return Words;
}

static std::string quotedOr(llvm::StringRef Name, const char *Otherwise) {
  return Name.empty() ? Otherwise : ("'" + Name + "'").str();
}

/// "for every element of 'links'"
static std::string amount(const Growth &With) {
  switch (With.What) {
  case Growth::Connections:
    return "for every connection that " + quotedOr(With.Of, "it") + " gives";
  case Growth::Results:
    return "for every result of " + quotedOr(With.Of, "what it asks");
  case Growth::Count:
    return "as often as " + quotedOr(With.Of, "a number") + " says";
  default:
    return "for every element of " + quotedOr(With.Of, "a range");
  }
}

static std::string child(const FanOut &Many) {
  if (!Many.Child)
    return "a task";
  std::string Name = quotedName(*Many.Child);
  return Name == "a lambda" ? "a coroutine lambda" : Name;
}

static std::string subject(const FunctionDecl &F) {
  return coroutineBody(F) ? coroutineName(F) : quotedName(F);
}

static std::string message(const FanOut &Many, const FunctionDecl &F) {
  std::string Who = subject(F);
  std::string What =
      Many.IsRecursive ? Who + " starts itself " +
                             (Many.Loop ? "in a loop" : "more than once") +
                             ", at every level"
      : Many.Helper && messageName(*Many.Helper) != "lambda"
          ? Who + " calls " + quotedName(*Many.Helper) + " " +
                amount(Many.With) + ", which starts " + child(Many)
          : Who + (Many.Gather ? " collects " : " starts ") + child(Many) +
                " " + amount(Many.With);
  if (Many.BoundInChild)
    return What + ": what " + child(Many) +
           " waits for limits how many work at once, not how many there are";
  return What + ": nothing limits how many there are at once";
}

/// The bounded form of the library whose task the child is, or the function.
static llvm::StringRef boundedForm(const FanOut &Many, const FunctionDecl &F,
                                   const Model &M) {
  const Catalogue &Rules = M.rules().catalogue();
  llvm::StringRef Library;
  QualType Types[] = {Many.Child ? Many.Child->getReturnType() : QualType(),
                      F.getReturnType()};
  for (QualType T : Types)
    if (!T.isNull() && Library.empty())
      if (const RuleEntry *Task = M.rules().findType(T, Role::Task))
        Library = Task->Pack->Library;
  for (Role R : {Role::Spawn, Role::Gather}) {
    const Expr *Calls[] = {Many.At, Many.Gather};
    for (const Expr *Call : Calls)
      if (const RuleEntry *Entry = Call && Library.empty()
                                       ? M.rules().find(plainSite(*Call), R, &F)
                                       : nullptr)
        Library = Entry->Pack->Library;
  }
  return Rules.remedyNamed("bounded-fan-out", Library);
}

Finding findingOf(const FanOut &Many, const FunctionDecl &F,
                  llvm::StringRef Check, const Model &M) {
  Finding Found = findingAt(plainSite(*Many.At), Check, message(Many, F));
  if (Many.Loop) {
    SourceLocation At = Many.Loop->getBeginLoc();
    Found.Path.push_back({At, At, "in this loop"});
  }
  if (Many.StartInHelper)
    Found.Path.push_back({Many.StartInHelper->getExprLoc(),
                          Many.StartInHelper->getSourceRange(),
                          child(Many) + " is started here"});
  if (Many.DroppedPermit)
    Found.Path.push_back({Many.DroppedPermit->getBeginLoc(),
                          Many.DroppedPermit->getSourceRange(),
                          "the permit from here is given back before the task "
                          "is done, and so limits nothing"});
  if (Many.BoundInChild)
    Found.Path.push_back({Many.BoundInChild->getBeginLoc(),
                          Many.BoundInChild->getSourceRange(),
                          "the task is there already when it waits here"});
  if (Many.Gather) {
    CallSite All = plainSite(*Many.Gather);
    bool Starts = M.rules().find(All, Role::Spawn, &F) ||
                  !M.taskTypes().isAwaitable(Many.Gather->getType());
    Found.Path.push_back(
        {All.Loc, All.Range,
         Starts ? "all are started here" : "all are awaited at once here"});
  }
  addNote(Found, "instead: " + boundedForm(Many, F, M));
  for (const FunctionDecl *Awaited : Many.Unseen)
    Found.Assumptions.push_back({Awaited, program::Fact::MayWait,
                                 /*Parameter=*/0, /*Expected=*/false,
                                 /*IfUnknown=*/false});
  return Found;
}

} // namespace asynctidy
