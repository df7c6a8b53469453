// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "NamespaceRules.h"
#include "Names.h"

using namespace clang;

namespace asynctidy {

NamespaceRules::NamespaceRules(const Catalogue &Rules, Role R) {
  for (const RuleEntry *Entry : Rules.role(R)) // the first one wins
    for (const std::string &Namespace : Entry->Namespaces)
      Entries.try_emplace(Namespace, Entry);
}

const RuleEntry *NamespaceRules::find(const Decl &D) const {
  if (Entries.empty())
    return nullptr;
  const auto *Space = dyn_cast<NamespaceDecl>(
      D.getDeclContext()->getEnclosingNamespaceContext());
  return Space ? entryOf(*Space->getCanonicalDecl()) : nullptr;
}

const RuleEntry *NamespaceRules::entryOf(const NamespaceDecl &Space) const {
  if (auto Found = Known.find(&Space); Found != Known.end())
    return Found->second;
  // Rules do not spell the names of the others.
  const RuleEntry *Entry = nullptr;
  if (!Space.isInline() && !Space.isAnonymousNamespace())
    Entry = Entries.lookup(qualifiedName(Space));
  if (!Entry)
    Entry = find(Space);
  Known[&Space] = Entry;
  return Entry;
}

} // namespace asynctidy
