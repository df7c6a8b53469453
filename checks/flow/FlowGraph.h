// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "clang/AST/Decl.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/DenseMap.h"
#include <memory>
#include <vector>

namespace asynctidy {

/// Clang's flow graph of the body a function's author wrote, with what Clang 19
/// gets wrong about coroutines and exceptions put right:
///
/// - given a CoroutineBodyStmt, Clang makes a scrambled graph: this is made of
///   the body inside of it;
/// - constructors and `new` have no edge to a handler, and with edges from
///   calls every call is a block of its own: handlerOf() knows for every step;
/// - a block that ends the program has an edge to the exit: successors() of it
///   are none;
/// - a frame can be destroyed while it is suspended: suspends() says where.
class FlowGraph {
public:
  /// Null where Clang can make no graph, as for templates that were not
  /// instantiated.
  static std::unique_ptr<FlowGraph> of(const clang::FunctionDecl &F,
                                       clang::ASTContext &AST);

  const clang::CFG &cfg() const { return *Graph; }

  /// What \p Block evaluates, in order: expressions inner ones first,
  /// declarations, statements that leave.
  llvm::ArrayRef<const clang::Stmt *>
  steps(const clang::CFGBlock &Block) const {
    return Steps[Block.getBlockID()];
  }

  /// The block in which an exception thrown by \p Step is looked at; null if it
  /// leaves the function or \p Step throws nothing.
  const clang::CFGBlock *handlerOf(const clang::Stmt &Step) const;

  /// Whether the coroutine's frame may be destroyed at \p Step.
  static bool suspends(const clang::Stmt &Step);

  /// Whether \p Block never ends, so that nothing follows it.
  static bool endsProgram(const clang::CFGBlock &Block) {
    return Block.hasNoReturnElement();
  }

  /// The block and the position in it where \p Step is; null if nothing in the
  /// graph evaluates it.
  const clang::CFGBlock *blockOf(const clang::Stmt &Step) const {
    return Where.lookup(&Step);
  }

private:
  FlowGraph(std::unique_ptr<clang::CFG> Graph, const clang::Stmt &Body);
  void noteHandlers(const clang::Stmt &S, const clang::CXXTryStmt *Try);

  std::unique_ptr<clang::CFG> Graph;
  std::vector<std::vector<const clang::Stmt *>> Steps; ///< by block
  llvm::DenseMap<const clang::Stmt *, const clang::CFGBlock *> Where;
  llvm::DenseMap<const clang::Stmt *, const clang::CXXTryStmt *> TryOf;
  llvm::DenseMap<const clang::Stmt *, const clang::CFGBlock *> Dispatch;
};

/// Whether evaluating \p Step itself, not its operands, can throw.
bool mayThrow(const clang::Stmt &Step);

} // namespace asynctidy
