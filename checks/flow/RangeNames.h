// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What names of functions tell about ranges; for the files of GrowthFinder.
#pragma once

#include "Growth.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy {

inline const Growth IsBounded = {Growth::Bounded, ""};

/// What \p Call calls, an object that is called like a function included.
std::string calledName(const clang::CallExpr &Call);

inline bool isIn(llvm::StringRef Name,
                 llvm::ArrayRef<llvm::StringLiteral> Names) {
  return llvm::is_contained(Names, Name);
}

/// Whether a function of that name gives only so many of what it is given.
inline bool limits(llvm::StringRef Name) {
  return isIn(Name, {"take", "take_exactly", "first", "last", "subspan",
                     "substr", "head", "single", "min", "clamp"});
}

/// Whether one of that name cuts what it is given in pieces.
bool chunks(llvm::StringRef Name);

} // namespace asynctidy
