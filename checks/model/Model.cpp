// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Model.h"
#include "Coroutine.h"

using namespace clang;

namespace asynctidy {

const FunctionDecl *Model::shown(const FunctionDecl *F) const {
  const FunctionDecl *Definition = F ? definitionOf(*F) : nullptr;
  return Definition && !Definition->isDependentContext() &&
                 TheProject.contains(Definition->getLocation())
             ? Definition
             : nullptr;
}

bool Model::isElsewhere(const FunctionDecl &F) const {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  return !F.hasBody() && !F.isDeleted() && !F.isImplicit() &&
         !F.isTemplated() && !(Method && Method->isVirtual()) &&
         F.isExternallyVisible() && TheProject.contains(F.getLocation());
}

} // namespace asynctidy
