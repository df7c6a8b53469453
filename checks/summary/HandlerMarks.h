// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a handler leaves behind for the code after it. A handler cannot await,
// so that a coroutine which must do so notes down what happened, and does the
// rest of the handler's work afterwards.
#pragma once

#include "clang/AST/Stmt.h"
#include "llvm/ADT/DenseSet.h"

namespace asynctidy {

class HandlerMarks {
public:
  explicit HandlerMarks(const clang::Stmt &Handler) { collect(Handler); }

  /// Whether \p S looks at something that the handler gave a value.
  bool areSeenBy(const clang::Stmt &S) const;

private:
  void collect(const clang::Stmt &S);

  llvm::DenseSet<const clang::ValueDecl *> Assigned;
};

/// The variable or field that \p S gives a new value; null where it is none.
const clang::ValueDecl *assignedBy(const clang::Stmt &S);

} // namespace asynctidy
