// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A precompiled header in a database was made by another compiler, or by this
// one with other flags, or not yet. Its header is included instead.
#pragma once

#include "llvm/ADT/StringMap.h"
#include <string>
#include <vector>

namespace clang {
class FileManager;
class PreprocessorOptions;
} // namespace clang

namespace asynctidy {

/// Has a translation unit include the header of the precompiled one it would
/// load, whether a flag names that or the compiler found it beside the header.
void includeInsteadOfPch(clang::PreprocessorOptions &Options,
                         clang::FileManager &Files);

/// The same for those that other commands of the database make, which is the
/// only way to know when the header is called otherwise or lies elsewhere: in
/// \p Command, which runs in \p Directory. \p Made maps precompiled headers to
/// what they are made of, both absolute.
void includeInsteadOfPch(std::vector<std::string> &Command,
                         llvm::StringRef Directory,
                         const llvm::StringMap<std::string> &Made);

} // namespace asynctidy
