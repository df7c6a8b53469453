// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Text as JSON readers, editors and GitHub see it. What is no UTF-8 becomes
// U+FFFD, as they make it when they read a source.
#pragma once

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/ConvertUTF.h"
#include <string>

namespace asynctidy::report {

/// \p Text as JSON can hold it; what users have in their files need not be.
std::string utf8(llvm::StringRef Text);

/// The UTF-16 code units of \p Text.
llvm::SmallVector<llvm::UTF16, 0> utf16(llvm::StringRef Text);

/// The 1-based column of \p Line that counts UTF-16 code units, made of the one
/// that counts bytes. Behind the end of the line each byte is one.
unsigned utf16Column(llvm::StringRef Line, unsigned Column);

} // namespace asynctidy::report
