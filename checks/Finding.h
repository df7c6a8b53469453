// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "program/Records.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace clang {
class FunctionDecl;
class SourceManager;
} // namespace clang

namespace asynctidy {

/// One place in the source and what is to be said about it.
struct Step {
  clang::SourceLocation Loc;
  /// The tokens meant; may be invalid where only the location is known.
  clang::SourceRange Range;
  std::string Message;
};

/// Where \p S stands in a file: what came from a macro is told where it is
/// used, so that every front end shows the same place.
Step inFile(Step S, const clang::SourceManager &SM);

/// What a finding takes for granted about a function whose body is in another
/// file.
struct Assumption {
  const clang::FunctionDecl *Of = nullptr;
  program::Fact What = program::Fact::Throws;
  unsigned Parameter = 0; ///< of Fact::Uses: 0-based
  bool Expected = true;
  /// Whether the finding stands where nothing is known about it.
  bool IfUnknown = false;

  bool operator==(const Assumption &O) const {
    return Of == O.Of && What == O.What && Parameter == O.Parameter &&
           Expected == O.Expected && IfUnknown == O.IfUnknown;
  }
};

/// What a check has to say about one place: a value, without any text format.
///
/// A check may say several things about one place, each if others hold: then
/// the first one that stands is meant.
///
/// Locations belong to the SourceManager of the AST that was analysed. Messages
/// are lower case, without full stop and without '[', names in single quotes.
struct Finding {
  /// The check's name, `async-...`; points into the check table.
  llvm::StringRef Check;
  /// Whose body it is in; null where a linked check looked at no AST.
  const clang::FunctionDecl *In = nullptr;
  /// Where the reader must act, with what is wrong and why.
  Step Main;
  /// How the analysis got there, outermost step first: the hops of a call
  /// chain, the suspension points a lock is held across.
  std::vector<Step> Path;
  /// What to do, or what else helps to understand; shown after the path.
  std::vector<Step> Notes;
  std::vector<clang::FixItHint> Fixes;
  /// It stands only if all of these do.
  std::vector<Assumption> Assumptions;
};

} // namespace asynctidy
