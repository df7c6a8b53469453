// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "StopArrivals.h"

namespace asynctidy {

/// An await in an endless loop that tells of being cancelled by a value, after
/// which the loop goes on.
struct SwallowedCode {
  const clang::CoawaitExpr *Await = nullptr;
  const clang::Stmt *Loop = nullptr;
  /// The code's or type's name: "operation_aborted".
  std::string Signal;
  /// The variable or binding that has it; null where it is dropped.
  const clang::ValueDecl *Name = nullptr;
  /// What turns the signal into a value, where that is a call of its own.
  const clang::CallExpr *Turner = nullptr;
  /// Of a Turner: what it is given says which value, and tells nobody.
  bool HasCallable = false;
  /// It is compared with the code that says "cancelled", and stays anyway.
  bool Asked = false;
};

/// Those of the coroutine \p F, in the order of the text. Waiting for a time or
/// an event is left out: it is how coroutines wake each other.
std::vector<SwallowedCode> swallowedCodesOf(const clang::FunctionDecl &F,
                                            Model &M, StopArrivals &Arrivals);

} // namespace asynctidy
