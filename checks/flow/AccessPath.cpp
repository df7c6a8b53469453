// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AccessPath.h"
#include "Place.h"
#include "model/CallSite.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace asynctidy {

const VarDecl *AccessPath::localVariable() const {
  const auto *Variable = llvm::dyn_cast_or_null<VarDecl>(Root);
  bool IsLocal = Variable && Variable->hasLocalStorage() &&
                 !Variable->getType()->isReferenceType() &&
                 !Variable->getType()->isPointerType();
  return IsLocal ? Variable : nullptr;
}

bool AccessPath::includes(const AccessPath &Other) const {
  return Root == Other.Root && Fields.size() <= Other.Fields.size() &&
         std::equal(Fields.begin(), Fields.end(), Other.Fields.begin());
}

/// The optional or smart pointer whose content the call gives.
static const Expr *holderIn(const CallExpr &Call) {
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call))
    return Operator->getOperator() == OO_Arrow ||
                   (Operator->getOperator() == OO_Star &&
                    Operator->getNumArgs() == 1)
               ? Operator->getArg(0)
               : nullptr;
  const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call);
  const FunctionDecl *F = Member ? Member->getMethodDecl() : nullptr;
  bool GivesContent = F && F->getIdentifier() && !F->getNumParams() &&
                      (F->getName() == "get" || F->getName() == "value");
  return GivesContent ? Member->getImplicitObjectArgument() : nullptr;
}

/// What `std::ref` and its kin refer to.
static const Expr *referredBy(const CallExpr &Call) {
  const FunctionDecl *F = Call.getDirectCallee();
  bool Refers = F && F->isInStdNamespace() && F->getIdentifier() &&
                Call.getNumArgs() == 1 &&
                (F->getName() == "ref" || F->getName() == "addressof");
  return Refers ? Call.getArg(0) : nullptr;
}

/// What a local reference or a pointer is another name for.
static const Expr *aliased(const VarDecl &Variable) {
  const Expr *Init = Variable.getInit();
  if (!Init || !Variable.isLocalVarDecl())
    return nullptr;
  if (Variable.getType()->isReferenceType())
    return keepsTemporary(Variable) ? nullptr : Init;
  const auto *Address = dyn_cast<UnaryOperator>(Init->IgnoreParenImpCasts());
  return Address && Address->getOpcode() == UO_AddrOf ? Address : nullptr;
}

static std::optional<AccessPath> ofVariable(const ValueDecl &D) {
  if (const auto *Part = dyn_cast<BindingDecl>(&D))
    if (const Expr *Bound = Part->getBinding())
      if (std::optional<AccessPath> Path = AccessPath::of(Bound))
        return Path;
  const auto *Variable = dyn_cast<VarDecl>(&D);
  if (!Variable && !isa<BindingDecl>(D))
    return std::nullopt;
  if (const Expr *Other = Variable ? aliased(*Variable) : nullptr)
    if (std::optional<AccessPath> Path = AccessPath::of(Other))
      return Path;
  return AccessPath{&D, {}};
}

std::optional<AccessPath> AccessPath::of(const Expr *E) {
  E = valueSource(E);
  if (!E)
    return std::nullopt;
  if (isa<CXXThisExpr>(E))
    return AccessPath{};
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return ofVariable(*Ref->getDecl());
  if (const auto *Member = dyn_cast<MemberExpr>(E)) {
    std::optional<AccessPath> Path = of(Member->getBase());
    if (Path)
      Path->Fields.push_back(Member->getMemberDecl());
    return Path;
  }
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return Unary->getOpcode() == UO_Deref || Unary->getOpcode() == UO_AddrOf
               ? of(Unary->getSubExpr())
               : std::nullopt;
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    if (const Expr *Holder = holderIn(*Call))
      return of(Holder);
    if (const Expr *Referred = referredBy(*Call))
      return of(Referred);
  }
  return std::nullopt;
}

} // namespace asynctidy
