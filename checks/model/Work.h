// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "CallSite.h"
#include "TaskTypes.h"

namespace asynctidy {

class Model;

/// Asynchronous work that an expression gives to whoever takes its value, who
/// must see to it that somebody waits for it.
struct Work {
  enum Kind {
    Task,      ///< a task
    InnerTask, ///< a task that awaiting another task gave
    Operation, ///< known to a rule, does nothing until it is awaited
    Handle,    ///< of work that a rule says has been started
    Lock,      ///< awaiting it gives a lock
    Permit,    ///< awaiting it gives a permit, or units of a semaphore
  } What = Task;
  bool Lazy = true;
  Drop OnDrop = Drop::NeverRuns;
  bool MustBeUsed = true;  ///< says who made the type or the function
  bool GivesGuard = false; ///< awaiting it gives an object that must be kept
  /// The call, construction or await that made it.
  CallSite Site;
  /// The rule that says so; null where the type does.
  const RuleEntry *Entry = nullptr;

  bool isGuard() const { return What == Lock || What == Permit; }
};

/// The work that the value of \p E is, when \p E makes it, in \p In. What only
/// names existing work makes none.
std::optional<Work> workMadeBy(const clang::Expr &E, const Model &M,
                               const clang::FunctionDecl *In);

/// What awaiting \p Await in \p In gives, if that is a lock or permit; its Site
/// is the awaited call.
std::optional<Work> guardGivenBy(const clang::CoawaitExpr &Await,
                                 const Model &M, const clang::FunctionDecl *In);

} // namespace asynctidy
