// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How messages call functions, for all checks.
#pragma once

#include "model/CallSite.h"
#include <string>

namespace asynctidy {

/// Whether one of the globs of an option, as in Checks, is for \p Name.
bool isAccepted(llvm::StringRef Globs, llvm::StringRef Name);

/// "'f'" or, for a closure, "a lambda".
std::string quotedName(const clang::FunctionDecl &F);
/// "'f'", "this lambda": the function the reader is in.
std::string thisFunction(const clang::FunctionDecl &F);
/// "'f'", "a lambda": what \p Site calls; "this call" where that has no name.
std::string calleeName(const CallSite &Site);

} // namespace asynctidy
