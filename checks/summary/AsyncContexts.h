// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Summary.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <string>
#include <vector>

namespace asynctidy {

/// A function whose body runs on the event loop: a root of the analysis.
struct AsyncContext {
  enum Kind { Coroutine, Callback, Annotated } What = Coroutine;
  const clang::FunctionDecl *Function = nullptr;
  /// The library whose advice fits ("asio"); empty when unknown.
  llvm::StringRef Library;

  /// "coroutine 'f'", "a coroutine lambda", "a callback of the event loop".
  std::string description() const;
};

/// Finds the async contexts of one AST, and where each runs.
class AsyncContexts {
public:
  explicit AsyncContexts(Summaries &S);

  /// In the order of the text.
  llvm::ArrayRef<AsyncContext> all() const { return Contexts; }

  /// The one whose body is \p F's, or null.
  const AsyncContext *of(const clang::FunctionDecl &F) const;

  /// Whether the coroutine \p F only runs where blocking is fine: on a pool.
  bool isOffLoop(const clang::FunctionDecl &F) const;

  /// Whether \p F is a coroutine that is looked at by itself, so that a call
  /// of it does not run its body as part of the caller.
  static bool isOwnContext(const clang::FunctionDecl &F, const Model &M);

  /// One place where a coroutine is made or handed over, and who does it: null
  /// where that does not tell where the coroutine runs.
  struct Use {
    const clang::FunctionDecl *Caller;
    bool Offloaded;
  };
  /// Calls \p Visit with every use of a function that may be a coroutine, its
  /// body seen or not. Templates stand for their instantiations.
  void forEachUse(
      llvm::function_ref<void(const clang::FunctionDecl &, Use)> Visit) const;
  /// Calls \p Visit with every function that is given to the event loop.
  void forEachCallback(
      llvm::function_ref<void(const clang::FunctionDecl &, const RuleEntry &)>
          Visit) const;

  /// Whether \p Executor (an execution context, an executor made from one, or
  /// what `this_coro::executor` gave) is the one that \p F runs on.
  bool isOwnExecutor(const clang::Expr *Executor,
                     const clang::FunctionDecl &F) const;

private:
  void collectPrivateLoops(Summaries &S, const clang::FunctionDecl &F);
  bool isPrivateLoop(const HandOver &Given) const;
  void collectUses(Summaries &S, const clang::FunctionDecl &F);
  void addCalls(llvm::ArrayRef<CallEdge> Calls, const clang::FunctionDecl &F,
                bool Offloaded,
                const llvm::SmallPtrSetImpl<const clang::Expr *> &HandedOver);
  void addHandOver(const HandOver &Given, const clang::FunctionDecl &F,
                   llvm::SmallPtrSetImpl<const clang::Expr *> &Offloaded);
  void noteExecutor(const clang::Expr *Executor, const clang::Expr *Started,
                    const clang::FunctionDecl &Coroutine);
  void dropOffloaded();
  void addContexts();
  std::optional<AsyncContext> contextOf(const clang::FunctionDecl &F) const;

  Model &M;
  std::vector<AsyncContext> Contexts;
  llvm::DenseMap<const clang::FunctionDecl *, unsigned> ContextOf;
  llvm::MapVector<const clang::FunctionDecl *, llvm::SmallVector<Use, 2>> Uses;
  llvm::SmallPtrSet<const clang::FunctionDecl *, 8> OffLoop;
  /// Members that hold an event loop which a thread of the same class runs: an
  /// object's own background thread, where blocking is nobody else's matter.
  llvm::SmallPtrSet<const clang::ValueDecl *, 2> PrivateLoops;
  llvm::MapVector<const clang::FunctionDecl *, const RuleEntry *> Callbacks;
  /// The variables, fields and parameters that hold the executor a coroutine
  /// was started on, seen at the places that start it.
  llvm::DenseMap<const clang::FunctionDecl *,
                 llvm::SmallPtrSet<const clang::ValueDecl *, 2>>
      OwnExecutors;
};

} // namespace asynctidy
