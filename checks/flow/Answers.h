// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Branches.h"

namespace asynctidy {

/// The answers to Branches' questions that hold on every path to a point: a
/// part of the state of a domain.
class Answers {
public:
  /// What leaving \p From by its successor \p Index tells. False if what is
  /// known already says otherwise, so that nobody goes there.
  bool learn(const Branches &Questions, const clang::CFGBlock &From,
             unsigned Index);

  /// What evaluating \p Step may change is not known any more.
  void forget(const Branches &Questions, const clang::Stmt &Step);

  /// Keeps what both know. Whether that is less than before.
  bool keepCommon(const Answers &Other);

  bool operator==(const Answers &Other) const;

private:
  llvm::SmallVector<Branches::Answer, 4> Known; ///< ordered by question
};

} // namespace asynctidy
