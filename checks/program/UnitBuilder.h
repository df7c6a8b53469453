// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Records.h"
#include "SourcePlace.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"

namespace asynctidy::program {

/// Fills the tables of a unit: each text once, and stretches for those who
/// own them.
class UnitBuilder {
public:
  /// Paths of sites below \p Root are made relative to it.
  explicit UnitBuilder(llvm::StringRef Root) : Root(Root.str()) {}
  /// Goes on with a unit that was begun before.
  UnitBuilder(Unit Begun, llvm::StringRef Root);

  TextId text(llvm::StringRef Text);
  SiteId site(const SourcePlace &Where);
  /// \p File (absolute) as it is written in the unit.
  std::string relative(llvm::StringRef File);

  template <typename T>
  static Range add(std::vector<T> &Table, llvm::ArrayRef<T> Stretch) {
    Range R{static_cast<uint32_t>(Table.size()),
            static_cast<uint32_t>(Stretch.size())};
    Table.insert(Table.end(), Stretch.begin(), Stretch.end());
    return R;
  }

  /// The unit: its functions sorted by name, with their digests.
  Unit finish();

  Unit Result;

private:
  std::string Root;
  llvm::StringMap<std::string> Ways; ///< from the root, by file
  llvm::StringMap<TextId> TextIds;
};

} // namespace asynctidy::program
