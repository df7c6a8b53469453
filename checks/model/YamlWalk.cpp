// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "YamlWalk.h"
#include "YamlSyntax.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include <tuple>

using llvm::SmallString;
using llvm::StringRef;
using llvm::Twine;
namespace yaml = llvm::yaml;

namespace asynctidy {

constexpr unsigned MaxDepth = 64;

/// The sign of an alias, an anchor or a tag.
static StringRef signOf(const yaml::Node &Node) {
  if (llvm::isa<yaml::AliasNode>(Node))
    return "*";
  if (!Node.getAnchor().empty())
    return "&";
  return Node.getRawTag().empty() ? "" : "!";
}

std::size_t YamlWalk::offsetOf(llvm::SMLoc Loc) const {
  const char *Begin = Text.text().begin();
  const char *Pointer = Loc.getPointer();
  // Nodes made after an error have no place.
  if (!Pointer || Pointer < Begin || Pointer > Text.text().end())
    return LastEnd;
  return Pointer - Begin;
}

/// For a list or map in brackets, and for what has a sign in front of it,
/// llvm::yaml gives the place of what follows.
std::size_t YamlWalk::startOf(const yaml::Node &Node) const {
  std::size_t Start = offsetOf(Node.getSourceRange().Start);
  if (StringRef Sign = signOf(Node); !Sign.empty()) {
    std::size_t Before = Text.text().take_front(Start).rfind(Sign);
    return Before == StringRef::npos ? Start : Before;
  }
  if (!llvm::isa<yaml::MappingNode, yaml::SequenceNode>(Node))
    return Start;
  StringRef Before = Text.text().take_front(Start).rtrim();
  bool InBrackets =
      Before.ends_with(llvm::isa<yaml::MappingNode>(Node) ? "{" : "[");
  return InBrackets ? Before.size() - 1 : Start;
}

void YamlWalk::noteError(const llvm::SMDiagnostic &Diagnostic) {
  if (Error)
    return;
  StringRef Message = Diagnostic.getMessage();
  std::size_t Place = offsetOf(Diagnostic.getLoc());
  StringRef All = Text.text();
  if (Message.starts_with("Expected quote")) {
    std::size_t Quote =
        findUnclosedQuote(All, LastEnd, OpenBrackets.size()).value_or(LastEnd);
    Error = {Quote, Quote, "this quote is never closed"};
    return;
  }
  if (Message.starts_with("Unrecognized character")) {
    Error = {Place, Place,
             "a value cannot start with '" + All.substr(Place, 1).str() +
                 "'; put it in quotes"};
    return;
  }
  Error = {Place, Place, plainWords(Message)};
  if (!OpenBrackets.empty()) {
    Error->Anchor = OpenBrackets.front();
    if (Text.place(Place).first != Text.place(OpenBrackets.back()).first)
      noteOpenBracket(Place);
    return;
  }
  if (All.substr(Place, 1) == ":")
    Error->Message = "a key in no column of those above it, or a text with "
                     "': ' in it, which needs quotes";
  else if (All.substr(Place, 1) == "-")
    Error->Message = "this '-' is in no column of those above it";
  // A text of several lines right before the error has swallowed something.
  if (All.slice(LastBegin, LastEnd).contains('\n') &&
      All.slice(LastEnd, Place).trim().empty())
    Error->Anchor = LastBegin;
}

void YamlWalk::noteOpenBracket(std::size_t Before) {
  std::size_t Outermost = OpenBrackets.front();
  Error = {Outermost, Outermost,
           "this bracket is not closed, or a ',' is missing before line " +
               std::to_string(Text.place(Before).first)};
}

/// Rule files need no anchors, aliases and tags; what looks like one is mostly
/// a text that lacks its quotes.
void YamlWalk::rejectExtras(const yaml::Node &Node, std::size_t Start) {
  StringRef Sign = signOf(Node);
  if (!Sign.empty())
    Error = {Start, Start,
             ("a text that starts with '" + Sign + "' needs quotes").str()};
}

void YamlWalk::buildMapping(yaml::MappingNode &Node, unsigned Depth,
                            YamlNode &Result) {
  for (yaml::KeyValueNode &Field : Node) {
    if (stopped())
      return;
    YamlNode Key = build(Field.getKey(), Depth);
    if (!stopped() && Key.What == YamlNode::Scalar)
      checkKey();
    if (stopped())
      return;
    YamlNode Value = build(Field.getValue(), Depth);
    if (stopped())
      return;
    if (Value.What == YamlNode::Empty) { // it has no place of its own
      Value.Line = Key.Line;
      Value.Column = Key.Column;
    }
    Result.Fields.emplace_back(std::move(Key), std::move(Value));
  }
}

/// llvm::yaml accepts keys of several lines, which YAML does not: they are
/// what becomes of a line that lacks its ':'.
void YamlWalk::checkKey() {
  StringRef Written = Text.text().slice(LastBegin, LastEnd);
  if (!Written.contains('\n'))
    return;
  if (OpenBrackets.empty())
    Error = {LastBegin, LastBegin,
             missingColon(Written.take_until(llvm::isSpace))};
  else
    noteOpenBracket(LastEnd);
}

/// llvm::yaml also accepts what follows a closing quote. It mostly shows that
/// the quote was meant to open another text, and this one's is missing.
void YamlWalk::checkQuotes() {
  StringRef All = Text.text();
  StringRef Written = All.slice(LastBegin, LastEnd);
  if (!Written.starts_with("\"") && !Written.starts_with("'"))
    return;
  StringRef Line =
      All.substr(LastEnd).take_until([](char C) { return C == '\n'; });
  StringRef Next = Line.trim().take_front();
  bool IsComment = Next == "#" && Line.front() != '#';
  if (!Next.empty() && !IsComment && !StringRef(":,]}").contains(Next))
    Error = {LastBegin, LastBegin,
             Written.contains('\n') ? "this quote is not closed in its line"
                                    : "text goes on after the closing quote"};
}

void YamlWalk::buildScalar(yaml::Node &Node, YamlNode &Result) {
  Result.What = YamlNode::Scalar;
  LastBegin = offsetOf(Node.getSourceRange().Start);
  LastEnd = offsetOf(Node.getSourceRange().End);
  if (auto *Scalar = llvm::dyn_cast<yaml::ScalarNode>(&Node)) {
    SmallString<64> Storage;
    Result.Text = Scalar->getValue(Storage).str();
    if (!stopped())
      checkQuotes();
  } else if (auto *Block = llvm::dyn_cast<yaml::BlockScalarNode>(&Node)) {
    LastBegin = LastEnd; // it cannot have swallowed anything by accident
    Result.Text = Block->getValue().str();
  }
}

void YamlWalk::buildCollection(yaml::Node &Node, unsigned Depth,
                               YamlNode &Result) {
  std::size_t Start = startOf(Node);
  StringRef First = Text.text().substr(Start, 1);
  bool InBrackets = First == "[" || First == "{";
  if (InBrackets)
    OpenBrackets.push_back(Start);
  if (auto *Mapping = llvm::dyn_cast<yaml::MappingNode>(&Node)) {
    Result.What = YamlNode::Mapping;
    buildMapping(*Mapping, Depth, Result);
  } else if (auto *Sequence = llvm::dyn_cast<yaml::SequenceNode>(&Node)) {
    Result.What = YamlNode::Sequence;
    for (yaml::Node &Item : *Sequence) {
      Result.Items.push_back(build(&Item, Depth));
      if (stopped())
        return;
    }
  }
  if (InBrackets && !stopped())
    OpenBrackets.pop_back();
}

/// llvm::yaml parses what a node holds only when it is asked for, so nothing
/// deeper than this goes is ever parsed.
YamlNode YamlWalk::build(yaml::Node *Node, unsigned Depth) {
  YamlNode Result;
  if (!Node || stopped())
    return Result;
  std::size_t Start = startOf(*Node);
  std::tie(Result.Line, Result.Column) = Text.place(Start);
  if (Depth > MaxDepth) {
    TooDeep = true;
    Log.add(Result.Line, Result.Column,
            "lists and maps are nested more than " + Twine(MaxDepth) +
                " deep; nothing from here on was read");
    return Result;
  }
  rejectExtras(*Node, Start);
  if (stopped())
    return Result;
  if (llvm::isa<yaml::MappingNode, yaml::SequenceNode>(Node))
    buildCollection(*Node, Depth + 1, Result);
  else if (!llvm::isa<yaml::NullNode>(Node))
    buildScalar(*Node, Result);
  return Result;
}

YamlNode YamlWalk::run() {
  yaml::document_iterator Document = Stream.begin();
  YamlNode Root = build(Document->getRoot(), 0);
  if (!stopped())
    checkRest(++Document);
  // Nothing may be left out in silence, whatever llvm::yaml stopped at.
  if (!stopped() && Stream.failed())
    Error = {LastEnd, LastEnd, "cannot be read from here on"};
  return Root;
}

/// What follows the first document.
void YamlWalk::checkRest(yaml::document_iterator Document) {
  if (stopped() || Document == Stream.end())
    return;
  yaml::Node *Next = Document->getRoot();
  if (stopped() || !Next || llvm::isa<yaml::NullNode>(Next))
    return;
  std::size_t Start = startOf(*Next);
  auto [Line, Column] = Text.place(Start);
  StringRef Between = Text.text().slice(LastEnd, Start);
  if (Between.contains("---") || Between.contains("..."))
    Log.add(Line, Column,
            "a second YAML document; a rule file has one, put this into a "
            "file of its own");
  else
    Error = {Start, Start, "expected a key in the first column, or the end"};
}

} // namespace asynctidy
