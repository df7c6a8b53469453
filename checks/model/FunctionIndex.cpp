// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "FunctionIndex.h"
#include "Coroutine.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

class IndexBuilder : public RecursiveASTVisitor<IndexBuilder> {
public:
  IndexBuilder(FunctionIndex &Index, const Project &P) : Index(Index), P(P) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

  /// Passes over what is not the project's: nearly all of a file's text.
  bool TraverseDecl(Decl *D) {
    if (!D)
      return true;
    if (!isa<TranslationUnitDecl>(D) && !P.contains(D->getLocation()))
      return true;
    return RecursiveASTVisitor::TraverseDecl(D);
  }

  bool VisitFunctionDecl(FunctionDecl *F) {
    if (F->doesThisDeclarationHaveABody() && !F->hasSkippedBody())
      add(*F);
    return true;
  }

  /// The visitor takes a closure's body as part of the expression.
  bool VisitLambdaExpr(LambdaExpr *Lambda) {
    if (FunctionDecl *Call = Lambda->getCallOperator())
      add(*Call);
    FunctionTemplateDecl *Generic = Lambda->getDependentCallOperator();
    if (!Generic)
      return true;
    for (FunctionDecl *Special : Generic->specializations())
      if (isOurInstance(*Special)) {
        add(*Special);
        TraverseStmt(Special->getBody());
      }
    return true;
  }

private:
  /// Which instantiations a library's bodies cause depends on whether they
  /// were parsed; only those that the project itself asks for count.
  bool isOurInstance(const FunctionDecl &F) const {
    if (!F.doesThisDeclarationHaveABody())
      return false;
    // A closure comes with the function it stands in.
    const auto *Method = dyn_cast<CXXMethodDecl>(&F);
    if (Method && Method->getParent()->isLambda() &&
        F.getPointOfInstantiation().isInvalid()) {
      const auto *Outer =
          dyn_cast<FunctionDecl>(Method->getParent()->getDeclContext());
      return !Outer || !Outer->isTemplateInstantiation() ||
             isOurInstance(*Outer);
    }
    // Clang does not note who asks for a function whose return type it had to
    // find out first.
    if (F.getPointOfInstantiation().isInvalid() &&
        F.getDeclaredReturnType()->getContainedAutoType())
      return P.contains(F.getLocation());
    return P.contains(F.getPointOfInstantiation());
  }

  bool isReplacedByInstances(const FunctionDecl &F) const {
    const FunctionTemplateDecl *Template = F.getDescribedFunctionTemplate();
    return Template && llvm::any_of(Template->specializations(),
                                    [&](FunctionDecl *Special) {
                                      return isOurInstance(*Special);
                                    });
  }

  void add(const FunctionDecl &F) {
    bool IsInstance = F.isTemplateInstantiation();
    if ((IsInstance && !isOurInstance(F)) || isReplacedByInstances(F) ||
        !Seen.insert(&F).second)
      return;
    Index.Functions.push_back(&F);
    if (const auto *Method = dyn_cast<CXXMethodDecl>(&F))
      for (const CXXMethodDecl *Base : Method->overridden_methods())
        Index.Overriders[Base->getCanonicalDecl()].push_back(Method);
  }

  FunctionIndex &Index;
  const Project &P;
  llvm::DenseSet<const FunctionDecl *> Seen;
};

FunctionIndex::FunctionIndex(ASTContext &AST, const Project &P) {
  IndexBuilder Builder(*this, P);
  for (Decl *D : AST.getTraversalScope())
    Builder.TraverseDecl(D);
  const SourceManager &SM = AST.getSourceManager();
  llvm::stable_sort(
      Functions, [&](const FunctionDecl *A, const FunctionDecl *B) {
        return SM.isBeforeInTranslationUnit(A->getLocation(), B->getLocation());
      });
}

llvm::SmallVector<const CXXMethodDecl *, 4>
FunctionIndex::overriders(const CXXMethodDecl &Method) const {
  llvm::SmallVector<const CXXMethodDecl *, 4> All;
  llvm::SmallVector<const CXXMethodDecl *, 4> Pending = {
      Method.getCanonicalDecl()};
  while (!Pending.empty()) {
    auto Direct = Overriders.find(Pending.pop_back_val());
    if (Direct == Overriders.end())
      continue;
    for (const CXXMethodDecl *Overrider : Direct->second)
      if (!llvm::is_contained(All, Overrider)) {
        All.push_back(Overrider);
        Pending.push_back(Overrider->getCanonicalDecl());
      }
  }
  return All;
}

} // namespace asynctidy
