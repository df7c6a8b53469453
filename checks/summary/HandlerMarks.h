// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a handler leaves behind for the code after it. A handler cannot await,
// so that a coroutine which must do so notes down what happened, and does the
// rest of the handler's work afterwards.
#pragma once

#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseMap.h"
#include <optional>

namespace asynctidy {

class HandlerMarks {
public:
  explicit HandlerMarks(const clang::Stmt &Handler) { collect(Handler); }

  /// Whether \p S looks at something that the handler gave a value.
  bool areSeenBy(const clang::Stmt &S) const;

  /// What \p Condition is once the handler has run, where it asks for what the
  /// handler gave a value: a flag, a number, an exception pointer.
  std::optional<bool> answer(const clang::Expr &Condition,
                             const clang::ASTContext &AST) const;

private:
  struct Given {
    const clang::Expr *Value = nullptr; ///< null where that is not to be seen
    std::optional<bool> IsThere;        ///< of an optional: it holds something
  };
  void collect(const clang::Stmt &S);
  Given givenTo(const clang::Expr &E) const;

  llvm::DenseMap<const clang::ValueDecl *, Given> Assigned;
};

/// The variable or field that \p S gives a new value; null where it is none.
const clang::ValueDecl *assignedBy(const clang::Stmt &S);

} // namespace asynctidy
