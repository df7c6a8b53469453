// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "ErasedTaskOptions.h"
#include "LossMessages.h"
#include "model/Callable.h"
#include "model/EvaluatedCode.h"
#include "model/Model.h"
#include "model/Names.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Finds coroutines that are given to somebody who calls them like ordinary
/// functions, so that each call's task is thrown away unseen.
class ErasedTask : public Check {
public:
  explicit ErasedTask(const ErasedTaskOptions &Options) : Options(Options) {}

  void check(const FunctionDecl &F, Analysis &A,
             std::vector<Finding> &Findings) const override;

private:
  ErasedTaskOptions Options;
};

/// `void ()` of `std::function<void ()>` and its like: of a class template
/// whose first argument is a type of functions that return nothing.
const FunctionProtoType *voidSignature(QualType T) {
  const auto *Special = llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T.isNull() ? nullptr : T.getNonReferenceType()->getAsCXXRecordDecl());
  if (!Special || !Special->getTemplateArgs().size())
    return nullptr;
  const TemplateArgument *First = &Special->getTemplateArgs()[0];
  if (First->getKind() == TemplateArgument::Pack && First->pack_size())
    First = First->pack_begin();
  const auto *Signature = First->getKind() == TemplateArgument::Type
                              ? First->getAsType()->getAs<FunctionProtoType>()
                              : nullptr;
  return Signature && Signature->getReturnType()->isVoidType() ? Signature
                                                               : nullptr;
}

/// \p Signature with the names its author used, if they are still known.
std::string written(QualType T, const FunctionProtoType &Signature,
                    const ASTContext &AST) {
  if (const auto *Special = T->getAs<TemplateSpecializationType>())
    if (auto Args = Special->template_arguments();
        !Args.empty() && Args[0].getKind() == TemplateArgument::Type)
      return Args[0].getAsType().getAsString(AST.getPrintingPolicy());
  // The library's own name of a class is not what anybody wrote.
  bool HasClasses = llvm::any_of(Signature.param_types(), [](QualType P) {
    return recordOf(P) != nullptr;
  });
  return HasClasses
             ? "void (...)"
             : QualType(&Signature, 0).getAsString(AST.getPrintingPolicy());
}

/// The callable class that a call site gives its argument to, as the message
/// says it; empty where it is none, or its result is not void.
std::string voidCallable(const CallSite &Site, const ASTContext &AST) {
  bool Takes = Site.What == CallSite::Construct;
  if (const FunctionDecl *F = Site.function(); F && Site.What == CallSite::Call)
    Takes = F->getOverloadedOperator() == OO_Equal;
  const FunctionProtoType *Signature =
      Takes && Site.Args.size() ? voidSignature(Site.ObjectType) : nullptr;
  if (!Signature)
    return "";
  return qualifiedName(
             *Site.ObjectType.getNonReferenceType()->getAsCXXRecordDecl()) +
         "<" + written(Site.ObjectType, *Signature, AST) + ">";
}

/// The arguments that \p Site calls, and whose results it drops.
llvm::SmallVector<const Expr *, 2>
droppedCallables(const CallSite &Site, const Model &M, const FunctionDecl &In) {
  llvm::SmallVector<const Expr *, 2> Callables;
  if (M.rules().find(Site, Role::Spawn, &In))
    return Callables; // it runs the task, too
  for (Role R : {Role::Invokes, Role::Offload, Role::RunsOnLoop}) {
    const RuleEntry *Entry = M.rules().find(Site, R, &In);
    if (!Entry)
      continue;
    // What is returned may carry the task on, to be awaited there.
    bool Drops = R == Role::Invokes ? Entry->DropsResult
                                    : Site.What == CallSite::Construct ||
                                          Site.E->getType()->isVoidType();
    if (!Drops)
      continue;
    if (Entry->AllArguments)
      Callables.append(Site.Args.begin(), Site.Args.end());
    else if (Entry->Callable)
      if (const Expr *E = RuleMatcher::subject(Site, *Entry->Callable))
        Callables.push_back(E);
  }
  return Callables;
}

/// Reports \p Callable if it returns a task that must not be dropped.
void report(const Expr &Callable, llvm::StringRef By, const Model &M,
            std::vector<Finding> &Findings) {
  const FunctionDecl *Called = callableOf(&Callable, M.rules());
  const TaskType *Task =
      Called ? M.taskTypes().find(Called->getReturnType()) : nullptr;
  if (!Task || (!Task->Lazy && (Task->OnDrop == Drop::Detaches ||
                                Task->OnDrop == Drop::Unknown)))
    return;
  std::string Name = messageName(*Called);
  Finding F;
  F.Check = ErasedTaskOptions::Name;
  F.Main = {Callable.getBeginLoc(), Callable.getSourceRange(),
            "'" + By.str() + "' drops the task that " +
                (Name == "lambda" ? "this lambda" : "'" + Name + "'") +
                " returns: " + meaning(Task->OnDrop)};
  addNote(F, "instead: give it an ordinary function that starts the task");
  Findings.push_back(std::move(F));
}

void ErasedTask::check(const FunctionDecl &F, Analysis &A,
                       std::vector<Finding> &Findings) const {
  const Model &M = A.model();
  forEachCallSite(routineOf(F), M.rules(), M.ast(), [&](const CallSite &Site) {
    std::string By = voidCallable(Site, M.ast());
    if (!By.empty() && !isAccepted(Options.AcceptedFunctions, By))
      return report(*Site.Args.front(), By, M, Findings);
    if (!Site.function() ||
        isAccepted(Options.AcceptedFunctions, Site.messageName()))
      return;
    for (const Expr *Callable : droppedCallables(Site, M, F))
      report(*Callable, Site.messageName(), M, Findings);
  });
}

} // namespace

std::unique_ptr<Check> makeErasedTask(const ErasedTaskOptions &Options) {
  return std::make_unique<ErasedTask>(Options);
}

} // namespace asynctidy
