// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/Model.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace asynctidy {

/// Who waits for the coroutines of one AST, as far as calls show it.
class Awaiters {
public:
  explicit Awaiters(const Model &M);

  /// Whether some function awaits a call of \p F in place.
  bool isAwaited(const clang::FunctionDecl &F) const {
    return Awaited.contains(F.getCanonicalDecl());
  }
  /// Whether a rule's spawn starts \p F: it is the top of a task of its own.
  bool isStarted(const clang::FunctionDecl &F) const {
    return Started.contains(F.getCanonicalDecl());
  }

private:
  void visit(const clang::Stmt &S, const clang::FunctionDecl &In);

  const Model &M;
  llvm::SmallPtrSet<const clang::FunctionDecl *, 16> Awaited, Started;
};

} // namespace asynctidy
