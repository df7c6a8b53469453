// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Catalogue.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <string>
#include <vector>

namespace clang {
class ASTContext;
class FunctionDecl;
class VarDecl;
} // namespace clang

namespace asynctidy {

using EvidenceSet = llvm::SmallPtrSet<const RuleEntry *, 2>;

/// Adds the `evidence` entries of the rules that the text of \p F shows: a
/// constant it mentions, or a function it calls.
void addEvidence(const clang::FunctionDecl &F, const Catalogue &Rules,
                 const clang::ASTContext &AST, EvidenceSet &Found);

/// Whether the text of \p In calls a method named in \p Methods on \p Variable.
bool methodIsCalledOn(const clang::VarDecl *Variable,
                      const std::vector<std::string> &Methods,
                      const clang::FunctionDecl *In);

/// Whether the text of \p In gives the value of \p Variable away: moves it,
/// swaps it or returns it.
bool isGivenAway(const clang::VarDecl &Variable, const clang::FunctionDecl &In);

} // namespace asynctidy
