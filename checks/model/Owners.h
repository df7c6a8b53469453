// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "CallSite.h"
#include "Project.h"

namespace asynctidy {

/// The classes of the project whose objects hold what \p Site works on: those
/// that an argument or the receiver is got from (`socket.fd()`, `socket.fd_`),
/// and the one that the method \p In belongs to. How they are used is decided
/// in their methods, which may be in any file.
llvm::SmallVector<const clang::CXXRecordDecl *, 2>
ownersOf(const CallSite &Site, const clang::FunctionDecl *In, const Project &P);

/// Whether a method of \p Class has its body in another file.
bool hasMethodsElsewhere(const clang::CXXRecordDecl &Class);

} // namespace asynctidy
