// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Records.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringRef.h"

namespace asynctidy::program {

/// In which modes the classes of a program use what they hold. A socket class
/// makes its descriptor non-blocking in one file, and calls `recv` in another.
class Modes {
public:
  explicit Modes(llvm::ArrayRef<const Unit *> Units);

  /// Whether \p B of \p U is in no mode in which it does not block. Not known
  /// where the class decides that in a file that is not here: then nobody says
  /// that it does.
  bool mayBlock(const Unit &U, const Block &B) const;

private:
  llvm::DenseSet<std::pair<Symbol, uint64_t>> Shown; ///< class and evidence
  llvm::DenseSet<Symbol> Seen; ///< classes whose methods are here
};

} // namespace asynctidy::program
