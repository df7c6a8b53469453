// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where one more task begins to run, or is made to be run later.
#pragma once

#include "Work.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace asynctidy {

/// A call after which there is one more task.
struct Start {
  enum Kind {
    Spawned, ///< given to something that lets it run
    Begun,   ///< runs as soon as it is made
    Made,    ///< is lazy: runs when somebody awaits it
  } What;
  const clang::CallExpr *At;
  /// The task, or what is called to make it; null where that is not to be seen.
  const clang::Expr *Task = nullptr;
  /// Whether Task was made by somebody else, who is to see to how many there
  /// are.
  bool IsThereAlready = false;
  /// The object that it is spawned on: a scope, a pool; or null.
  const clang::Expr *Owner = nullptr;
  Drop OnDrop = Drop::Unknown; ///< of what the call gives back
  /// What runs; null where nobody knows. May be only declared.
  const clang::FunctionDecl *Child = nullptr;
};

/// What the call \p E in \p In starts. Where no rule says so, a function with a
/// name like `spawn` starts the task, or the coroutine, that it is given.
std::optional<Start> startedAt(const clang::Expr &E, const Model &M,
                               const clang::FunctionDecl *In);

/// The function that makes \p Task, or that is called to make it, whatever it
/// is wrapped in; null where that is not to be seen.
const clang::FunctionDecl *makerOf(const clang::Expr *Task, const Model &M);

/// Whether \p Site gives a server's next connection: a rule says so, or its
/// name.
bool isAccept(const CallSite &Site, const RuleMatcher &Rules);

/// Calls \p Visit for every expression of \p S that its function evaluates, in
/// the order of the text: closures' bodies are left out.
void forEachExpression(const clang::Stmt &S,
                       llvm::function_ref<void(const clang::Expr &)> Visit);

} // namespace asynctidy
