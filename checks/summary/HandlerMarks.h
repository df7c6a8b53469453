// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a handler leaves behind for the code after it. A handler cannot await,
// so that a coroutine which must do so notes down what happened, and does the
// rest of the handler's work afterwards.
#pragma once

#include "flow/LexicalScopes.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace asynctidy {

class HandlerMarks {
public:
  /// \p Handler is one of \p Try, in the function of that \p Body.
  HandlerMarks(const clang::CXXTryStmt &Try, const clang::CXXCatchStmt &Handler,
               const clang::Stmt &Body, const LexicalScopes &Scopes);

  /// Whether \p S looks at something that the handler gave a value.
  bool areSeenBy(const clang::Stmt &S) const;

  /// What \p Condition is once the handler has run, where it asks for what the
  /// handler gave a value: a flag, a number, an exception pointer. Nothing if
  /// it may have another value by then.
  std::optional<bool> answer(const clang::Expr &Condition,
                             const clang::ASTContext &AST) const;

private:
  struct Given {
    const clang::Expr *Value = nullptr; ///< null where that is not to be seen
    std::optional<bool> IsThere;        ///< of an optional: it holds something
  };
  void collect(const clang::Stmt &S);
  void collectLater(const clang::Stmt &S, const clang::CXXTryStmt &Try);
  bool isReplacedBefore(const clang::Expr &Asked) const;

  llvm::DenseMap<const clang::ValueDecl *, Given> Assigned;
  /// What gives one of them another value, after the try in the text.
  llvm::SmallVector<const clang::Stmt *, 2> Later;
  const LexicalScopes &Scopes;
};

/// The variable or field that \p S gives a new value; null where it is none.
const clang::ValueDecl *assignedBy(const clang::Stmt &S);

} // namespace asynctidy
