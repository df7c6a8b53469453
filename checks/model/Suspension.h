// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What happens at a co_await or co_yield.
#pragma once

#include "CallSite.h"
#include "clang/AST/ExprCXX.h"

namespace asynctidy {

class Model;
class RuleMatcher;
struct RuleEntry;

/// The call that \p Await awaits, placed at the await itself.
CallSite awaitedSite(const clang::CoawaitExpr &Await, const RuleMatcher &Rules);

/// What an await waits for.
struct AwaitedOperation {
  /// The call that starts or makes it, placed at the await. One that only makes
  /// a value of the error of another, `as_tuple(read())`, is looked through.
  CallSite Site;
  /// The rule that says why an error of it is no exception; may be null.
  const RuleEntry *ErrorIsValue = nullptr;
};
AwaitedOperation operationOf(const clang::CoawaitExpr &Await,
                             const RuleMatcher &Rules);

/// Whether all that \p Site, which is awaited in \p In, does is to wait for a
/// time or an event: a failure tells nothing but that it was cut short, and
/// somebody may do so to wake the coroutine.
bool onlyWaits(const CallSite &Site, const clang::FunctionDecl &In,
               const RuleMatcher &Rules);

/// Whether awaiting \p Await gives the error as a value, or puts it into a
/// variable, and so throws none.
bool givesErrorAsValue(const clang::CoawaitExpr &Await);

/// Whether the coroutine can be suspended at \p S: unless its awaiter is always
/// ready, or a rule says so.
bool maySuspend(const clang::CoroutineSuspendExpr &S, const Model &M);

/// Where a coroutine goes on after a suspension.
enum class Resumption {
  Unknown,
  SameThread,   ///< its event loop has one thread
  SameExecutor, ///< which may be a pool
  Anywhere,     ///< on the thread that completed what it awaited
};

/// What the rule of its return type says of the coroutine \p F.
Resumption resumptionOf(const clang::FunctionDecl &F, const RuleMatcher &Rules);

/// Whether awaiting \p S moves the coroutine \p In to another executor.
bool switchesExecutor(const clang::CoroutineSuspendExpr &S, const Model &M,
                      const clang::FunctionDecl &In);

} // namespace asynctidy
