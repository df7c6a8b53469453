// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "RuleSchema.h"
#include "ValueReader.h"

namespace asynctidy {

/// Reads the entries of one role.
class EntryReader {
public:
  EntryReader(const RoleSchema &Schema, const ValueReader &Values,
              const YamlTree &Tree, const RulePack &Pack);

  RuleEntry read(const YamlNode &Node) const;

private:
  void checkKeys(const YamlNode &Node,
                 llvm::ArrayRef<const YamlNode *> Keys) const;
  void checkReason(const YamlNode &Node, const RuleEntry &Entry) const;
  const YamlNode *find(llvm::ArrayRef<const YamlNode *> Keys,
                       llvm::StringRef Name) const;

  const RoleSchema &Schema;
  const ValueReader &Values;
  const YamlTree &Tree;
  const RulePack &Pack;
  llvm::SmallVector<llvm::StringRef, 16> KeyNames;
};

} // namespace asynctidy
