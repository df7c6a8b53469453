// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "ValueReader.h"
#include "RuleNames.h"
#include "Words.h"
#include "YamlSyntax.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using llvm::ArrayRef;
using llvm::StringRef;
using llvm::Twine;

namespace asynctidy {
namespace {

StringRef kindName(YamlNode::Kind Kind) {
  switch (Kind) {
  case YamlNode::Empty:
    return "nothing";
  case YamlNode::Scalar:
    return "a text";
  case YamlNode::Mapping:
    return "a map";
  case YamlNode::Sequence:
    return "a list";
  }
  return {};
}

} // namespace

void ValueReader::wrongKind(StringRef What, const YamlNode &Node,
                            StringRef Wanted) const {
  if (Node.What == YamlNode::Empty && Tree.isDamagedAt(Node.Line))
    return; // its value was left out for a syntax error that has been told
  mistake(Node, What + " wants " + Wanted + ", not " + kindName(Node.What));
}

bool ValueReader::isMap(const YamlNode &Node, const Twine &What) const {
  if (Node.What == YamlNode::Mapping)
    return true;
  wrongKind(What.str(), Node, "a map ('key: value')");
  return false;
}

bool ValueReader::isList(const YamlNode &Node, const Twine &What) const {
  if (Node.What == YamlNode::Sequence)
    return true;
  wrongKind(What.str(), Node, "a list");
  return false;
}

ValueReader::FoundKeys ValueReader::forEachField(
    const YamlNode &Map, ArrayRef<StringRef> Known, const Twine &Where,
    llvm::function_ref<void(unsigned, const YamlNode &, const YamlNode &)> Use)
    const {
  FoundKeys Found;
  Found.Keys.resize(Known.size(), nullptr);
  for (const auto &[Key, Value] : Map.Fields) {
    if (Key.What != YamlNode::Scalar) {
      wrongKind("a key", Key, "a text");
      continue;
    }
    StringRef Word = StringRef(Key.Text).take_until(llvm::isSpace);
    StringRef Start = Word.split(':').first;
    bool IsKnown = llvm::is_contained(Known, StringRef(Key.Text));
    bool StartIsKnown = llvm::is_contained(Known, Start);
    StringRef Meant = StartIsKnown ? Start : nearest(Key.Text, Known);
    unsigned Index = llvm::find(Known, Meant) - Known.begin();
    const YamlNode *First = Meant.empty() ? nullptr : Found.Keys[Index];
    if (!Meant.empty() && !First)
      Found.Keys[Index] = &Key;
    if (!IsKnown) {
      Found.HasUnknown = true;
      mistake(Key, StartIsKnown ? missingColon(Word)
                                : "unknown " + Where.str() + ": '" + Key.Text +
                                      "'" + suggestion(Key.Text, Known));
    } else if (First) {
      mistake(Key, "duplicate key '" + Key.Text + "', first on line " +
                       Twine(First->Line));
    } else {
      Use(Index, Key, Value);
    }
  }
  return Found;
}

void ValueReader::forEachText(
    StringRef Key, const YamlNode &Node,
    llvm::function_ref<void(const YamlNode &)> Use) const {
  if (Node.What == YamlNode::Scalar)
    return Use(Node);
  if (Node.What != YamlNode::Sequence)
    return wrongKind(("'" + Key + "'").str(), Node,
                     "a text or a list of texts");
  if (Node.Items.empty())
    mistake(Node, "the list of '" + Key + "' is empty");
  for (const YamlNode &Item : Node.Items) {
    if (Item.What == YamlNode::Scalar)
      Use(Item);
    else
      wrongKind(("the list of '" + Key + "'").str(), Item, "texts");
  }
}

std::optional<std::string> ValueReader::text(StringRef Key,
                                             const YamlNode &Node) const {
  if (Node.What != YamlNode::Scalar) {
    wrongKind(("'" + Key + "'").str(), Node, "a text");
    return std::nullopt;
  }
  // A message is one line, however the text was broken into several.
  llvm::SmallVector<StringRef, 4> Lines;
  StringRef(Node.Text).split(Lines, '\n', -1, /*KeepEmpty=*/false);
  for (StringRef &Line : Lines)
    Line = Line.trim();
  std::string Result = StringRef(llvm::join(Lines, " ")).trim().str();
  if (Result.empty()) {
    mistake(Node, "'" + Key + "' is empty");
    return std::nullopt;
  }
  return Result;
}

std::optional<std::string> ValueReader::word(StringRef Key,
                                             const YamlNode &Node,
                                             ArrayRef<StringRef> Known) const {
  std::optional<std::string> Word = text(Key, Node);
  if (!Word || llvm::is_contained(Known, StringRef(*Word)))
    return Word;
  mistake(Node, "'" + Key + "' is " + listOfWords(Known) + ", not '" + *Word +
                    "'" + suggestion(*Word, Known));
  return std::nullopt;
}

std::optional<bool> ValueReader::flag(StringRef Key,
                                      const YamlNode &Node) const {
  std::optional<std::string> Word = word(Key, Node, {"true", "false"});
  return Word ? std::optional<bool>(*Word == "true") : std::nullopt;
}

std::optional<unsigned> ValueReader::number(StringRef Key,
                                            const YamlNode &Node) const {
  std::optional<std::string> Digits = text(Key, Node);
  unsigned Value;
  if (!Digits || !StringRef(*Digits).getAsInteger(10, Value))
    return Digits ? std::optional<unsigned>(Value) : std::nullopt;
  mistake(Node,
          "'" + Key + "' is a number (0, 1, 2...), not '" + *Digits + "'");
  return std::nullopt;
}

std::optional<Subject> ValueReader::subject(StringRef Key, const YamlNode &Node,
                                            ArrayRef<StringRef> Words) const {
  std::optional<std::string> Word = text(Key, Node);
  if (!Word)
    return std::nullopt;
  Subject Result{Subject::Argument};
  if (!StringRef(*Word).getAsInteger(10, Result.Index))
    return Result;
  Result.Index = 0;
  if (llvm::is_contained(Words, StringRef(*Word))) {
    if (*Word == "last")
      Result.What = Subject::LastArgument;
    else if (*Word == "receiver")
      Result.What = Subject::Receiver;
    else
      Result.What = Subject::Result;
    return Result;
  }
  mistake(Node, "'" + Key + "' is an argument's number (0 is the first), " +
                    listOfWords(Words) + ", not '" + *Word + "'" +
                    suggestion(*Word, Words));
  return std::nullopt;
}

std::optional<std::string> ValueReader::libraryId(const YamlNode &Node) const {
  if (Node.What != YamlNode::Scalar) {
    wrongKind("a library's name", Node, "a text");
    return std::nullopt;
  }
  bool IsId = !Node.Text.empty() && llvm::all_of(Node.Text, [](char C) {
    return (C >= 'a' && C <= 'z') || llvm::isDigit(C) || C == '-';
  });
  if (IsId)
    return Node.Text;
  mistake(Node, "a library's name has only a-z, 0-9 and '-', unlike '" +
                    Node.Text +
                    "'; a text with ',' or ': ' in it needs quotes");
  return std::nullopt;
}

void ValueReader::names(StringRef Key, const YamlNode &Node,
                        std::vector<std::string> &To) const {
  forEachText(Key, Node, [&](const YamlNode &Item) {
    if (std::string Why = whyNameCannotMatch(Item.Text); !Why.empty())
      return mistake(Item,
                     "the name '" + Item.Text + "' cannot match: it " + Why);
    std::size_t Before = To.size();
    addAbsoluteNames(Item.Text, Pack.Namespaces, To);
    auto Known = ArrayRef(To).take_front(Before);
    if (llvm::is_contained(Known, To.back()))
      mistake(Item, "duplicate name '" + Item.Text + "' in '" + Key + "'");
  });
}

void ValueReader::constants(StringRef Key, const YamlNode &Node,
                            bool AllowNumbers,
                            std::vector<std::string> &To) const {
  forEachText(Key, Node, [&](const YamlNode &Item) {
    if (!isConstant(Item.Text, AllowNumbers))
      return mistake(Item, "'" + Item.Text + "' in '" + Key + "' is no " +
                               (AllowNumbers ? "integer, macro or enumerator"
                                             : "macro or enumerator"));
    To.push_back(Item.Text);
  });
}

void ValueReader::words(StringRef Key, const YamlNode &Node,
                        std::vector<std::string> &To) const {
  constants(Key, Node, /*AllowNumbers=*/false, To);
}

void ValueReader::parameters(const YamlNode &Node,
                             std::vector<ParameterPattern> &To) const {
  if (!isList(Node, "'parameters'"))
    return;
  if (Node.Items.empty())
    mistake(Node, "the list of 'parameters' is empty");
  for (const YamlNode &Item : Node.Items) {
    ParameterPattern &Pattern = To.emplace_back();
    if (Item.What == YamlNode::Scalar && Item.Text == "any")
      continue;
    if (Item.What != YamlNode::Mapping) {
      mistake(Item, "a parameter is 'any' or '{type: NAME}'");
      continue;
    }
    forEachField(Item, {"type"}, "key of a parameter",
                 [&](unsigned, const YamlNode &, const YamlNode &Value) {
                   names("type", Value, Pattern.Types);
                 });
    if (Item.Fields.empty())
      mistake(Item, "a parameter is 'any' or '{type: NAME}'");
  }
}

void ValueReader::instead(
    const YamlNode &Node, StringRef Alone,
    std::vector<std::pair<std::string, std::string>> &To) const {
  if (Node.What != YamlNode::Mapping) {
    if (Node.What == YamlNode::Sequence)
      wrongKind("'instead'", Node, "a text or a map from library to text");
    else if (std::optional<std::string> Text = text("instead", Node))
      To.emplace_back(Alone.str(), *Text);
    return;
  }
  for (const auto &[Key, Value] : Node.Fields) {
    std::optional<std::string> Library = libraryId(Key);
    if (!Library)
      continue;
    bool Known = llvm::any_of(To, [&](auto &T) { return T.first == *Library; });
    if (Known)
      mistake(Key, "duplicate key '" + *Library + "' in 'instead'");
    else if (std::optional<std::string> Text = text(*Library, Value))
      To.emplace_back(*Library, *Text);
  }
  if (Node.Fields.empty())
    mistake(Node, "the map of 'instead' is empty");
}

} // namespace asynctidy
