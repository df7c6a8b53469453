// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From what lives with an AST to plain values.
#pragma once

#include "Finding.h"
#include "ResolvePlace.h"
#include "report/Report.h"

namespace clang {
class LangOptions;
class SourceManager;
} // namespace clang

namespace asynctidy {

report::Diagnostic resolve(const Finding &Found, const clang::SourceManager &SM,
                           const clang::LangOptions &Language);

} // namespace asynctidy
