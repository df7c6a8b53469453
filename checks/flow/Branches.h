// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "FlowGraph.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/FoldingSet.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"

namespace asynctidy {

/// The condition that decides between the two successors of \p Block, first the
/// one where it holds: of `a && b`, what this block evaluates of it. Null where
/// nothing is decided, or more than two ways lead on.
const clang::Expr *branchCondition(const clang::CFGBlock &Block);

/// The label of \p Switch at which \p Block begins; null if another switch's is
/// there, or none.
const clang::CaseStmt *labelIn(const clang::SwitchStmt &Switch,
                               const clang::CFGBlock &Block);

/// Calls \p Use with every part of \p Condition that must be true, or false,
/// where the whole is \p Value.
void forEachDecided(const clang::Expr *Condition, bool Value,
                    llvm::function_ref<void(const clang::Expr *, bool)> Use);

/// Which branches of a function ask the same question, and where its answer may
/// change: with that, a path that says yes once and no later is none.
///
/// Only questions about local variables and parameters that nothing else can
/// reach are known. Each has a number.
class Branches {
public:
  Branches(const FlowGraph &Graph, const clang::ASTContext &AST);

  struct Answer {
    unsigned Question;
    bool Value;
  };
  /// What is known after leaving \p From by its successor \p Index, if anybody
  /// asks it again.
  std::optional<Answer> learnedFrom(const clang::CFGBlock &From,
                                    unsigned Index) const;

  /// The questions whose answer \p Step may change.
  llvm::ArrayRef<unsigned> changedBy(const clang::Stmt &Step) const;

private:
  struct Asked {
    unsigned Question;
    bool Negated;
  };
  void ask(const clang::CFGBlock &Block);
  void noteChanges(const FlowGraph &Graph);
  void forgetHeld(const FlowGraph &Graph);

  const clang::ASTContext &AST;
  llvm::DenseMap<const clang::CFGBlock *, Asked> Known;
  std::vector<llvm::FoldingSetNodeID> Questions;
  /// How many blocks ask a question; 0 where the answer is no use.
  std::vector<unsigned> TimesAsked;
  llvm::DenseMap<const clang::ValueDecl *, llvm::SmallVector<unsigned, 2>>
      About;
  llvm::DenseMap<const clang::Stmt *, llvm::SmallVector<unsigned, 2>> Changes;
};

} // namespace asynctidy
