// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Forward.h"
#include "model/Model.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"

namespace asynctidy {

/// What holds at each statement of a function on the paths that lead there:
/// where the function runs (on the event loop, or elsewhere after an executor
/// switch), and which results a poll has proven to be ready.
class PathFacts {
public:
  /// Looks at \p F's flow graph. Where Clang has none (in a template that was
  /// not instantiated), nothing is ready, and everything runs on the loop
  /// unless the function has an executor switch or a test for the loop.
  PathFacts(const clang::FunctionDecl &F, Model &M);

  /// Whether some path leads to \p S on the event loop.
  bool mayRunOnLoop(const clang::Stmt *S) const;

  /// Whether every path to \p S has moved the function off the loop, and not
  /// only until the next suspension.
  bool staysElsewhere(const clang::Stmt *S) const;

  /// Whether \p Result is ready on every path to \p S.
  bool isReady(const clang::ValueDecl *Result, const clang::Stmt *S) const;

private:
  struct State {
    bool OnLoop = false;         ///< on some path
    bool Away = false;           ///< on some path, until a switch back
    bool AwayUntilAwait = false; ///< on some path, until the next suspension
    llvm::SmallPtrSet<const clang::ValueDecl *, 2> Ready; ///< on every path
  };

  // What Forward asks for.
  friend class Forward<PathFacts>;
  static State start();
  void step(const clang::Stmt &S, State &Now) const;
  bool branch(const clang::CFGBlock &From, unsigned Index, State &Now) const;
  static void unwind(State &) {}
  static bool join(State &Into, const State &From);

  void run(const FlowGraph &Graph);
  void await(const clang::CoawaitExpr &Await, State &Now) const;
  /// Follows at most \p Variables variables into their initializers.
  void assume(const clang::Expr *Condition, bool Value, State &Now,
              unsigned Variables = 8) const;
  void assumeEqual(const clang::Expr *Side, const clang::Expr *Other,
                   bool Equal, State &Now) const;
  void collectAssigned(const FlowGraph &Graph);
  const clang::ValueDecl *
  polledWhere(const clang::Expr *E,
              llvm::function_ref<bool(int64_t)> Test) const;

  const clang::FunctionDecl &F;
  Model &M;
  llvm::DenseMap<const clang::Stmt *, State> Before;
  llvm::DenseMap<const clang::ValueDecl *,
                 llvm::SmallVector<const clang::Expr *, 2>>
      Assigned;
  bool Unknown = false; ///< it moves, but nobody can say where
};

} // namespace asynctidy
