// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "LoopContexts.h"
#include "Modes.h"

namespace asynctidy::program {

/// A program with what is known of it, for the checks that look at all of it.
struct Linked {
  explicit Linked(llvm::ArrayRef<const Unit *> Units)
      : Whole(Units), Contexts(Whole), InModes(Units) {}

  Program Whole;
  LoopContexts Contexts;
  Modes InModes;
};

/// As Finding, of places that need not be in one file.
struct LinkedFinding {
  llvm::StringRef Check;
  TextId Function = 0; ///< as Finding::Function, a text of the unit of Main
  LinkedStep Main;     ///< in the unit that was asked about
  std::vector<LinkedStep> Path;
  std::vector<LinkedStep> Notes;
};

} // namespace asynctidy::program
