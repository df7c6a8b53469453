// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "clang/AST/DeclCXX.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/PointerIntPair.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <string>

namespace asynctidy {

enum class RoutineKind { Run, Construct, Destroy };

/// Something that runs: a function; the default construction of a class that
/// wrote no constructor; the destruction of a class. The last two are told by
/// the class, since whether Clang has made the implicit member depends on what
/// else was instantiated.
using Routine = llvm::PointerIntPair<const clang::Decl *, 2, RoutineKind>;

Routine routineOf(const clang::FunctionDecl &F);
Routine destructionOf(const clang::CXXRecordDecl &Record);
/// As routineOf; of a destructor, all of its class's destruction.
Routine wholeRoutineOf(const clang::FunctionDecl &F);
/// The function that \p R runs, wherever its body is: that of a destruction is
/// the destructor somebody wrote. Null where nobody wrote one.
const clang::FunctionDecl *writtenFunction(Routine R);
/// How messages call \p R.
std::string messageName(Routine R);

/// One place where code that is being evaluated calls something: a call, a
/// construction, a destruction, an operator, or a callable handed to a function
/// that calls it at once. Only what the text shows is in it.
struct CallSite {
  enum Kind { Call, Construct, Destroy } What = Call;
  /// What is called; a null pointer when it is not known.
  Routine Callee;
  /// The call or construction; for a destroyed variable its initializer.
  const clang::Expr *E = nullptr;
  /// The object a method is called on or that is destroyed (for a variable:
  /// its initializer); for a stream operator the stream at the far left.
  const clang::Expr *Receiver = nullptr;
  /// The variable that is destroyed, or null.
  const clang::VarDecl *Variable = nullptr;
  /// The type of the receiver or the constructed object, as written.
  clang::QualType ObjectType;
  /// For a destruction: what the object was made with.
  llvm::SmallVector<const clang::Expr *, 4> Args;
  /// How many of Args are in the text, not default arguments.
  unsigned WrittenArgs = 0;
  /// The statement of the function's own flow graph that this belongs to.
  const clang::Stmt *Anchor = nullptr;
  clang::SourceLocation Loc;
  clang::SourceRange Range;
  bool Awaited = false;   ///< it is what a co_await awaits
  bool Discarded = false; ///< nobody looks at its result
  bool OnceOnly = false;  ///< initializes a static: runs once per program
  /// What the statements just before say: a co_await came right before this
  /// one, or a co_await and then others like this one. What is collected here
  /// has most likely ended.
  enum Order { Unordered, AfterAwait, AfterCollecting } Before = Unordered;

  /// The function called, where it is one.
  const clang::FunctionDecl *function() const;
  /// The record constructed or destroyed, where it is one.
  const clang::CXXRecordDecl *record() const;
  /// The callee's name, as messages say it.
  std::string messageName() const;
};

/// The object whose method or member operator \p Call calls; null for others.
const clang::Expr *receiverOf(const clang::CallExpr &Call);

/// Calls \p Use with every argument of \p Call that a parameter is given, and
/// the parameter's number.
void forEachArgument(const clang::CallExpr &Call,
                     llvm::function_ref<void(const clang::ParmVarDecl &,
                                             unsigned, const clang::Expr &)>
                         Use);

/// \p E without parentheses, casts, temporaries, cleanups, and calls of
/// std::move and std::forward: the expression that makes the value.
const clang::Expr *valueSource(const clang::Expr *E);

/// As valueSource, and a local variable stands for its initializer.
const clang::Expr *valueOrigin(const clang::Expr *E);

/// The variable or field \p E names, or null.
const clang::ValueDecl *namedValue(const clang::Expr *E);

} // namespace asynctidy
