// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the language's own lookup says about awaiting a value of a class: no
// library needs to be known for it.
#pragma once

#include "clang/AST/DeclCXX.h"
#include "clang/AST/Type.h"
#include "llvm/ADT/StringRef.h"

namespace asynctidy {

class Project;

/// The class of \p T whose members can be looked at: the instantiation, where
/// it was made, else the template that it would be made of. Null for no class.
const clang::CXXRecordDecl *shownRecord(clang::QualType T);

/// The first function \p Name of \p Record or of its bases; null if there is
/// none.
const clang::FunctionDecl *memberFunction(const clang::CXXRecordDecl &Record,
                                          llvm::StringRef Name);

/// The promise class of coroutines that return \p Record: its member
/// promise_type, or that of its std::coroutine_traits. Null where none is.
const clang::CXXRecordDecl *promiseTypeOf(const clang::CXXRecordDecl &Record);

/// What `co_await` asks await_ready, await_suspend and await_resume of, for a
/// value of the class \p Record: itself, or what its operator co_await gives.
/// Null where \p Record is no awaitable, or only a promise can make it one.
const clang::CXXRecordDecl *awaiterOf(const clang::CXXRecordDecl &Record);

/// The type that awaiting \p Record gives; null where that is not to be seen.
clang::QualType awaitedResult(const clang::CXXRecordDecl &Record);

/// Whether \p F, which takes nothing, always returns the same truth value.
std::optional<bool> constantAnswer(const clang::FunctionDecl &F);

/// As constantAnswer, of bodies that every front end has: the project's, and
/// constexpr ones.
std::optional<bool> answerOf(const clang::FunctionDecl *F, const Project &P);

/// Whether \p Value is a field that has been waited for when \p In runs: this
/// is an await_resume, and its awaiter asks the field whether to suspend, or
/// waits for it after that.
bool isAwaitersOwn(const clang::ValueDecl *Value, const clang::FunctionDecl &In,
                   const Project &P);

} // namespace asynctidy
