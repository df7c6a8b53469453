// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "RuleReader.h"
#include "Rules.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include <memory>
#include <mutex>
#include <vector>

namespace asynctidy {

/// A rule file embedded in the binary.
struct EmbeddedPack {
  llvm::StringRef Name; ///< "asio.yaml"
  llvm::StringRef Code; ///< see PackCode.h
};
/// The packs, by their numbers as bytes, that say something about a name.
struct EmbeddedName {
  llvm::StringLiteral Name; ///< its last part
  llvm::StringRef Packs;
};
/// The built-in rules, and where in them to look.
struct EmbeddedRules {
  llvm::ArrayRef<EmbeddedPack> Packs;
  llvm::ArrayRef<EmbeddedName> Functions; ///< sorted
  llvm::ArrayRef<llvm::StringRef> Roles;  ///< of each role, the packs
};
const EmbeddedRules &embeddedRules();

/// Every rule in force: the built-in packs, then the user's. Nothing that can
/// be seen from outside ever changes, so threads share it. Later packs win over
/// earlier ones.
class Catalogue {
public:
  /// The built-in rules alone. Most are about libraries that a file does not
  /// use, so a pack is decoded when a name of it is first asked for.
  explicit Catalogue(const EmbeddedRules &BuiltIn);
  explicit Catalogue(std::vector<std::unique_ptr<RulePack>> Packs);

  /// Entries about functions whose name ends in \p LastPart ("sleep_for",
  /// "~future", "operator>>"), later packs first. The caller compares the
  /// whole name.
  llvm::ArrayRef<const RuleEntry *> functions(llvm::StringRef LastPart) const;
  /// All entries of one role.
  llvm::ArrayRef<const RuleEntry *> role(Role R) const;

  /// What users of \p Library write instead of what \p Entry describes; falls
  /// back to the advice for any library. Empty when there is none.
  llvm::StringRef remedy(const RuleEntry &Entry, llvm::StringRef Library) const;
  /// All of that advice, pairs of library and text. Of two for one library the
  /// first counts.
  std::vector<std::pair<std::string, std::string>>
  remedies(const RuleEntry &Entry) const;
  /// As remedy(), for the one of that name.
  llvm::StringRef remedyNamed(llvm::StringRef Name,
                              llvm::StringRef Library) const;

  /// All packs, later ones last.
  const std::vector<std::unique_ptr<RulePack>> &packs() const;
  /// The files of users' own packs. Unlike packs(), this decodes nothing.
  std::vector<std::string> userFiles() const;

private:
  using Entries = llvm::SmallVector<const RuleEntry *, 2>;
  /// What is known about one name or role. Complete once all packs that speak
  /// of it are decoded; then it stays as it is.
  struct Known {
    Entries All;
    bool Complete = false;
  };
  void add(unsigned Pack) const;
  /// What users of \p Library alone, or of "any", write.
  llvm::StringRef remedyFor(llvm::StringRef Library,
                            llvm::StringRef Name) const;
  void decode(llvm::StringRef Numbers) const;
  llvm::ArrayRef<const RuleEntry *> finish(Known &Found,
                                           llvm::StringRef Numbers) const;

  const EmbeddedRules *BuiltIn = nullptr; ///< null: all is decoded
  mutable std::mutex Mutex;               ///< of what follows
  /// A pack that was not needed yet is null.
  mutable std::vector<std::unique_ptr<RulePack>> Packs;
  mutable llvm::StringMap<Known> FunctionIndex;
  mutable std::vector<Known> RoleIndex;
  mutable llvm::StringMap<llvm::StringRef>
      Remedies; ///< "library remedy" -> text
};

/// The built-in packs and the files and folders in \p Paths (every .yaml and
/// .yml of a folder, sorted). Mistakes are added to \p Mistakes; a file with
/// mistakes is left out, the others are still read. Never null.
std::shared_ptr<const Catalogue>
loadCatalogue(llvm::ArrayRef<std::string> Paths,
              std::vector<RuleMistake> &Mistakes);

} // namespace asynctidy
