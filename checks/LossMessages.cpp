// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "LossMessages.h"
#include "model/CallSiteMaker.h"
#include "model/Names.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace asynctidy {

std::string nameOf(Place P) {
  std::string Name = P.Variable->getNameAsString();
  return P.Field ? Name + "." + P.Field->getNameAsString() : Name;
}

std::string keptIn(const Loss &L) {
  if (!L.KeptIn || nameOf(L.KeptIn).empty())
    return "";
  return ", kept in '" + nameOf(L.KeptIn) + "',";
}

std::string meaning(Drop OnDrop) {
  switch (OnDrop) {
  case Drop::Unknown:
    return "its result and errors are lost";
  case Drop::NeverRuns:
    return "it never runs";
  case Drop::Leaks:
    return "it never runs and its frame is leaked";
  case Drop::Detaches:
    return "it goes on alone and its errors are lost";
  case Drop::Cancels:
    return "dropping it cancels its work";
  case Drop::Blocks:
    return "dropping it blocks the thread until its work is done";
  case Drop::Terminates:
    return "dropping it ends the program";
  case Drop::Asserts:
    return "dropping it unfinished fails an assertion";
  }
  return "";
}

std::string fate(const Loss &L, llvm::StringRef Verb) {
  switch (L.What) {
  case Loss::OnSomePath:
    return ("is not " + Verb + " on every path").str();
  case Loss::LosesRace:
    return "is dropped if it loses the race of '" +
           plainCallSite(*cast<CallExpr>(L.Why.By)).messageName() + "'";
  case Loss::Overwritten:
    return ("is overwritten before it is " + Verb).str();
  case Loss::ThrownAway:
    return ("is thrown away before it is " + Verb).str();
  case Loss::Dropped:
    if (L.Why.What == Use::Tested)
      return ("is converted to 'bool' instead of being " + Verb).str();
    if (L.Why.What == Use::Unread && L.Why.Callee)
      return "is given to " + quotedName(*L.Why.Callee) + ", which drops it";
    [[fallthrough]];
  default:
    return ("is never " + Verb).str();
  }
}

static llvm::StringRef keywordOf(const Stmt &S) {
  if (isa<ReturnStmt>(S))
    return "return";
  return isa<CoreturnStmt>(S) ? "co_return" : "throw";
}

static Step noteOf(const LossStep &S, Place In) {
  std::string Name = "'" + nameOf(In) + "'";
  SourceLocation Loc = S.At->getBeginLoc();
  SourceRange Range = S.At->getSourceRange();
  std::string Again = S.NextIteration ? " in the next iteration" : "";
  switch (S.What) {
  case LossStep::Holds:
    return {Loc, Range, "this condition is true"};
  case LossStep::Fails:
    return {Loc, Range, "this condition is false"};
  case LossStep::Leaves:
    return {Loc, Range,
            Name + " is lost at this '" + keywordOf(*S.At).str() + "'"};
  case LossStep::FunctionEnd:
    return {S.At->getEndLoc(), S.At->getEndLoc(),
            Name + " is lost when the function ends here"};
  case LossStep::ScopeEnd:
    return {S.At->getEndLoc(), S.At->getEndLoc(),
            Name + " is lost when its scope ends here"};
  case LossStep::Replaced:
    return {Loc, Range, Name + " is given another value here" + Again};
  case LossStep::Emptied:
    return {Loc, Range, Name + " is cleared here" + Again};
  case LossStep::Awaited:
    return {Loc, Range,
            S.NextIteration ? "awaited here in an earlier iteration"
                            : "first awaited here"};
  case LossStep::MovedAway:
    return {Loc, Range,
            S.NextIteration ? "moved away here in an earlier iteration"
                            : "moved away here"};
  }
  return {};
}

Finding findingOf(const Loss &L, llvm::StringRef Check, std::string Message) {
  Finding F = findingAt(L.Made.Site, Check, std::move(Message));
  for (const LossStep &S : L.Path)
    F.Path.push_back(noteOf(S, L.KeptIn));
  return F;
}

} // namespace asynctidy
