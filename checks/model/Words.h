// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Words in messages: what a user may have meant, and what there is to choose.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace asynctidy {

/// The word of \p Known that is nearest to \p Word; empty where none is near.
llvm::StringRef nearest(llvm::StringRef Word,
                        llvm::ArrayRef<llvm::StringRef> Known);
/// "; did you mean '...'?" with the nearest word, or nothing.
std::string suggestion(llvm::StringRef Word,
                       llvm::ArrayRef<llvm::StringRef> Known);

/// "'a', 'b' or 'c'".
std::string listOfWords(llvm::ArrayRef<llvm::StringRef> Words);

} // namespace asynctidy
