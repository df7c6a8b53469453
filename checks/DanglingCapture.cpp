// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "BorrowMessages.h"
#include "DanglingCaptureOptions.h"
#include "Wording.h"
#include "model/Model.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Finds coroutine lambdas whose captures die before their task is done: the
/// captures are members of the closure, and the coroutine only refers to it.
class DanglingCapture : public Check {
public:
  void check(const FunctionDecl &F, Analysis &A,
             std::vector<Finding> &Findings) const override;
};

std::string messageOf(const BorrowedTask &Task, const FunctionDecl &F) {
  std::string Dies = deathOf(Task, F);
  if (!llvm::StringRef(Dies).starts_with("before"))
    Dies += ", before its task is done";
  if (Task.What == BorrowedTask::ReferenceCapture)
    return objectName(Task) + ", which this coroutine lambda captures by " +
           "reference, dies " + Dies;
  if (Task.ReplacedAt)
    return "the coroutine lambda in " + objectName(Task) +
           " is replaced before its task is done";
  if (Task.Of.Variable)
    return "the captures of the coroutine lambda in " + objectName(Task) +
           " die " + Dies;
  return "the captures of this coroutine lambda die " + Dies;
}

/// Since C++23 a coroutine can take its closure by value, captures and all:
/// `[x](this auto) -> task {...}`.
std::optional<FixItHint> takingClosure(const BorrowedTask &Task,
                                       const ASTContext &AST) {
  const auto *Lambda = dyn_cast_or_null<LambdaExpr>(valueOrigin(Task.Through));
  if (!AST.getLangOpts().CPlusPlus23 || !Lambda || Lambda->isMutable() ||
      !Lambda->hasExplicitParameters())
    return std::nullopt;
  const CXXMethodDecl *Operator = Lambda->getCallOperator();
  SourceLocation Open = Operator->getFunctionTypeLoc().getLParenLoc();
  if (Open.isMacroID())
    return std::nullopt;
  return FixItHint::CreateInsertion(Open.getLocWithOffset(1),
                                    Operator->param_empty() ? "this auto"
                                                            : "this auto, ");
}

Finding findingOf(const BorrowedTask &Task, const FunctionDecl &F,
                  const ASTContext &AST) {
  Finding Found;
  Found.Check = DanglingCaptureOptions::Name;
  Found.Main = stepAt(Task, messageOf(Task, F));
  if (Task.ReplacedAt)
    Found.Path.push_back({Task.ReplacedAt->getExprLoc(),
                          Task.ReplacedAt->getSourceRange(),
                          objectName(Task) + " is given another value here"});
  addSteps(Found, Task);
  if (Task.What == BorrowedTask::ReferenceCapture) {
    addNote(Found, "instead: capture it by value");
    return Found;
  }
  addNote(Found, "instead: pass it what it needs as arguments");
  if (std::optional<FixItHint> Fix = takingClosure(Task, AST)) {
    addNote(Found, "instead: let it take its closure by value: 'this auto'");
    Found.Fixes.push_back(*Fix);
  }
  return Found;
}

void DanglingCapture::check(const FunctionDecl &F, Analysis &A,
                            std::vector<Finding> &Findings) const {
  for (const BorrowedTask &Task : A.borrowedTasks(F))
    if (Task.What != BorrowedTask::Argument)
      Findings.push_back(findingOf(Task, F, A.model().ast()));
}

} // namespace

std::unique_ptr<Check> makeDanglingCapture(const DanglingCaptureOptions &) {
  return std::make_unique<DanglingCapture>();
}

} // namespace asynctidy
