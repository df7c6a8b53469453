// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Names of declarations as rule files write them.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace asynctidy {

/// Why no declaration can have \p Name ("has template arguments"); empty when
/// one can.
std::string whyNameCannotMatch(llvm::StringRef Name);

/// Whether \p Word can be a macro, an enumerator (perhaps qualified) or,
/// with \p AllowNumber, an integer.
bool isConstant(llvm::StringRef Word, bool AllowNumber);

/// Adds to \p To what \p Name stands for: itself where it starts with "::" or
/// there are no namespaces, else itself in each of them.
void addAbsoluteNames(llvm::StringRef Name,
                      llvm::ArrayRef<std::string> Namespaces,
                      std::vector<std::string> &To);

/// The part of \p Name after its last "::": "wait", "~future", "operator>>",
/// "operator std::string".
llvm::StringRef lastPart(llvm::StringRef Name);
/// What stands before the last part and its "::"; empty when nothing does.
llvm::StringRef scopeOf(llvm::StringRef Name);

} // namespace asynctidy
