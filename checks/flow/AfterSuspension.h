// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/Model.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace asynctidy {

/// The first step, in the text, of the coroutine \p F for which \p Counts holds
/// and that some path reaches after a suspension; null if there is none, or no
/// graph of \p F.
const clang::Stmt *
firstAfterSuspension(const clang::FunctionDecl &F, const Model &M,
                     llvm::function_ref<bool(const clang::Stmt &)> Counts);

} // namespace asynctidy
