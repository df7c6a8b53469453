// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "FindingAt.h"
#include "SkippedCleanupOptions.h"
#include "model/Coroutine.h"
#include "model/Model.h"
#include "summary/OpenMarks.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Finds what a coroutine takes back by hand after a suspension, and so not at
/// all when it is cancelled there.
class SkippedCleanup : public Check {
public:
  void check(const FunctionDecl &F, Analysis &A,
             std::vector<Finding> &Findings) const override;
};

std::string whatStays(const OpenMark &Mark, const RuleMatcher &Rules) {
  std::string Name = "'" + Mark.Of->getNameAsString() + "'";
  switch (Mark.What) {
  case MarkChange::Flag:
    return Name + " stays true";
  case MarkChange::Counter:
    return Name + " is not counted down again";
  case MarkChange::Permit:
    return Name + (Rules.findType(Mark.Of->getType(), Role::Lock)
                       ? " stays locked"
                       : " is not given back");
  }
  return Name;
}

void SkippedCleanup::check(const FunctionDecl &F, Analysis &A,
                           std::vector<Finding> &Findings) const {
  for (const OpenMark &Mark : openMarksOf(F, A.model(), A.stops())) {
    Finding Found;
    Found.Check = SkippedCleanupOptions::Name;
    Found.Main = {
        Mark.Reset->getBeginLoc(), Mark.Reset->getSourceRange(),
        "this is skipped when " + coroutineName(F) +
            " is cancelled or fails: " + whatStays(Mark, A.model().rules())};
    Found.Path.push_back({Mark.Set->getBeginLoc(), Mark.Set->getSourceRange(),
                          "it is taken here"});
    Found.Path.push_back({Mark.At->getKeywordLoc(), Mark.At->getSourceRange(),
                          "an exception of this 'co_await' leaves it so"});
    addNote(Found, Mark.What == MarkChange::Permit
                       ? "instead: hold it by a guard"
                       : "instead: take it back in the destructor of a local "
                         "object");
    Findings.push_back(std::move(Found));
  }
}

} // namespace

std::unique_ptr<Check> makeSkippedCleanup(const SkippedCleanupOptions &) {
  return std::make_unique<SkippedCleanup>();
}

} // namespace asynctidy
