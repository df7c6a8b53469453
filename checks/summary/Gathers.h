// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "flow/LexicalScopes.h"
#include "model/Model.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

namespace asynctidy {

/// The calls, or constructions, of one function that await all of several
/// tasks, as many at once as there are. Where no rule says so, a function that
/// is given tasks, gives something to await, and has a name like `when_all`.
class Gathers {
public:
  Gathers(const clang::FunctionDecl &F, const clang::Stmt &Body,
          const LexicalScopes &Scopes, const Model &M)
      : F(F), Body(Body), Scopes(Scopes), M(M) {}

  bool isGather(const clang::Expr &Call) const;

  /// The gather that is given the local container \p Tasks; null if none is.
  const clang::Expr *gatherOf(const clang::VarDecl &Tasks) const;
  /// The same, of a container that \p E names.
  const clang::Expr *gatherOfNamedIn(const clang::Expr &E) const;

  /// Tasks that are made of the elements of Range.
  struct Many {
    const clang::Expr *Range;
    const clang::Expr *Callable; ///< makes them; may be null
  };
  /// What the gather \p Call makes itself, or is given as a range that makes
  /// its elements when it is asked.
  std::optional<Many> manyIn(const clang::Expr &Call) const;

  /// Whether each call of \p F makes a task that was not there before.
  bool makesTasks(const clang::FunctionDecl &F) const;

private:
  const clang::Expr *startOfEach(const clang::CXXForRangeStmt &Loop) const;
  std::optional<Many> transformed(const clang::Expr *E, unsigned Depth) const;

  const clang::FunctionDecl &F;
  const clang::Stmt &Body;
  const LexicalScopes &Scopes;
  const Model &M;
};

} // namespace asynctidy
