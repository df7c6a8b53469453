// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "FlowGraph.h"
#include "LexicalScopes.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace asynctidy {

/// Whether, after \p From, the loop \p Loop around it can come to it once more,
/// in another iteration of that loop, without taking a step or a branch that
/// \p Stops says ends the way: the first for each step in between, the second
/// for each condition that decides on the way on (the statement it belongs to).
bool comesBack(const FlowGraph &Graph, const LexicalScopes &Scopes,
               const clang::Stmt &From, const clang::Stmt &Loop,
               llvm::function_ref<bool(const clang::Stmt &Step)> Stops,
               llvm::function_ref<bool(const clang::Stmt &Branch)> StopsAt);

} // namespace asynctidy
