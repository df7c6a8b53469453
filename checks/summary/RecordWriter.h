// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "AsyncContexts.h"
#include "Finding.h"
#include "RecordedBody.h"
#include "StoredCallables.h"
#include "Symbols.h"
#include "program/UnitBuilder.h"
#include "llvm/ADT/SetVector.h"

namespace asynctidy {

/// Puts what the summaries say into the words of a unit, and into its tables.
class RecordWriter {
public:
  RecordWriter(Model &M, const AsyncContexts &Contexts, Symbols &Names);

  program::UnitBuilder Out;
  Symbols &Names;
  std::vector<Step> Places; ///< by SiteId

  program::Block block(const BlockingSite &Leaf, RecordedBody &In);
  program::Call call(const CallEdge &Edge, RecordedBody &In,
                     program::Call::Kind What);
  program::Range messages(llvm::ArrayRef<Step> Steps);
  program::Range keeps(llvm::ArrayRef<StoredCallables::Kept> Kept);
  program::Symbol patternOf(const clang::FunctionDecl &F);

  /// Adds in which modes \p Method uses what its class holds.
  void addModes(const clang::CXXMethodDecl &Method);

  /// Adds a function for each variable that is called or put something into.
  void addSlots(const StoredCallables &Stored);

private:
  program::SiteId site(clang::SourceLocation Loc, clang::SourceRange Range);
  uint32_t reason(const RuleEntry *Entry);
  program::Range tests(std::vector<program::ParameterTest> Tests);
  program::Symbol ourSymbol(const clang::FunctionDecl &F);
  bool isRuled(const CallSite &Site, const clang::FunctionDecl *In);
  program::Range modes(const BlockingSite &Leaf, const clang::FunctionDecl *In);
  program::Range arguments(const CallSite &Site, RecordedBody &In);
  program::Call call(const StoredCallables::Store &Store);

  Model &M;
  const clang::SourceManager &SM;
  const AsyncContexts &Contexts;
  llvm::DenseMap<const RuleEntry *, uint32_t> Reasons;
  llvm::SetVector<const clang::ValueDecl *> Slots; ///< that are called
  llvm::DenseSet<std::pair<program::Symbol, program::TextId>> Modes; ///< told
};

} // namespace asynctidy
