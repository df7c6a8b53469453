// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How a library tells a coroutine to stop, as far as rules and the text of
// awaiters say it.
#pragma once

#include "Rules.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include <string>

namespace asynctidy {

class Model;

/// The exception that is thrown at a suspension point of a coroutine which is
/// to stop.
struct StopSignal {
  const clang::CXXRecordDecl *Type = nullptr;
  /// The rule; null where an awaiter was seen to throw it.
  const RuleEntry *Entry = nullptr;

  bool operator==(const StopSignal &Other) const { return Type == Other.Type; }
  /// Whether every later await throws it again.
  bool isSticky() const { return Entry && Entry->Sticky; }
  /// Whether Type is thrown for other errors as well, and a code in it tells.
  bool isToldByCode() const { return Entry && !Entry->Constants.empty(); }
  /// "tide::cancelled"; the code's name where that tells.
  std::string name() const;
};

/// Which signals there are in one AST.
class StopSignals {
public:
  using List = llvm::SmallVector<StopSignal, 2>;

  explicit StopSignals(const Model &M) : M(M) {}

  /// Those that awaiting \p Await, in the coroutine \p In, can throw, as far as
  /// that is to be seen without looking into the awaited coroutine.
  List at(const clang::CoawaitExpr &Await, const clang::FunctionDecl &In) const;

  /// Whether a rule says that awaiting \p Await is not cancelled, or makes a
  /// value of it.
  bool isKeptOut(const clang::CoawaitExpr &Await,
                 const clang::FunctionDecl &In) const;

private:
  /// Of \p Pack; null: of tasks that no pack knows.
  const List &ofPack(const RulePack *Pack) const;
  void addOf(const RulePack *Pack, clang::QualType Task, List &Found) const;

  const Model &M;
  mutable llvm::DenseMap<const RulePack *, List> Known;
};

/// Whether \p Handler takes every exception that is \p Signal.
bool catches(const clang::CXXCatchStmt &Handler, const StopSignal &Signal);
/// Whether \p Handler is for \p Signal alone.
bool isFor(const clang::CXXCatchStmt &Handler, const StopSignal &Signal);

} // namespace asynctidy
