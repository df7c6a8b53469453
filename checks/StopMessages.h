// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What messages say about handlers that take the signal to stop.
#pragma once

#include "Finding.h"
#include "model/Model.h"
#include "summary/CaughtSignals.h"

namespace asynctidy {

/// "'catch (const std::exception &)'".
std::string handlerName(const clang::CXXCatchStmt &Handler);

/// A finding of the check \p Check at the handler of \p Caught, with a note at
/// the await that throws.
Finding findingAt(const CaughtSignal &Caught, llvm::StringRef Check,
                  std::string Message);

/// Adds how to let the signal through; a fix where a handler for it alone can
/// be put before the other.
void adviseRethrow(Finding &F, const CaughtSignal &Caught, const Model &M);

} // namespace asynctidy
