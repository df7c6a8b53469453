// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "OpenMarks.h"
#include "flow/AccessPath.h"

namespace asynctidy {

/// Something that the coroutine marks.
struct Mark {
  AccessPath Path;
  OpenMark Found;
  /// Of a flag: somebody else is kept out by it.
  bool IsTested = false;
};

/// The marks of a body, found in the text.
class MarkList {
public:
  MarkList(const clang::Stmt &Body, const Model &M) : M(M) {
    collect(Body);
    llvm::erase_if(Marks, [&](const Mark &Each) {
      return !Each.Found.Set || !Each.Found.Reset || isGuarded(Body, Each) ||
             (Each.Found.What == MarkChange::Flag && !Each.IsTested);
    });
  }

  std::vector<Mark> Marks;

  struct Change {
    unsigned Index;
    bool Sets;
  };
  /// What \p S does to one of them.
  std::optional<Change> changeBy(const clang::Stmt &S) const;

private:
  void collect(const clang::Stmt &S);
  void noteTest(const clang::Expr &Condition);
  void note(const MarkChange &C, const AccessPath &Path, const clang::Stmt &S);
  Mark &markOf(MarkChange::Kind What, const AccessPath &Path);
  bool isGuarded(const clang::Stmt &S, const Mark &Each) const;

  const Model &M;
};

} // namespace asynctidy
