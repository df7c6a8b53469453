// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Destination.h"

namespace asynctidy {

/// Whether work that a function starts has ended before something of the
/// function's dies, as far as its text shows. In doubt it has.
class Joins {
public:
  Joins(const clang::FunctionDecl &F, const clang::Stmt &Body,
        const LexicalScopes &Scopes, const Model &M)
      : F(F), Body(Body), Scopes(Scopes), M(M) {}

  /// Whether what the call \p Started gives back is used in the same
  /// full-expression: `start(task()).wait()`.
  bool endsAtOnce(const Destination &Started) const;

  /// Whether something waits for the work, or ends it, in the life of the local
  /// \p Object: its handle, its scope, what it runs on, or an await.
  bool endsInTime(const Destination &Started,
                  const clang::VarDecl &Object) const;

private:
  bool endsBefore(const clang::VarDecl &Owner,
                  const clang::VarDecl &Object) const;
  bool handleEnds(const clang::VarDecl &Handle, const Destination &Started,
                  const clang::VarDecl &Object) const;
  bool scopeEnds(const clang::CallExpr &Start,
                 const clang::VarDecl &Object) const;
  bool executorEnds(const Destination &Started,
                    const clang::VarDecl &Object) const;
  bool isAwaitedAfter(const clang::CallExpr &Start,
                      const clang::VarDecl &Object) const;

  const clang::FunctionDecl &F;
  const clang::Stmt &Body;
  const LexicalScopes &Scopes;
  const Model &M;
};

} // namespace asynctidy
