// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace clang {
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

/// What a check has to say about one place: a value, without any text format.
///
/// Locations belong to the SourceManager of the AST that was analysed. Messages
/// are lower case, without full stop and without '[', names in single quotes.
struct Finding {
  /// The check's name, `async-...`; points into the check table.
  llvm::StringRef Check;
  /// Where the reader must act, with what is wrong and why.
  Step Main;
  /// How the analysis got there, outermost step first: the hops of a call
  /// chain, the suspension points a lock is held across.
  std::vector<Step> Path;
  /// What to do, or what else helps to understand; shown after the path.
  std::vector<Step> Notes;
  std::vector<clang::FixItHint> Fixes;
};

} // namespace asynctidy
