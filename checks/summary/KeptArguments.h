// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/Borrowing.h"
#include "model/Model.h"
#include "llvm/ADT/DenseMap.h"

namespace asynctidy {

/// Finds out whether the task that a function returns refers to what the
/// function was given, and looks at it after the call has returned.
class KeptArguments {
public:
  explicit KeptArguments(const Model &M) : M(M), Refers(M.rules()) {}

  struct Answer {
    enum Kind {
      No,
      Assumed, ///< its body is not to be seen, and it returns a lazy task
      Yes,
    } What = No;
    /// Of Yes: what looks at it, in the body that does; null where an
    /// annotation says so.
    const clang::Stmt *UsedAt = nullptr;
    /// Of Yes: it is certain to be looked at after the first suspension.
    bool UsedLater = false;
  };

  /// Whether that holds of what the argument \p Index of \p F refers to.
  Answer argument(const clang::FunctionDecl &F, unsigned Index);
  /// Whether that holds of the object that the method \p F is called on; of a
  /// closure: of its captures.
  Answer object(const clang::CXXMethodDecl &F);

  const Borrowing &borrowing() const { return Refers; }

private:
  /// The parameter, or null for the object.
  using Subject = const clang::ParmVarDecl *;
  Answer inBody(const clang::FunctionDecl &Shown, Subject Of);
  Answer inCoroutine(const clang::FunctionDecl &Shown, Subject Of);
  const clang::Stmt *lentToAwaited(const clang::Stmt &S, Subject Of);
  Answer inReturned(const clang::Stmt &S, Subject Of);
  Answer inCall(const clang::CallExpr &Call, Subject Of);
  bool isPassed(const Referents &Given, Subject Of) const;
  Answer unseen(const clang::FunctionDecl &F) const;

  const Model &M;
  Borrowing Refers;
  unsigned Depth = 0; ///< of functions that return what others return
};

} // namespace asynctidy
