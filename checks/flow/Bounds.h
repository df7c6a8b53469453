// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What keeps a loop from starting more and more: waiting for a place, for one
// of the tasks, or for room; testing how many there are.
#pragma once

#include "Growth.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SetVector.h"

namespace asynctidy {

/// Functions whose bodies are in other files.
using UnseenFunctions = llvm::SmallSetVector<const clang::FunctionDecl *, 2>;

/// Answers for the steps of one function. In doubt, awaiting something bounds.
class Bounds {
public:
  /// Whether the body of \p F, when it is called, waits for a place; false
  /// where that is not to be seen.
  using InsideOf = llvm::function_ref<bool(const clang::FunctionDecl &F)>;

  /// \p Functions: globs of the qualified names of functions that bound.
  Bounds(const clang::FunctionDecl &F, const clang::Stmt &Body,
         const LexicalScopes &Scopes, const Model &M, llvm::StringRef Functions,
         InsideOf Inside)
      : F(F), Body(Body), Scopes(Scopes), M(M), Functions(Functions),
        Inside(Inside) {}

  /// What is started: its call, the variables and fields that hold it or what
  /// it runs in, and those that it is made of. Steps that wait for one of the
  /// holders are bounds and, where \p IsTask, those that await the call.
  void follow(const clang::Expr &Start, bool IsTask, VariableSet Holders,
              VariableSet Sources) {
    Followed = &Start;
    FollowedIsTask = IsTask;
    this->Holders = std::move(Holders);
    this->Sources = std::move(Sources);
  }

  /// From now on, functions whose bodies are in other files are not assumed to
  /// bound, but noted down in \p Unseen when they are asked for. \p Inside has
  /// to know as much.
  void doubt(UnseenFunctions &Unseen) { Doubted = &Unseen; }

  /// Whether \p Step waits until there is room for one more task.
  bool isBound(const clang::Stmt &Step) const;

  /// As isBound, and nothing is only assumed: a rule, a permit's type, or a
  /// name that says so.
  bool isCertain(const clang::Stmt &Step) const;

  /// Whether the statement \p Branch tests how many there are against a limit,
  /// and waits or leaves, or does not start, where it is reached.
  bool isLimitTest(const clang::Stmt &Branch) const;

  /// Whether \p Step, beside what is followed, acquires a permit that is given
  /// back before the next task is started, and so bounds nothing.
  bool dropsPermit(const clang::Stmt &Step) const;

private:
  enum Answer { No, Assumed, Certain };
  Answer answer(const clang::Stmt &Step) const;
  Answer await(const clang::CoawaitExpr &Await) const;
  Answer awaitedCall(const CallSite &Site) const;
  Answer call(const clang::CallExpr &Call) const;
  Answer channel(const CallSite &Site) const;
  bool acquires(const clang::Expr &Awaited) const;
  bool isBoundFunction(const CallSite &Site) const;
  bool waitsForFollowed(const clang::Expr &E) const;
  bool isHeldInVain(const clang::Expr &Guard) const;
  bool isCount(const clang::Expr *E) const;
  bool isTestOfCount(const clang::Expr *Condition, bool Leaves) const;

  const clang::FunctionDecl &F;
  const clang::Stmt &Body;
  const LexicalScopes &Scopes;
  const Model &M;
  llvm::StringRef Functions;
  InsideOf Inside;
  const clang::Expr *Followed = nullptr;
  bool FollowedIsTask = false;
  VariableSet Holders, Sources;
  UnseenFunctions *Doubted = nullptr;
};

} // namespace asynctidy
