// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "MarkList.h"
#include "model/Names.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

/// Whether others can see \p Path as well: it is no local variable.
static bool isShared(const AccessPath &Path) {
  if (Path.Root && !Path.Fields.empty() &&
      typeIs(Path.Root->getType(), "std::shared_ptr"))
    return true;
  bool IsPointer =
      Path.Root && Path.Root->getType()->isPointerType() && Path.Fields.empty();
  return !Path.localVariable() && !IsPointer;
}

Mark &MarkList::markOf(MarkChange::Kind What, const AccessPath &Path) {
  auto Known = llvm::find_if(Marks, [&](const Mark &Has) {
    return Has.Found.What == What && Has.Path == Path;
  });
  if (Known != Marks.end())
    return *Known;
  Marks.push_back({});
  Marks.back().Path = Path;
  Marks.back().Found.What = What;
  return Marks.back();
}

void MarkList::note(const MarkChange &C, const AccessPath &Path,
                    const Stmt &S) {
  Mark &Known = markOf(C.What, Path);
  OpenMark &Found = Known.Found;
  Found.Of = Path.Fields.empty() ? Path.Root : Path.Fields.back();
  Known.IsTested |= C.Asks;
  const Stmt *&Slot = C.Sets ? Found.Set : Found.Reset;
  if (!Slot)
    Slot = &S;
}

/// A flag counts once it was asked for before it was set: then it keeps a
/// second one out.
void MarkList::noteTest(const Expr &Condition) {
  if (auto Path = Condition.getType()->isBooleanType() ||
                          typeIs(Condition.getType(), "std::atomic")
                      ? AccessPath::of(&Condition)
                      : std::nullopt;
      Path && isShared(*Path)) {
    Mark &Known = markOf(MarkChange::Flag, *Path);
    Known.IsTested |= !Known.Found.Set;
  }
  for (const Stmt *Child : Condition.children())
    if (const auto *Part = llvm::dyn_cast_or_null<Expr>(Child))
      noteTest(*Part);
}

void MarkList::collect(const Stmt &S) {
  if (isa<LambdaExpr>(S))
    return;
  if (const auto *If = dyn_cast<IfStmt>(&S))
    noteTest(*If->getCond());
  if (const auto *While = dyn_cast<WhileStmt>(&S))
    noteTest(*While->getCond());
  if (std::optional<MarkChange> C = markChangeBy(S, M))
    if (auto Path = AccessPath::of(C->Of);
        Path && (C->What == MarkChange::Permit || isShared(*Path)))
      note(*C, *Path, S);
  if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(&S))
    return collect(*Suspend->getOperand());
  for (const Stmt *Child : S.children())
    if (Child)
      collect(*Child);
}

/// Whether \p S, closures included, names \p D.
static bool names(const Stmt &S, const ValueDecl &D) {
  if (const auto *Lambda = dyn_cast<LambdaExpr>(&S))
    return names(*Lambda->getBody(), D);
  const auto *E = dyn_cast<Expr>(&S);
  if (E && isa<DeclRefExpr, MemberExpr>(E) && namedValue(E) == &D)
    return true;
  return llvm::any_of(S.children(), [&](const Stmt *Child) {
    return Child && names(*Child, D);
  });
}

/// Whether a local object of \p S takes the mark back when it dies: it has a
/// destructor, and was told of it.
bool MarkList::isGuarded(const Stmt &S, const Mark &Each) const {
  if (const auto *Declarations = dyn_cast<DeclStmt>(&S))
    for (const Decl *D : Declarations->decls()) {
      const auto *V = dyn_cast<VarDecl>(D);
      const CXXRecordDecl *Type =
          V ? V->getType()->getAsCXXRecordDecl() : nullptr;
      if (Type && Type->hasDefinition() && Type->hasNonTrivialDestructor() &&
          V->getInit() && Each.Found.Of && names(*V->getInit(), *Each.Found.Of))
        return true;
    }
  return llvm::any_of(S.children(), [&](const Stmt *Child) {
    return Child && isGuarded(*Child, Each);
  });
}

std::optional<MarkList::Change> MarkList::changeBy(const Stmt &S) const {
  std::optional<MarkChange> C = markChangeBy(S, M);
  auto Path = C ? AccessPath::of(C->Of) : std::nullopt;
  if (!Path)
    return std::nullopt;
  for (auto [Index, Each] : llvm::enumerate(Marks))
    if (Each.Found.What == C->What && Each.Path == *Path)
      return Change{static_cast<unsigned>(Index), C->Sets};
  return std::nullopt;
}

} // namespace asynctidy
