// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a routine does beyond its own text: where it blocks, and what it calls.
#pragma once

#include "model/Model.h"
#include "llvm/ADT/DenseMap.h"
#include <memory>
#include <vector>

namespace asynctidy {

/// A call site that blocks by itself: a rule or an annotation says so.
struct BlockingSite {
  CallSite Site;
  /// The rule, or null where an annotation says it.
  const RuleEntry *Entry = nullptr;
  /// The rule's confidence, lowered where the surroundings excuse the call.
  Confidence Level = Confidence::Certain;
};

/// A call of the project's own code, wherever its body is.
struct CallEdge {
  CallSite Site;
  /// Those whose bodies are evidence: one routine, or for a virtual call every
  /// override seen. None where the body is in another file.
  llvm::SmallVector<Routine, 1> Callees;
  bool IsVirtual = false; ///< what is named may be overridden
  /// The parameter or lasting variable that holds what is called, or null.
  const clang::ValueDecl *Through = nullptr;
};

/// A call that starts a task or hands a callable on.
struct HandOver {
  CallSite Site;
  const RuleEntry *Entry = nullptr; ///< Spawn, Offload or RunsOnLoop
};

struct Summary {
  std::vector<BlockingSite> Blocking; ///< in the order of the text
  std::vector<CallEdge> Calls;        ///< on the event loop, on some path
  /// Calls where every path has moved the coroutine elsewhere for good.
  std::vector<CallEdge> CallsElsewhere;
  std::vector<HandOver> HandOvers;
};

/// Makes the summaries of one AST's routines when they are asked for.
class Summaries {
public:
  explicit Summaries(Model &M) : M(M) {}

  const Summary &of(Routine R);
  Model &model() { return M; }

private:
  Model &M;
  llvm::DenseMap<Routine, std::unique_ptr<Summary>> Known;
};

} // namespace asynctidy
