// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "References.h"
#include "RuleNames.h"
#include "Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/Twine.h"

using llvm::StringRef;

namespace asynctidy {

void References::addDefinitions(const RulePack &Pack) {
  for (const RuleEntry &Entry : Pack.Entries) {
    if (Entry.EntryRole == Role::Remedy)
      Remedies.insert(Entry.Name);
    else if (Entry.EntryRole == Role::Evidence)
      Evidence.insert(Entry.Name);
  }
}

static void require(const llvm::StringSet<> &Defined, StringRef What,
                    StringRef Name, const RuleEntry &Entry,
                    std::vector<RuleMistake> &Mistakes) {
  if (Name.empty() || Defined.contains(Name))
    return;
  llvm::SmallVector<StringRef, 0> Known(Defined.keys());
  llvm::sort(Known); // the nearest word must not depend on hashes
  Mistakes.push_back({Entry.Pack->File, Entry.Line, Entry.Column,
                      ("no rule file defines the " + What + " '" + Name + "'" +
                       suggestion(Name, Known))
                          .str()});
}

void References::check(const RulePack &Pack,
                       std::vector<RuleMistake> &Mistakes) const {
  for (const RuleEntry &Entry : Pack.Entries) {
    require(Remedies, "remedy", Entry.Remedy, Entry, Mistakes);
    for (const std::vector<Condition> *List : {&Entry.Unless, &Entry.OnlyIf})
      for (const Condition &C : *List)
        if (C.What == Condition::Evidence)
          for (const std::string &Name : C.Values)
            require(Evidence, "evidence", Name, Entry, Mistakes);
  }
}

} // namespace asynctidy
