// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Options.h"
#include "clang-tidy/ClangTidyOptions.h"
#include <memory>

namespace asynctidy {

/// Reads .clang-tidy, --config and --config-file as clang-tidy does, except
/// that what cannot be understood is told to \p Mistakes (which must outlive
/// the provider) instead of being passed over. Null when it is --config or
/// --config-file that cannot be read.
std::unique_ptr<clang::tidy::ClangTidyOptionsProvider>
makeConfigProvider(const Options &CommandLine,
                   std::vector<std::string> &Mistakes);

} // namespace asynctidy
