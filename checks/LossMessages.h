// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the checks of a task's life say in the same words.
#pragma once

#include "FindingAt.h"
#include "Wording.h"
#include "flow/TaskLives.h"

namespace asynctidy {

/// "'f'", "a lambda": what \p Made comes from.
inline std::string makerName(const Work &Made) { return calleeName(Made.Site); }

/// "t", "pair.first".
std::string nameOf(Place P);

/// ", kept in 't',", or nothing.
std::string keptIn(const Loss &L);

/// What dropping work means: "it never runs".
std::string meaning(Drop OnDrop);

/// "is never awaited", "is not awaited on every path": \p Verb is "awaited".
std::string fate(const Loss &L, llvm::StringRef Verb);

/// A finding at the place of \p L, with the way that leads to it.
Finding findingOf(const Loss &L, llvm::StringRef Check, std::string Message);

} // namespace asynctidy
