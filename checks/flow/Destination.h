// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "LexicalScopes.h"
#include "model/Model.h"

namespace asynctidy {

/// Where the value of one expression goes, seen from the expressions and
/// statements around it. What passes it on unchanged, collects it with others
/// or makes one task of another is looked through.
struct Destination {
  enum Kind {
    Elsewhere, ///< not to be seen from here
    Awaited,   ///< or yielded: the frame stays as it is meanwhile
    Kept,      ///< in the local Variable
    Stored,    ///< in a field, a global or somebody else's container
    Returned,  ///< by return or co_return
    Started,   ///< by a call that a rule says lets it run
    HandedOn,  ///< an argument of any other call
    Discarded, ///< the value of a statement
  } What = Elsewhere;
  const clang::VarDecl *Variable = nullptr;
  /// The await, statement or call.
  const clang::Stmt *At = nullptr;
  /// Of Started: the rule; null where At gives the task away for good.
  const RuleEntry *Spawn = nullptr;
};

/// Where the value of \p E, in the function \p In, goes.
Destination destinationOf(const clang::Expr &E, const LexicalScopes &Scopes,
                          const Model &M, const clang::FunctionDecl &In);

/// The expressions of \p Body that name \p V, closures left out, in the order
/// of the text.
std::vector<const clang::Expr *> mentionsOf(const clang::ValueDecl &V,
                                            const clang::Stmt &Body);

} // namespace asynctidy
