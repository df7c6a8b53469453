// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "AsyncContexts.h"
#include "Claims.h"
#include "Finding.h"
#include "Symbols.h"
#include "program/UnitBuilder.h"

namespace asynctidy {

/// What an AST contributes to the program, and where each site of it is.
struct Recording {
  program::Unit Unit;
  std::vector<Step> Places; ///< by SiteId; without messages
};

/// Writes down what other files may have to know of this one, and what it has
/// to know of them. What neither blocks nor leads out of the file is left out.
/// \p Said and \p Names are \p S's model's.
Recording record(Summaries &S, const AsyncContexts &Contexts, Claims &Said,
                 Symbols &Names);

/// The main file of \p AST, as units name it: relative to the project's root.
std::string unitName(const Model &M);

} // namespace asynctidy
