// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "BoundedBodies.h"
#include "FanOuts.h"
#include "Gathers.h"
#include "flow/FlowGraph.h"
#include "flow/Holders.h"
#include "flow/LexicalScopes.h"

namespace asynctidy {

/// Whether dropping it ends the work, so that no two are there at once.
inline bool endsWhenDropped(Drop OnDrop) {
  return OnDrop == Drop::Cancels || OnDrop == Drop::Blocks ||
         OnDrop == Drop::NeverRuns || OnDrop == Drop::Terminates;
}

/// Looks for fan-out in one function. What helpers and algorithms start is in
/// FanOutCalls.cpp, what a coroutine starts of itself in FanOutRecursion.cpp.
class FanOutFinder {
public:
  FanOutFinder(const clang::FunctionDecl &F, const clang::Stmt &Body,
               const Model &M, const FanOutOptions &Options)
      : F(F), Body(Body), M(M), Options(Options), Scopes(Body),
        Bodies(M, Options), Grows(F, Body, Scopes, M, Options.Domains),
        All(F, Body, Scopes, M) {}

  std::vector<FanOut> run();

private:
  void look(const clang::CallExpr &Call);
  bool startsMany(const Start &S);
  bool waitsItself(const clang::CallExpr &Start);
  void callsStarter(const clang::CallExpr &Call);
  void calledForEach(const clang::CallExpr &Call);
  void gathered(const clang::Expr &Call);
  void recursion();

  bool holdersOf(const Start &S, VariableSet &Holders, FanOut &Found) const;
  bool inLoops(FanOut &Found, const clang::Expr &Task, bool IsTask,
               const VariableSet &Holders);
  bool isUnbounded(FanOut &Found, const clang::Expr &Task, bool IsTask,
                   const VariableSet &Holders, const clang::Stmt &Loop);
  bool isConcurrent(const Start &S) const;
  void add(FanOut Found);

  const clang::FunctionDecl &F;
  const clang::Stmt &Body;
  const Model &M;
  const FanOutOptions &Options;
  LexicalScopes Scopes;
  BoundedBodies Bodies;
  GrowthFinder Grows;
  Gathers All;
  std::unique_ptr<FlowGraph> Graph; ///< made when needed
  std::vector<Start> SelfStarts;
  std::vector<FanOut> FanOuts;
};

} // namespace asynctidy
