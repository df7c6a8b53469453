// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Forward.h"
#include "ParameterConditions.h"
#include "model/Model.h"
#include "llvm/ADT/DenseMap.h"
#include <vector>

namespace asynctidy {

/// Which statements of a function are not reached when its parameters are given
/// certain values: `if (timeout > 0) sleep(timeout);` sleeps unless `timeout`
/// is at most 0. Parameters that may change are left out.
class ParameterTests {
public:
  /// Looks at \p F's flow graph; without one, nothing is known.
  ParameterTests(const clang::FunctionDecl &F, Model &M);
  ParameterTests(const ParameterTests &) = delete; // its parts refer to others
  ParameterTests &operator=(const ParameterTests &) = delete;

  /// The tests any of which, proven, means that S is not reached: at most four,
  /// those that are decided last.
  std::vector<program::ParameterTest> excluding(const clang::Stmt *S) const;

  /// Whether \p F has a parameter of a type that tests are about at all.
  static bool mayHelp(const clang::FunctionDecl &F);

private:
  /// What is ruled out on every path. No test implies another.
  using State = ParameterConditions::Tests;

  // What Forward asks for.
  friend class Forward<ParameterTests>;
  static State start() { return {}; }
  static void step(const clang::Stmt &, State &) {}
  bool branch(const clang::CFGBlock &From, unsigned Index, State &Now) const;
  static void unwind(State &) {}
  static bool join(State &Into, const State &From);

  const Parameters In;
  const ParameterConditions Conditions;
  llvm::DenseMap<const clang::Stmt *, State> Before;
};

} // namespace asynctidy
