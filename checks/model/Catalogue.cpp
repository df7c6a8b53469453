// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Catalogue.h"
#include "PackCode.h"
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

Catalogue::Catalogue(const EmbeddedRules &BuiltIn) : BuiltIn(&BuiltIn) {
  Packs.resize(BuiltIn.Packs.size());
  RoleIndex.resize(ruleSchema().size());
}

Catalogue::Catalogue(std::vector<std::unique_ptr<RulePack>> ThePacks)
    : Packs(std::move(ThePacks)) {
  RoleIndex.resize(ruleSchema().size());
  for (unsigned I = 0; I != Packs.size(); ++I)
    add(I);
}

/// Indexes what a pack says.
void Catalogue::add(unsigned Number) const {
  const RulePack &Pack = *Packs[Number];
  for (const RuleEntry &Entry : Pack.Entries) {
    for (const std::string &Name : Entry.Functions) {
      Entries &Found = FunctionIndex[lastPart(Name)].All;
      // One name in several namespaces is still one entry.
      if (Found.empty() || Found.back() != &Entry)
        Found.push_back(&Entry);
    }
    RoleIndex[static_cast<std::size_t>(Entry.EntryRole)].All.push_back(&Entry);
  }
}

/// Decodes the packs of these numbers, one a byte, that are not decoded yet.
void Catalogue::decode(StringRef Numbers) const {
  for (char Byte : Numbers) {
    auto Number = static_cast<unsigned char>(Byte);
    if (Packs[Number])
      continue;
    Packs[Number] = decodePack(BuiltIn->Packs[Number].Code);
    add(Number);
  }
}

/// Later packs go first, whichever was decoded first.
static void sortByPack(llvm::MutableArrayRef<const RuleEntry *> Entries,
                       ArrayRef<std::unique_ptr<RulePack>> Packs) {
  auto Place = [&](const RuleEntry *Entry) {
    return llvm::find_if(Packs, [&](const std::unique_ptr<RulePack> &Pack) {
      return Pack.get() == Entry->Pack;
    });
  };
  llvm::stable_sort(Entries, [&](const RuleEntry *A, const RuleEntry *B) {
    return Place(A) > Place(B);
  });
}

ArrayRef<const RuleEntry *> Catalogue::finish(Known &Found,
                                              StringRef Numbers) const {
  if (!Found.Complete) {
    decode(Numbers);
    sortByPack(Found.All, Packs);
    Found.Complete = true;
  }
  return Found.All;
}

ArrayRef<const RuleEntry *> Catalogue::functions(StringRef LastPart) const {
  std::lock_guard Lock(Mutex);
  if (!BuiltIn) {
    auto Found = FunctionIndex.find(LastPart);
    return Found == FunctionIndex.end() ? ArrayRef<const RuleEntry *>()
                                        : finish(Found->second, "");
  }
  const auto *Place = llvm::lower_bound(
      BuiltIn->Functions, LastPart,
      [](const EmbeddedName &N, StringRef Key) { return N.Name < Key; });
  if (Place == BuiltIn->Functions.end() || Place->Name != LastPart)
    return {};
  return finish(FunctionIndex[LastPart], Place->Packs);
}

ArrayRef<const RuleEntry *> Catalogue::role(Role R) const {
  std::lock_guard Lock(Mutex);
  auto Number = static_cast<std::size_t>(R);
  return finish(RoleIndex[Number], BuiltIn ? BuiltIn->Roles[Number] : "");
}

const std::vector<std::unique_ptr<RulePack>> &Catalogue::packs() const {
  std::lock_guard Lock(Mutex);
  for (unsigned I = 0; I != Packs.size(); ++I)
    decode(StringRef(reinterpret_cast<const char *>(&I), 1));
  return Packs;
}

std::vector<std::string> Catalogue::userFiles() const {
  std::vector<std::string> Files;
  if (BuiltIn) // and no others
    return Files;
  for (const auto &Pack : Packs)
    if (!isBuiltIn(*Pack))
      Files.push_back(Pack->File);
  return Files;
}

StringRef Catalogue::remedyFor(StringRef Library, StringRef Name) const {
  ArrayRef<const RuleEntry *> All = role(Role::Remedy);
  std::lock_guard Lock(Mutex);
  if (Remedies.empty()) // later packs come first, and the first one counts
    for (const RuleEntry *Remedy : All)
      for (const auto &[For, Text] : Remedy->Instead)
        Remedies.try_emplace(remedyKey(For, Remedy->Name), Text);
  auto Found = Remedies.find(remedyKey(Library, Name));
  return Found == Remedies.end() ? StringRef() : Found->second;
}

StringRef Catalogue::remedy(const RuleEntry &Entry, StringRef Library) const {
  for (StringRef For : {Library, StringRef("any")}) {
    for (const auto &[Named, Text] : Entry.Instead)
      if (Named == For)
        return Text;
    if (StringRef Text = remedyFor(For, Entry.Remedy); !Text.empty())
      return Text;
  }
  return {};
}

std::vector<std::pair<std::string, std::string>>
Catalogue::remedies(const RuleEntry &Entry) const {
  std::vector<std::pair<std::string, std::string>> All = Entry.Instead;
  if (!Entry.Remedy.empty())
    for (const RuleEntry *Remedy : role(Role::Remedy))
      if (Remedy->Name == Entry.Remedy)
        llvm::append_range(All, Remedy->Instead);
  return All;
}

StringRef Catalogue::remedyNamed(StringRef Name, StringRef Library) const {
  StringRef Text = remedyFor(Library, Name);
  return Text.empty() ? remedyFor("any", Name) : Text;
}

} // namespace asynctidy
