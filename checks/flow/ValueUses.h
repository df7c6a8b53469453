// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where the values of a function's expressions go.
#pragma once

#include "Place.h"
#include "model/Model.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

namespace asynctidy {

/// What is done with the value of one expression.
struct Use {
  enum Kind {
    HandedOn,   ///< anything that is not one of the others
    Discarded,  ///< a statement of its own, the left of a comma
    CastToVoid, ///< `(void)value`
    Ignored,    ///< `std::ignore = value`, `auto _ = value`
    Unread,     ///< taken by a function or closure that never looks at it
    Awaited,    ///< by `co_await`
    Tested,     ///< converted to bool
    Asked,      ///< by a member that changes nothing and tells little
    Raced,      ///< with others, of which the library takes the first
    Cleared,    ///< `container.clear()`, `optional.reset()`
    Filled,     ///< something is put into it
    Kept,       ///< in To
    Returned,   ///< by return or co_return
  } What = HandedOn;
  /// Moved into a new object, so that nothing is left behind.
  bool Moved = false;
  /// Given up as an rvalue: `std::move(value)`, or it is one.
  bool AsRValue = false;
  Place To;                        ///< of Kept, and of an Unread capture
  bool Adds = false;               ///< Kept beside what is there already
  bool Alone = false;              ///< Discarded at the end of a statement
  const clang::Expr *By = nullptr; ///< the await, call or assignment
  const clang::FunctionDecl *Callee = nullptr; ///< of Unread
  unsigned Parameter = 0;                      ///< of Callee: 0-based
  bool IsUnseen = false; ///< what Callee does is only supposed

  static Use of(Kind What, const clang::Expr *By = nullptr) {
    Use U;
    U.What = What;
    U.By = By;
    return U;
  }

  /// Whether somebody else is in charge of the value after that.
  bool takes() const {
    return What == HandedOn || What == Awaited || What == Returned ||
           What == Kept;
  }
};

/// The uses of one function's expressions, closures inside it left out: they
/// are functions of their own.
class ValueUses {
public:
  /// \p Body is the body that was written, not a CoroutineBodyStmt.
  /// \p Doubts: whether functions whose bodies are in other files are supposed
  /// never to look at the tasks that they are given references to. Otherwise
  /// these are handed on.
  ValueUses(const clang::Stmt &Body, const Model &M, bool Doubts = false);

  /// What is done with the value of \p E: of every call, construction and await
  /// that gives an object, and of every mention of a place. Null for others.
  const Use *of(const clang::Expr &E) const;

  /// All expressions that have a use, in the order of the text.
  llvm::ArrayRef<const clang::Expr *> all() const { return Order; }

  /// The places whose value a loop takes, on some way through it.
  llvm::ArrayRef<Place> takenIn(const clang::Stmt &Loop) const;

  /// Whether others would tell more if doubted.
  bool areDoubtful() const { return Doubtful; }

  /// Whether \p P is asked how it is doing, anywhere.
  bool isAsked(Place P) const { return Asked.contains(P); }

  /// The place that the assignment \p E gives something which is no work.
  Place replacedBy(const clang::Expr &E) const {
    return Replacements.lookup(&E);
  }

  /// The block at whose end \p Variable dies; null where it is none of the
  /// body's.
  const clang::Stmt *scopeOf(const clang::ValueDecl &Variable) const {
    return Scopes.lookup(&Variable);
  }

private:
  friend class UseFinder;
  llvm::DenseMap<const clang::Stmt *, llvm::SmallVector<Place, 2>> TakenInLoop;
  llvm::DenseSet<Place> Asked;
  llvm::DenseMap<const clang::ValueDecl *, const clang::Stmt *> Scopes;
  llvm::DenseMap<const clang::Expr *, Place> Replacements;
  llvm::DenseMap<const clang::Expr *, Use> Uses;
  std::vector<const clang::Expr *> Order;
  bool Doubtful = false;
};

} // namespace asynctidy
