// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the value of an expression refers to without owning it. Only what the
// text shows: a pointer that comes from elsewhere refers to nothing known.
#pragma once

#include "RuleMatcher.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallVector.h"

namespace asynctidy {

/// An object that something refers to.
struct Referent {
  /// A temporary that dies with its full-expression; null for variables.
  const clang::MaterializeTemporaryExpr *Temporary = nullptr;
  /// A local variable or a by-value parameter, or, with IsReference, a
  /// parameter that refers to something of the caller's.
  const clang::VarDecl *Variable = nullptr;
  bool IsReference = false;

  bool operator==(const Referent &Other) const {
    return Temporary == Other.Temporary && Variable == Other.Variable &&
           IsReference == Other.IsReference;
  }
};
using Referents = llvm::SmallVector<Referent, 2>;

class Borrowing {
public:
  explicit Borrowing(const RuleMatcher &Rules) : Rules(Rules) {}

  /// What a reference that is bound to \p E refers to.
  Referents objectOf(const clang::Expr *E) const;
  /// What the value of \p E, a pointer, view, closure or aggregate of such,
  /// refers to.
  Referents referredBy(const clang::Expr *E) const;
  /// What \p Parameter refers to when it is given \p Arg.
  Referents givenTo(const clang::ParmVarDecl &Parameter,
                    const clang::Expr *Arg) const;

  /// Whether a value of \p T refers to something that it does not own.
  bool isView(clang::QualType T) const;

private:
  friend class ReferentFinder;
  const RuleMatcher &Rules;
};

/// Whether \p T owns what it gives references to: containers, strings,
/// std::unique_ptr.
bool isOwner(clang::QualType T);

} // namespace asynctidy
