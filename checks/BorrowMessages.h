// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the checks of references that dangle say in the same words.
#pragma once

#include "FindingAt.h"
#include "summary/BorrowedTasks.h"

namespace asynctidy {

/// "a temporary 'std::string'", "'name'": what \p Task refers to.
std::string objectName(const BorrowedTask &Task);

/// When the object dies: "at the end of this statement", "when 'f' returns".
std::string deathOf(const BorrowedTask &Task, const clang::FunctionDecl &In);

/// What is done with the task too late, and what it needs the object for.
void addSteps(Finding &F, const BorrowedTask &Task);

/// Where the finding about \p Task belongs: at the argument in the text, or at
/// the call.
Step stepAt(const BorrowedTask &Task, std::string Message);

} // namespace asynctidy
