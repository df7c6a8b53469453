// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Model.h"

namespace asynctidy {

/// Whether the variable or member \p Channel, of a type that the rule \p Entry
/// is about, is made so that it holds any number of items. False where that is
/// not to be seen.
bool isUnbounded(const clang::ValueDecl &Channel, const RuleEntry &Entry,
                 const Model &M);

} // namespace asynctidy
