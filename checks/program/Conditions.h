// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Under which conditions on a function's parameters something in it happens.
#pragma once

#include "Records.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace asynctidy::program {

/// Tests any of which, proven, means that it does not happen. Without any, it
/// happens whatever the function is given.
using Conditions = llvm::SmallVector<ParameterTest, 2>;

/// Adds \p Test unless it is there. False: there are too many to go on with.
bool addCondition(Conditions &To, const ParameterTest &Test);

/// Whether all of \p Some are among \p All.
bool includes(llvm::ArrayRef<ParameterTest> All,
              llvm::ArrayRef<ParameterTest> Some);

/// What \p Tests about a function's parameters mean for who calls it with
/// \p Arguments: tests of the caller's own parameters. Nothing: one of them is
/// proven. What is not known of an argument proves nothing.
std::optional<Conditions> atCaller(llvm::ArrayRef<ParameterTest> Tests,
                                   llvm::ArrayRef<Argument> Arguments);

} // namespace asynctidy::program
