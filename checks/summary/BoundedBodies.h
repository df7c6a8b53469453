// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "FanOuts.h"
#include "RecursiveResults.h"
#include "flow/Bounds.h"

namespace asynctidy {

/// What functions of the project do about the number of tasks, as far as their
/// bodies show.
class BoundedBodies {
public:
  BoundedBodies(const Model &M, const FanOutOptions &Options)
      : M(M), Options(Options) {}

  /// Whether \p F waits for a place somewhere, or in what it calls.
  bool bounds(const clang::FunctionDecl &F);

  /// As bounds, but functions whose bodies are in other files are not assumed
  /// to: where none else does, they are added to \p Unseen.
  bool boundsFor(const clang::FunctionDecl &F, UnseenFunctions &Unseen);

  /// Whether there may be more than boundsFor tells.
  bool isCut(const clang::FunctionDecl &F) const { return Known.isCut(F); }

  /// The step of \p F that is certain to wait for a place; null if there is
  /// none.
  const clang::Expr *certainBound(const clang::FunctionDecl &F);

  /// A call in \p F, or in what it calls, that starts a task which goes on when
  /// \p F has returned. None where \p F bounds how many.
  std::optional<Start> startIn(const clang::FunctionDecl &F,
                               unsigned Depth = 3);

private:
  /// What the body of a function shows.
  struct Answer {
    bool Bounds = false;
    std::vector<const clang::FunctionDecl *> Unseen; ///< they may
  };
  const Answer &answer(const clang::FunctionDecl &F);
  const clang::Expr *findBound(const clang::FunctionDecl &F, bool Certain,
                               UnseenFunctions &Unseen);
  bool goesOn(const Start &S, const clang::FunctionDecl &F,
              const LexicalScopes &Scopes);

  const Model &M;
  const FanOutOptions &Options;
  RecursiveResults<Answer> Known;
};

/// The body that was written; null where it is not to be seen.
const clang::Stmt *writtenBodyOf(const clang::FunctionDecl &F);

/// The variable or field that \p Owner is in the end; null for others.
const clang::ValueDecl *ownerOf(const clang::Expr *Owner);

} // namespace asynctidy
