// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "StoredCallables.h"

namespace asynctidy {

/// Notes what comes into a variable, once it is known that something does.
class StoreCollector {
public:
  StoreCollector(StoredCallables &Result, const Model &M)
      : Result(Result), M(M) {}

  /// What \p E is, or is made of, comes into \p Into, if that is a variable to
  /// collect for; both may be null.
  void put(const clang::Expr *E, const clang::ValueDecl *Into);

private:
  using Variable = const clang::ValueDecl;

  bool canHold(Variable *Into) const;
  void put(const clang::Expr *E, Variable &Into, const clang::Expr *At,
           unsigned Depth);
  bool putParameter(const clang::Expr &E, Variable &Into);
  bool putCallable(const clang::Expr &E, Variable &Into, const clang::Expr &At);
  void add(Variable &Into, StoredCallables::Store Store);

  StoredCallables &Result;
  const Model &M;
};

} // namespace asynctidy
