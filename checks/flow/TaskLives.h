// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What becomes of the tasks, handles and guards that a function makes, on every
// path through it.
#pragma once

#include "ValueUses.h"
#include "model/Work.h"
#include <vector>

namespace asynctidy {

/// One step of the way on which work is lost, in the order it is taken.
struct LossStep {
  enum Kind {
    Holds,       ///< the condition At is true
    Fails,       ///< the condition At is false
    Leaves,      ///< the function is left by the statement At
    FunctionEnd, ///< the function ends after the block At
    ScopeEnd,    ///< the variable dies with the block At
    Replaced,    ///< the place is given another value at At
    Emptied,     ///< the place is cleared at At
    Awaited,     ///< what the place held is awaited at At
    MovedAway,   ///< or moved away
  } What;
  const clang::Stmt *At;
  bool NextIteration = false; ///< of a loop that both ends are in
};

/// Work that is dropped, or a task that is awaited although it is gone.
struct Loss {
  enum Kind {
    Dropped,      ///< at once; Why says by what
    Never,        ///< kept, and nobody takes it
    OnSomePath,   ///< kept, and taken on other paths
    LosesRace,    ///< kept, and only raced; Why says where
    Overwritten,  ///< its place gets another value
    ThrownAway,   ///< its place is cleared
    AwaitedAgain, ///< the task that the place held has been awaited
    AwaitedGone,  ///< or moved away
    GuardDropped, ///< what an await gave is released at once
  } What;
  /// The work; of AwaitedAgain and AwaitedGone only Site is set, to the mention
  /// that awaits.
  Work Made;
  Use Why;      ///< of Dropped: what is done with it instead
  Place KeptIn; ///< none if it is dropped at once
  std::vector<LossStep> Path;
  /// Uses by functions whose bodies are in other files: it is lost if none of
  /// these looks at what it is given.
  std::vector<Use> Unseen;
};

/// Follows the work of one function. Finds nothing in templates that were not
/// instantiated and in functions with absurdly many branches.
class TaskLives {
public:
  TaskLives(const clang::FunctionDecl &F, const Model &M);

  /// In the order of the text.
  llvm::ArrayRef<Loss> losses() const { return Losses; }

  /// Those that are losses only if functions that are not seen here do nothing
  /// with what they are given.
  llvm::ArrayRef<Loss> doubtful() const { return Doubtful; }

private:
  std::vector<Loss> Losses, Doubtful;
};

} // namespace asynctidy
