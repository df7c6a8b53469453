// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Project.h"
#include "RuleMatcher.h"
#include <memory>

namespace asynctidy {

/// What becomes of unfinished work when the last that knows of it is dropped.
enum class Drop {
  Unknown,    ///< it has started; nothing else is known
  NeverRuns,  ///< it had not started, and never will
  Leaks,      ///< as NeverRuns, and its memory is not freed
  Detaches,   ///< it goes on; its result and errors are lost
  Cancels,    ///< it ends where it is
  Blocks,     ///< the thread waits until it is done
  Terminates, ///< the program ends
  Asserts,    ///< an assertion fails
};

/// The word of a rule's `on-drop`.
Drop dropNamed(llvm::StringRef Word);

/// A class of tasks: with a promise of its own, or declared by a rule.
struct TaskType {
  bool Lazy = true; ///< starts when awaited; else it runs at once
  Drop OnDrop = Drop::NeverRuns;
  /// Whether copies of it may be awaited, each of them.
  bool Shared = false;
  /// Whether its author says that it is not to be dropped: [[nodiscard]], or a
  /// rule.
  bool MustBeUsed = false;
  /// Whether even an lvalue can be awaited once only: it does not look whether
  /// it is done already.
  bool AwaitedOnce = false;
};

/// What the types of one AST are to somebody who awaits. Laziness is read from
/// the promise's initial_suspend, what a drop does from the destructor where
/// that is the project's; rules add what types do not show.
class TaskTypes {
public:
  TaskTypes(const clang::ASTContext &AST, const RuleMatcher &Rules,
            const Project &P)
      : AST(AST), Rules(Rules), TheProject(P) {}

  /// What kind of task a value of \p T is; null for what is none: other types,
  /// synchronous generators, and work that nobody is meant to wait for.
  const TaskType *find(clang::QualType T) const;

  /// Whether \p T is a task, or anything else that has an awaiter.
  bool isAwaitable(clang::QualType T) const;

  /// Whether coroutines that return \p T begin at once and leave nothing behind
  /// to wait for.
  bool beginsAlone(clang::QualType T) const;

  /// Whether \p T is a lock, permit or units object that gives back what it
  /// holds when it is destroyed.
  bool isGuard(clang::QualType T) const;

private:
  std::optional<TaskType> make(const clang::CXXRecordDecl &Record) const;
  Drop dropOf(const clang::CXXRecordDecl &Record, bool Lazy) const;

  const clang::ASTContext &AST;
  const RuleMatcher &Rules;
  const Project &TheProject;
  mutable llvm::DenseMap<const clang::CXXRecordDecl *,
                         std::unique_ptr<const TaskType>>
      Known;
};

} // namespace asynctidy
