// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What other files may want to know of a function that they only see declared.
#pragma once

#include "BoundedBodies.h"
#include "ErrorEscape.h"
#include "Finding.h"
#include "StopArrivals.h"
#include "program/Records.h"

namespace asynctidy {

/// What a function's body says about one fact (see program::Claim).
struct BodyClaim {
  program::Fact What = program::Fact::Throws;
  unsigned Parameter = 0;
  bool Holds = false;
  std::vector<Step> Why; ///< none where there is nothing to show
  /// A function that is not seen here, and how its fact leads to this one.
  struct Ground {
    const clang::FunctionDecl *Of = nullptr;
    std::vector<Step> Why;
  };
  /// It holds if it holds of any of them.
  std::vector<Ground> AnyOf;
};

/// Reads claims from the bodies of one AST. Claims that would change nothing,
/// whoever asked, are not made: what nobody claims is not known.
class Claims {
public:
  Claims(const Model &M, ErrorEscape &Errors, StopArrivals &Stops)
      : M(M), Errors(Errors), Stops(Stops), Bodies(M, Options) {}

  /// Those of \p F, if other files can call it without its body.
  std::vector<BodyClaim> of(const clang::FunctionDecl &F);

private:
  void ofCoroutine(const clang::FunctionDecl &F);
  void ofHelper(const clang::FunctionDecl &F);
  void ofParameters(const clang::FunctionDecl &F);
  bool throwsAgain(const clang::FunctionDecl &Shown, unsigned Depth);
  bool throwsAgain(const clang::Stmt &S, unsigned Depth);
  bool throwsAgain(const clang::CallExpr &Call, unsigned Depth);
  std::vector<const clang::FunctionDecl *>
  mayThrowAgain(const clang::FunctionDecl &F) const;

  const Model &M;
  ErrorEscape &Errors;
  StopArrivals &Stops;
  const FanOutOptions Options; ///< without what a project may add
  BoundedBodies Bodies;
  std::vector<BodyClaim> Found;
  static constexpr unsigned MaxDepth = 2; ///< of helpers that call helpers
  llvm::DenseMap<std::pair<const clang::FunctionDecl *, unsigned>, bool>
      ThrowsAgain;
};

} // namespace asynctidy
