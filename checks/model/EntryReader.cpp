// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "EntryReader.h"
#include "RuleNames.h"
#include "Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace asynctidy {
namespace {

/// Reads one value into the entry; one overload for each kind of value.
struct ValueToEntry {
  StringRef Key;
  const YamlNode &Node;
  const ValueReader &Values;
  const RulePack &Pack;
  RuleEntry &Entry;

  void operator()(const NameList &V) { Values.names(Key, Node, Entry.*V.Slot); }
  void operator()(const WordList &V) { Values.words(Key, Node, Entry.*V.Slot); }
  void operator()(const Flag &V) {
    std::optional<bool> Said = Values.flag(Key, Node);
    if (auto *Slot = std::get_if<bool RuleEntry::*>(&V.Slot))
      Entry.**Slot = Said.value_or(false);
    else
      Entry.**std::get_if<std::optional<bool> RuleEntry::*>(&V.Slot) = Said;
  }
  void operator()(const ConditionList &V) {
    Values.conditions(Key, Node, Entry.*V.Slot);
  }
  void operator()(const ParameterList &) {
    Values.parameters(Node, Entry.Parameters);
  }
  void operator()(const InsteadMap &) {
    // A remedy belongs to its pack's library, advice at an entry to anybody.
    bool IsRemedy = Entry.EntryRole == Role::Remedy;
    Values.instead(Node, IsRemedy ? StringRef(Pack.Library) : "any",
                   Entry.Instead);
  }

  void operator()(const Text &V) {
    if (V.Words.empty())
      return set(Entry.*V.Slot, Values.text(Key, Node));
    llvm::SmallVector<StringRef, 20> Known(V.Words.begin(), V.Words.end());
    set(Entry.*V.Slot, Values.word(Key, Node, Known));
  }

  void operator()(const Number &V) {
    std::optional<unsigned> N = Values.number(Key, Node);
    if (auto *Slot = std::get_if<unsigned RuleEntry::*>(&V.Slot))
      Entry.**Slot = N.value_or(0);
    else
      Entry.**std::get_if<std::optional<unsigned> RuleEntry::*>(&V.Slot) = N;
  }

  void operator()(const SubjectValue &V) {
    if (V.All && Node.What == YamlNode::Scalar && Node.Text == "all") {
      Entry.*V.All = true;
      return;
    }
    static constexpr StringRef Words[] = {"last", "receiver", "all"};
    Entry.*V.Slot =
        Values.subject(Key, Node, ArrayRef(Words).drop_back(V.All ? 0 : 1));
  }

  void operator()(const ConfidenceValue &) {
    llvm::SmallVector<StringRef, 3> Known(confidenceWords());
    std::optional<std::string> Word = Values.word(Key, Node, Known);
    if (Word && *Word != "certain")
      Entry.EntryConfidence =
          *Word == "likely" ? Confidence::Likely : Confidence::Contextual;
  }

  static void set(std::string &Slot, std::optional<std::string> Value) {
    if (Value)
      Slot = std::move(*Value);
  }
};

} // namespace

EntryReader::EntryReader(const RoleSchema &Schema, const ValueReader &Values,
                         const YamlTree &Tree, const RulePack &Pack)
    : Schema(Schema), Values(Values), Tree(Tree), Pack(Pack) {
  for (const KeySchema &Key : Schema.Keys)
    KeyNames.push_back(Key.Name);
}

RuleEntry EntryReader::read(const YamlNode &Node) const {
  RuleEntry Entry;
  Entry.Pack = &Pack;
  Entry.EntryRole = Schema.EntryRole;
  Entry.Line = Node.Line;
  Entry.Column = Node.Column;
  if (Entry.EntryRole == Role::Switch)
    Entry.Lasts = "until-switch";
  if (!Values.isMap(Node, "an entry of '" + Schema.Name + "'"))
    return Entry;
  auto Found = Values.forEachField(
      Node, KeyNames, "key of '" + Schema.Name + "'",
      [&](unsigned Index, const YamlNode &, const YamlNode &Value) {
        std::visit(ValueToEntry{KeyNames[Index], Value, Values, Pack, Entry},
                   Schema.Keys[Index].Value);
      });
  checkKeys(Node, Found.Keys);
  checkReason(Node, Entry);
  return Entry;
}

const YamlNode *EntryReader::find(ArrayRef<const YamlNode *> Keys,
                                  StringRef Name) const {
  const auto *At = llvm::find(KeyNames, Name);
  return At == KeyNames.end() ? nullptr : Keys[At - KeyNames.begin()];
}

void EntryReader::checkKeys(const YamlNode &Node,
                            ArrayRef<const YamlNode *> Keys) const {
  if (Tree.isDamagedAt(Node.Line))
    return; // what is missing may be in the part that was left out
  for (std::size_t I = 0; I != KeyNames.size(); ++I)
    if (Schema.Keys[I].Required && !Keys[I])
      Values.mistake(Node, "this entry of '" + Schema.Name +
                               "' lacks the key '" + KeyNames[I] + "'");
  llvm::SmallVector<StringRef, 4> OneOf(Schema.OneOf.begin(),
                                        Schema.OneOf.end());
  if (!OneOf.empty() &&
      llvm::none_of(OneOf, [&](StringRef Name) { return find(Keys, Name); }))
    Values.mistake(Node, "this entry of '" + Schema.Name +
                             "' lacks one of the keys " + listOfWords(OneOf));
  const bool HasNamespace = find(Keys, "namespace");
  if (find(Keys, "function") && !HasNamespace)
    return;
  for (StringRef Name :
       {"parameters", "min-arguments", "subclasses", "unless", "only-if"})
    if (const YamlNode *Key = find(Keys, Name))
      Values.mistake(*Key,
                     HasNamespace
                         ? "'" + Name + "' cannot narrow a 'namespace'"
                         : "'" + Name + "' needs a 'function' in its entry");
}

/// The reason becomes the end of a message, which has no full stop.
void EntryReader::checkReason(const YamlNode &Node,
                              const RuleEntry &Entry) const {
  if (!StringRef(Entry.Because).ends_with("."))
    return;
  for (const auto &[Key, Value] : Node.Fields)
    if (Key.Text == "because")
      Values.mistake(Value, "'because' completes '...: it ', so it has no "
                            "full stop at its end");
}

} // namespace asynctidy
