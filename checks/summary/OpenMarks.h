// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a coroutine marks for others before it is suspended, and takes back by
// hand after it.
#pragma once

#include "StopArrivals.h"
#include "model/SharedMarks.h"

namespace asynctidy {

/// A mark that stays if the coroutine is cancelled.
struct OpenMark {
  MarkChange::Kind What = MarkChange::Flag;
  /// The variable, field or lock.
  const clang::ValueDecl *Of = nullptr;
  const clang::Stmt *Set = nullptr;
  /// The suspension that cancellation comes out of.
  const clang::CoawaitExpr *At = nullptr;
  const clang::Stmt *Reset = nullptr;
};

/// Those of the coroutine \p F, in the order of the text: one for each thing
/// that is marked.
std::vector<OpenMark> openMarksOf(const clang::FunctionDecl &F, const Model &M,
                                  StopArrivals &Arrivals);

} // namespace asynctidy
