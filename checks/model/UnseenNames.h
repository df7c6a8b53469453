// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "RuleReader.h"
#include "llvm/ADT/ArrayRef.h"

namespace clang {
class ASTContext;
class Preprocessor;
} // namespace clang

namespace asynctidy {

/// The names in rule files that no file looked at so far declares.
class UnseenNames {
public:
  /// All names of \p Packs, which must outlive this.
  explicit UnseenNames(llvm::ArrayRef<const RulePack *> Packs);

  /// Strikes out what a translation unit declares.
  void look(const clang::ASTContext &AST, const clang::Preprocessor &PP);

  /// How many names there are in all.
  size_t count() const { return Count; }
  /// A mistake for each name that was nowhere.
  std::vector<RuleMistake> mistakes() const;

private:
  enum Kind { Function, Type, Namespace, Object, Constant };
  struct Name {
    const RuleEntry *Entry;
    Kind What;
    /// Absolute: the same name in each namespace of its pack.
    std::vector<std::string> Spellings;
    std::string Nearest;
  };

  void add(const RuleEntry &Entry, Kind What,
           llvm::ArrayRef<std::string> Names);
  void addConditions(const RuleEntry &Entry,
                     llvm::ArrayRef<Condition> Conditions);

  std::vector<Name> Names;
  size_t Count = 0;
};

} // namespace asynctidy
