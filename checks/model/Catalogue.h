// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "RuleReader.h"
#include "Rules.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include <memory>
#include <vector>

namespace asynctidy {

/// Every rule in force: the built-in packs, then the user's. Immutable once
/// made, so threads share it. Later packs win over earlier ones.
class Catalogue {
public:
  explicit Catalogue(std::vector<std::unique_ptr<RulePack>> Packs);

  /// Entries about functions whose name ends in \p LastPart ("sleep_for",
  /// "~future", "operator>>"), later packs first. The caller compares the
  /// whole name.
  llvm::ArrayRef<const RuleEntry *> functions(llvm::StringRef LastPart) const;
  /// Entries about types whose name ends in \p LastPart.
  llvm::ArrayRef<const RuleEntry *> types(llvm::StringRef LastPart) const;
  /// All entries of one role.
  llvm::ArrayRef<const RuleEntry *> role(Role R) const;

  /// What users of \p Library write instead of what \p Entry describes; falls
  /// back to the advice for any library. Empty when there is none.
  llvm::StringRef remedy(const RuleEntry &Entry, llvm::StringRef Library) const;

  const std::vector<std::unique_ptr<RulePack>> &packs() const { return Packs; }

private:
  using Index = llvm::StringMap<llvm::SmallVector<const RuleEntry *, 2>>;

  std::vector<std::unique_ptr<RulePack>> Packs;
  Index FunctionIndex, TypeIndex;
  std::vector<llvm::SmallVector<const RuleEntry *, 0>> RoleIndex;
  llvm::StringMap<llvm::StringRef> Remedies; ///< "library remedy" -> text
};

/// A rule file embedded in the binary.
struct EmbeddedPack {
  llvm::StringRef Name; ///< "asio.yaml"
  llvm::StringRef Code; ///< see PackCode.h
};
llvm::ArrayRef<EmbeddedPack> embeddedPacks();

/// The built-in packs and the files and folders in \p Paths (every .yaml and
/// .yml of a folder, sorted). Mistakes are added to \p Mistakes; a file with
/// mistakes is left out, the others are still read. Never null.
std::shared_ptr<const Catalogue>
loadCatalogue(llvm::ArrayRef<std::string> Paths,
              std::vector<RuleMistake> &Mistakes);

} // namespace asynctidy
