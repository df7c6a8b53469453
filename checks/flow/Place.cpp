// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Place.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace asynctidy {

bool keepsTemporary(const VarDecl &Variable) {
  return Variable.getType()->isReferenceType() && Variable.getInit() &&
         isa<MaterializeTemporaryExpr>(
             Variable.getInit()->IgnoreParens()->IgnoreImpCasts());
}

/// The data member that \p E names, if it is that.
static const FieldDecl *memberOf(const MemberExpr *E) {
  return E ? dyn_cast<FieldDecl>(E->getMemberDecl()) : nullptr;
}

Place Place::of(const BindingDecl &Binding) {
  const FieldDecl *Field =
      memberOf(llvm::dyn_cast_or_null<MemberExpr>(Binding.getBinding()));
  return Field ? Place{Binding.getDecomposedDecl(), Field} : Place{&Binding};
}

/// What a name stands for: not what another function owns, or another place.
static Place placeNamed(const DeclRefExpr &Ref) {
  if (const auto *Binding = dyn_cast<BindingDecl>(Ref.getDecl()))
    return Place::of(*Binding);
  const auto *Variable = dyn_cast<VarDecl>(Ref.getDecl());
  if (!Variable || !Variable->hasLocalStorage() ||
      Ref.refersToEnclosingVariableOrCapture() ||
      (Variable->getType()->isReferenceType() && !keepsTemporary(*Variable)))
    return {};
  return {Variable};
}

Place Place::of(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return placeNamed(*Ref);
  const auto *Member = dyn_cast<MemberExpr>(E);
  const FieldDecl *Field = memberOf(Member);
  if (!Field || Member->isArrow())
    return {};
  Place Whole = of(Member->getBase());
  return Whole && !Whole.Field ? Place{Whole.Variable, Field} : Place{};
}

} // namespace asynctidy
