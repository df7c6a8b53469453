// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "clang/AST/Decl.h"

namespace asynctidy {

/// Whether \p T is std::exception_ptr.
bool isExceptionPointer(clang::QualType T);

/// Whether \p T is an error code or an exception pointer.
bool isError(clang::QualType T);

/// Whether a value of \p T can tell of an error: it is one, by its type or its
/// name, or the kind of type that holds a result or else an error, or a pair or
/// tuple of such.
bool canHoldError(clang::QualType T);

/// Whether the declarations of \p T show that a value of it tells of an error:
/// unlike canHoldError, a name that sounds like it is not enough. It is one,
/// has a member that asks for one, or is an enumeration with a name for one; or
/// it holds such things: a pair, a container, a class with a public member.
bool showsError(clang::QualType T);

/// Whether the error of \p T is nothing but its public members, so that
/// whoever reads the others has not looked at it.
bool showsErrorInMembers(clang::QualType T);

/// Whether a function has the parameter \p P to give back an error.
bool isErrorOutput(const clang::ParmVarDecl &P);

/// Whether a value of \p T keeps a reference to a variable for an error.
bool keepsErrorOutput(clang::QualType T);

} // namespace asynctidy
