// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A precompiled header in a database was made by another compiler, or by this
// one with other flags, or not yet. Its header is included instead.
#pragma once

#include "llvm/ADT/StringRef.h"
#include <string>

namespace clang {
class FileManager;
class PreprocessorOptions;
} // namespace clang

namespace asynctidy {

/// Has a translation unit include the header of the precompiled one it would
/// load, whether a flag names that or the compiler found it beside the header.
void includeInsteadOfPch(clang::PreprocessorOptions &Options,
                         clang::FileManager &Files);

} // namespace asynctidy
