// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Rules.h"
#include "YamlTree.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"

namespace asynctidy {

/// Reads the values of a rule file's keys, and tells what is wrong with them.
class ValueReader {
public:
  ValueReader(const YamlTree &Tree, const RulePack &Pack, MistakeLog &Log)
      : Tree(Tree), Pack(Pack), Log(Log) {}

  void mistake(const YamlNode &At, const llvm::Twine &Message) const {
    Log.add(At.Line, At.Column, Message);
  }

  /// The keys of a map, as far as they are understood.
  struct FoundKeys {
    /// For each known key where it is written, perhaps misspelt, or null.
    llvm::SmallVector<const YamlNode *, 16> Keys;
    bool HasUnknown = false;
  };
  /// Calls \p Use for each key, known and written once, and its value.
  FoundKeys
  forEachField(const YamlNode &Map, llvm::ArrayRef<llvm::StringRef> Known,
               const llvm::Twine &Where,
               llvm::function_ref<void(unsigned Index, const YamlNode &Key,
                                       const YamlNode &Value)>
                   Use) const;
  /// Calls \p Use for the text, or each text of the list.
  void forEachText(llvm::StringRef Key, const YamlNode &Node,
                   llvm::function_ref<void(const YamlNode &)> Use) const;

  bool isMap(const YamlNode &Node, const llvm::Twine &What) const;
  bool isList(const YamlNode &Node, const llvm::Twine &What) const;
  /// One line of text that is not empty.
  std::optional<std::string> text(llvm::StringRef Key,
                                  const YamlNode &Node) const;
  std::optional<std::string> word(llvm::StringRef Key, const YamlNode &Node,
                                  llvm::ArrayRef<llvm::StringRef> Known) const;
  std::optional<bool> flag(llvm::StringRef Key, const YamlNode &Node) const;
  std::optional<unsigned> number(llvm::StringRef Key,
                                 const YamlNode &Node) const;
  std::optional<Subject> subject(llvm::StringRef Key, const YamlNode &Node,
                                 llvm::ArrayRef<llvm::StringRef> Words) const;
  std::optional<std::string> libraryId(const YamlNode &Node) const;
  void names(llvm::StringRef Key, const YamlNode &Node,
             std::vector<std::string> &To) const;
  void constants(llvm::StringRef Key, const YamlNode &Node, bool AllowNumbers,
                 std::vector<std::string> &To) const;
  /// Words of C++ that are taken as they are.
  void words(llvm::StringRef Key, const YamlNode &Node,
             std::vector<std::string> &To) const;
  void conditions(llvm::StringRef Key, const YamlNode &Node,
                  std::vector<Condition> &To) const;
  void parameters(const YamlNode &Node,
                  std::vector<ParameterPattern> &To) const;
  /// What stands alone is \p Alone's text.
  void instead(const YamlNode &Node, llvm::StringRef Alone,
               std::vector<std::pair<std::string, std::string>> &To) const;

private:
  std::optional<Condition> condition(const YamlNode &Node) const;
  void testValues(const YamlNode &Key, const YamlNode &Value, unsigned Test,
                  Condition &Result) const;
  void checkSubject(const YamlNode &Test, const Condition &C) const;
  void wrongKind(llvm::StringRef What, const YamlNode &Node,
                 llvm::StringRef Wanted) const;

  const YamlTree &Tree;
  const RulePack &Pack;
  MistakeLog &Log;
};

} // namespace asynctidy
