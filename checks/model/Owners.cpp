// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Owners.h"
#include "Names.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

/// The class of the object that \p E is got from; null where it is from none.
static const CXXRecordDecl *holderOf(const Expr *E) {
  const Expr *Origin = E ? valueOrigin(E) : nullptr;
  if (!Origin)
    return nullptr;
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(Origin))
    return recordOf(Call->getObjectType());
  if (const auto *Member = dyn_cast<MemberExpr>(Origin))
    return recordOf(Member->getBase()->getType());
  return nullptr;
}

llvm::SmallVector<const CXXRecordDecl *, 2>
ownersOf(const CallSite &Site, const FunctionDecl *In, const Project &P) {
  llvm::SmallVector<const CXXRecordDecl *, 2> Owners;
  auto Add = [&](const CXXRecordDecl *Class) {
    if (Class && !Class->isLambda() && P.contains(Class->getLocation()) &&
        !llvm::is_contained(Owners, Class->getCanonicalDecl()))
      Owners.push_back(Class->getCanonicalDecl());
  };
  for (const Expr *Arg : Site.Args)
    Add(holderOf(Arg));
  Add(holderOf(Site.Receiver));
  if (const auto *Method = llvm::dyn_cast_or_null<CXXMethodDecl>(In))
    Add(Method->getParent());
  return Owners;
}

bool hasMethodsElsewhere(const CXXRecordDecl &Class) {
  const CXXRecordDecl *Definition = Class.getDefinition();
  return Definition &&
         llvm::any_of(Definition->methods(), [](const CXXMethodDecl *Method) {
           return !Method->isImplicit() && !Method->isDeleted() &&
                  !Method->isPureVirtual() && !Method->isDefined() &&
                  !Method->getTemplateInstantiationPattern();
         });
}

} // namespace asynctidy
