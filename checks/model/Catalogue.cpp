// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Catalogue.h"
#include "RuleNames.h"
#include "RuleSchema.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace asynctidy {

static std::string remedyKey(StringRef Library, StringRef Name) {
  return (Library + " " + Name).str();
}

Catalogue::Catalogue(std::vector<std::unique_ptr<RulePack>> ThePacks)
    : Packs(std::move(ThePacks)) {
  auto AddNames = [](Index &To, const std::vector<std::string> &Names,
                     const RuleEntry &Entry) {
    for (const std::string &Name : Names) {
      auto &Found = To[lastPart(Name)];
      // One name in several namespaces is still one entry.
      if (Found.empty() || Found.back() != &Entry)
        Found.push_back(&Entry);
    }
  };
  RoleIndex.resize(ruleSchema().size());
  for (const auto &Pack : llvm::reverse(Packs)) {
    for (const RuleEntry &Entry : Pack->Entries) {
      AddNames(FunctionIndex, Entry.Functions, Entry);
      AddNames(TypeIndex, Entry.Types, Entry);
      RoleIndex[static_cast<std::size_t>(Entry.EntryRole)].push_back(&Entry);
      if (Entry.EntryRole != Role::Remedy)
        continue;
      for (const auto &[Library, Text] : Entry.Instead)
        Remedies.try_emplace(remedyKey(Library, Entry.Name), Text);
    }
  }
}

static ArrayRef<const RuleEntry *>
find(const llvm::StringMap<llvm::SmallVector<const RuleEntry *, 2>> &Index,
     StringRef Key) {
  auto Found = Index.find(Key);
  if (Found == Index.end())
    return {};
  return Found->second;
}

ArrayRef<const RuleEntry *> Catalogue::functions(StringRef LastPart) const {
  return find(FunctionIndex, LastPart);
}

ArrayRef<const RuleEntry *> Catalogue::types(StringRef LastPart) const {
  return find(TypeIndex, LastPart);
}

ArrayRef<const RuleEntry *> Catalogue::role(Role R) const {
  return RoleIndex[static_cast<std::size_t>(R)];
}

StringRef Catalogue::remedy(const RuleEntry &Entry, StringRef Library) const {
  for (StringRef For : {Library, StringRef("any")}) {
    for (const auto &[Named, Text] : Entry.Instead)
      if (Named == For)
        return Text;
    auto Found = Remedies.find(remedyKey(For, Entry.Remedy));
    if (Found != Remedies.end())
      return Found->second;
  }
  return {};
}

} // namespace asynctidy
