// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The shape of a rule file as data: which roles there are, which keys each
// has, and what a key's value looks like. The reader and the suggestions in its
// messages come from this one table; docs/rules.md explains it.
#pragma once

#include "Rules.h"
#include "llvm/ADT/ArrayRef.h"
#include <variant>

namespace asynctidy {

/// Names of declarations: made absolute with the pack's namespaces.
struct NameList {
  std::vector<std::string> RuleEntry::*Slot;
};
/// Plain words, taken as they are.
struct WordList {
  std::vector<std::string> RuleEntry::*Slot;
};
/// Free text, or one of Words where there are any.
struct Text {
  std::string RuleEntry::*Slot;
  llvm::ArrayRef<llvm::StringLiteral> Words = {};
};
/// With an optional, not to say it is not to say false.
struct Flag {
  std::variant<bool RuleEntry::*, std::optional<bool> RuleEntry::*> Slot;
};
struct Number {
  std::variant<unsigned RuleEntry::*, std::optional<unsigned> RuleEntry::*>
      Slot;
};
/// `0`, `1`, ..., `last`, `receiver`; with All also `all`, which sets it.
struct SubjectValue {
  std::optional<Subject> RuleEntry::*Slot;
  bool RuleEntry::*All = nullptr;
};
struct ConditionList {
  std::vector<Condition> RuleEntry::*Slot;
};
struct ParameterList {};
struct ConfidenceValue {};
/// A text, or a map from library to text.
struct InsteadMap {};

struct KeySchema {
  llvm::StringLiteral Name;
  std::variant<NameList, WordList, Text, Flag, Number, SubjectValue,
               ConditionList, ParameterList, ConfidenceValue, InsteadMap>
      Value;
  bool Required = false;
};

struct RoleSchema {
  llvm::StringLiteral Name; ///< the key in the file: "blocks"
  Role EntryRole;
  llvm::ArrayRef<KeySchema> Keys;
  /// Keys of which an entry has at least one; none: any will do.
  llvm::ArrayRef<llvm::StringLiteral> OneOf = {};
};

/// A test of a condition, and what its value looks like.
struct TestSchema {
  llvm::StringLiteral Key;
  Condition::Test Test;
  enum Values {
    OneConstant,
    ConstantList,
    Constants,
    Names,
    Words,
    True
  } Takes;
};
llvm::ArrayRef<TestSchema> conditionTests();

llvm::ArrayRef<llvm::StringLiteral> confidenceWords();

/// The keys at the top of a file, before its roles.
llvm::ArrayRef<llvm::StringLiteral> headerKeys();

/// All roles, in the order of docs/rules.md.
llvm::ArrayRef<RoleSchema> ruleSchema();

/// The categories of blocking calls, for rules and for check options.
llvm::ArrayRef<llvm::StringLiteral> blockingCategories();

} // namespace asynctidy
