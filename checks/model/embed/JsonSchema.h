// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "llvm/Support/JSON.h"

namespace asynctidy {

/// The shape of a rule file as a JSON Schema, for editors: made of the same
/// table that the reader goes by (RuleSchema.h).
llvm::json::Value ruleFileSchema();

} // namespace asynctidy
