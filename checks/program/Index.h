// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Records.h"

namespace asynctidy::program {

/// The units of a program, for those who look at one file of it.
class Index {
public:
  explicit Index(std::vector<Unit> Units) : Units(std::move(Units)) {}

  /// Adds all units to \p To but those of the file that \p Own is about: these
  /// are older.
  void addOthers(const Unit &Own, std::vector<const Unit *> &To) const {
    for (const Unit &U : Units)
      if (U.text(U.MainFile) != Own.text(Own.MainFile))
        To.push_back(&U);
  }

private:
  std::vector<Unit> Units;
};

} // namespace asynctidy::program
