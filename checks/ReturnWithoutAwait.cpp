// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "FindingAt.h"
#include "ReturnWithoutAwaitOptions.h"
#include "Wording.h"
#include "flow/EarlyReturns.h"
#include "model/CallSiteMaker.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Finds ordinary functions that return a lazy task out of a scope which it
/// needs: a try that would catch its exceptions, a lock, any other guard. The
/// task has not begun when the scope ends.
class ReturnWithoutAwait : public Check {
public:
  void check(const FunctionDecl &F, Analysis &A,
             std::vector<Finding> &Findings) const override;
};

Finding findingOf(const EarlyReturn &Return, const FunctionDecl &F,
                  const Model &M) {
  CallSite Made = callSite(*Return.Task, M.rules());
  std::string Task = "the task from " + calleeName(Made) + " ";
  Finding Found;
  if (const CXXTryStmt *Try = Return.Try) {
    Found = findingAt(Made, ReturnWithoutAwaitOptions::Name,
                      Task + "is returned before it has run: no exception of "
                             "it is caught here");
    const CXXCatchStmt &Handler = *Try->getHandler(0);
    Found.Path.push_back({Handler.getBeginLoc(), Handler.getBeginLoc(),
                          "this handler never sees one"});
  } else {
    std::string Name = "'" + Return.Guard->getNameAsString() + "'";
    Found = findingAt(Made, ReturnWithoutAwaitOptions::Name,
                      Task + "runs only after " + Name + " is gone");
    Found.Path.push_back({Return.Guard->getLocation(),
                          Return.Guard->getSourceRange(),
                          Name + " dies when " + thisFunction(F) + " returns"});
  }
  bool IsLock =
      Return.Guard && M.lockTypes().findGuard(Return.Guard->getType());
  addNote(Found, IsLock ? "instead: take the lock in the task itself"
                        : "instead: make " + thisFunction(F) +
                              " a coroutine and co_await the task in it");
  return Found;
}

void ReturnWithoutAwait::check(const FunctionDecl &F, Analysis &A,
                               std::vector<Finding> &Findings) const {
  for (const EarlyReturn &Return : earlyReturnsOf(F, A.model()))
    Findings.push_back(findingOf(Return, F, A.model()));
}

} // namespace

std::unique_ptr<Check>
makeReturnWithoutAwait(const ReturnWithoutAwaitOptions &) {
  return std::make_unique<ReturnWithoutAwait>();
}

} // namespace asynctidy
