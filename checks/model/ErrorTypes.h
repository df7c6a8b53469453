// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "clang/AST/Type.h"

namespace asynctidy {

/// Whether \p T is std::exception_ptr.
bool isExceptionPointer(clang::QualType T);

/// Whether \p T is an error code or an exception pointer.
bool isError(clang::QualType T);

/// Whether a value of \p T can tell of an error: it is one, by its type or its
/// name, or the kind of type that holds a result or else an error, or a pair or
/// tuple of such.
bool canHoldError(clang::QualType T);

} // namespace asynctidy
