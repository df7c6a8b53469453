// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "CallSite.h"
#include "Parameters.h"
#include "RuleMatcher.h"
#include "program/Records.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <vector>

namespace asynctidy {

/// What is known of what the callee's parameters are given at \p Site, in the
/// function \p In; of a function pointer's argument both that it is not null
/// and which function it is. Functions for which \p SymbolOf gives 0 are not
/// known.
std::vector<program::Argument> argumentFacts(
    const CallSite &Site, const Parameters &In, const RuleMatcher &Rules,
    clang::ASTContext &AST,
    llvm::function_ref<program::Symbol(const clang::FunctionDecl &)> SymbolOf);

} // namespace asynctidy
