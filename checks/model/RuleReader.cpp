// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "RuleReader.h"
#include "EntryReader.h"
#include "RuleNames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include <tuple>

using llvm::ArrayRef;
using llvm::StringRef;
using llvm::Twine;

namespace asynctidy {
namespace {

class FileReader {
public:
  FileReader(const YamlTree &Tree, RulePack &Pack, MistakeLog &Log)
      : Tree(Tree), Pack(Pack), Log(Log), Values(Tree, Pack, Log) {}

  void read();

private:
  void readHeader(StringRef Key, const YamlNode &Value);
  void checkHeader(bool HasSchema, bool HasLibrary);
  void readRole(const RoleSchema &Schema, const YamlNode &List);
  void checkDuplicate(const RoleSchema &Schema, const YamlNode &Node,
                      const RuleEntry &Entry);

  const YamlTree &Tree;
  RulePack &Pack;
  MistakeLog &Log;
  ValueReader Values;
  llvm::StringMap<unsigned> FirstLines; ///< of what entries are about
};

void FileReader::read() {
  if (Tree.Root.What == YamlNode::Empty) {
    if (!Tree.RootDamaged)
      Log.add(1, 1,
              "the file is empty; a rule file starts with 'schema: 1' "
              "and 'library: NAME'");
    return;
  }
  if (!Values.isMap(Tree.Root, "a rule file"))
    return;
  llvm::SmallVector<StringRef, 40> Known(headerKeys());
  for (const RoleSchema &Schema : ruleSchema())
    Known.push_back(Schema.Name);
  const unsigned Headers = headerKeys().size();
  std::vector<const YamlNode *> Found(Known.size(), nullptr);
  auto Keys = Values.forEachField(
      Tree.Root, Known, "role",
      [&](unsigned Index, const YamlNode &, const YamlNode &Value) {
        Found[Index] = &Value;
      });
  // The header first, wherever it stands: names need its namespaces.
  for (unsigned I = 0; I != Headers; ++I)
    if (Found[I])
      readHeader(Known[I], *Found[I]);
  checkHeader(Keys.Keys[0], Keys.Keys[1]);
  for (unsigned I = Headers; I != Found.size(); ++I)
    if (Found[I])
      readRole(ruleSchema()[I - Headers], *Found[I]);
}

void FileReader::readHeader(StringRef Key, const YamlNode &Value) {
  if (Key == "schema") {
    std::optional<std::string> Version = Values.text(Key, Value);
    if (Version && *Version != "1")
      Values.mistake(Value, "'schema' is 1, the only version this async-tidy "
                            "reads, not '" +
                                *Version + "'");
  } else if (Key == "library") {
    Pack.Library = Values.libraryId(Value).value_or("");
    if (Pack.Library == "any")
      Values.mistake(Value, "'any' means every library and cannot be the "
                            "name of one");
  } else if (Key == "namespaces") {
    std::vector<std::string> Namespaces;
    Values.names(Key, Value, Namespaces); // none yet to put in front of them
    Pack.Namespaces = std::move(Namespaces);
  } else if (Key == "seen") {
    Pack.Seen = Values.text(Key, Value).value_or("");
  } else if (Key == "linkage") {
    Pack.LinkageC = Values.word(Key, Value, {"c"}).has_value();
  } else {
    Values.forEachText(Key, Value, [&](const YamlNode &Item) {
      if (std::optional<std::string> Library = Values.libraryId(Item))
        Pack.Disables.push_back({*Library, Item.Line, Item.Column});
    });
  }
}

void FileReader::checkHeader(bool HasSchema, bool HasLibrary) {
  if (Tree.RootDamaged)
    return;
  if (!HasSchema)
    Log.add(1, 1, "the file lacks 'schema: 1'");
  if (!HasLibrary)
    Log.add(1, 1, "the file lacks 'library: NAME'");
}

void FileReader::readRole(const RoleSchema &Schema, const YamlNode &List) {
  if (!Values.isList(List, "'" + Schema.Name + "'"))
    return;
  EntryReader Reader(Schema, Values, Tree, Pack);
  for (const YamlNode &Node : List.Items) {
    Pack.Entries.push_back(Reader.read(Node));
    if (!Tree.isDamagedAt(Node.Line))
      checkDuplicate(Schema, Node, Pack.Entries.back());
  }
}

void append(std::string &To, ArrayRef<std::string> Words) {
  for (const std::string &Word : Words)
    To += Word + ',';
  To += ';';
}

void append(std::string &To, ArrayRef<Condition> Conditions) {
  for (const Condition &C : Conditions) {
    To += (Twine(C.What) + "@" + Twine(C.On.What) + "." + Twine(C.On.Index))
              .str();
    append(To, C.Values);
  }
  To += '/';
}

/// All that may differ between two entries about one declaration.
std::string circumstances(const RuleEntry &Entry) {
  std::string Result;
  for (const ParameterPattern &Pattern : Entry.Parameters)
    append(Result, Pattern.Types);
  Result += '/' + std::to_string(Entry.MinArguments) + '/';
  append(Result, Entry.Unless);
  append(Result, Entry.OnlyIf);
  Result += Entry.Kind + '/' + Entry.To + '/';
  if (Entry.Callable)
    Result += std::to_string(Entry.Callable->What) + '.' +
              std::to_string(Entry.Callable->Index);
  Result += '/';
  if (Entry.TemplateArgument)
    Result += std::to_string(*Entry.TemplateArgument);
  return Result;
}

void FileReader::checkDuplicate(const RoleSchema &Schema, const YamlNode &Node,
                                const RuleEntry &Entry) {
  std::vector<std::string> About;
  if (!Entry.Name.empty())
    About = {Entry.Name};
  else
    for (const auto *List : {&Entry.Functions, &Entry.Namespaces, &Entry.Types})
      llvm::append_range(About, *List);
  std::string Rest = circumstances(Entry);
  for (const std::string &Name : About) {
    std::string Key = (Schema.Name + " " + Name + " " + Rest).str();
    auto [First, IsNew] = FirstLines.try_emplace(Key, Node.Line);
    if (IsNew || First->second == Node.Line)
      continue;
    std::string Message = ("duplicate entry of '" + Schema.Name + "': line " +
                           Twine(First->second) + " has '" + Name + "'")
                              .str();
    if (Entry.Name.empty() && !Entry.Functions.empty())
      Message += " with the same parameters and conditions";
    Values.mistake(Node, Message);
    return;
  }
}

} // namespace

void sortByPlace(std::vector<RuleMistake> &Mistakes) {
  llvm::sort(Mistakes, [](const RuleMistake &A, const RuleMistake &B) {
    return std::tie(A.Line, A.Column, A.Message) <
           std::tie(B.Line, B.Column, B.Message);
  });
}

std::string RuleMistake::place() const {
  if (!Line)
    return File;
  return File + ":" + std::to_string(Line) + ":" + std::to_string(Column);
}

RuleReadResult readRules(llvm::MemoryBufferRef Text) {
  RuleReadResult Result;
  MistakeLog Log(Text.getBufferIdentifier());
  YamlTree Tree = parseYaml(Text, Log);
  Result.Incomplete = !Tree.Readable || !Tree.Damage.empty();
  if (Tree.Readable) {
    Result.Pack = std::make_unique<RulePack>();
    Result.Pack->File = Text.getBufferIdentifier().str();
    FileReader(Tree, *Result.Pack, Log).read();
  }
  Result.Mistakes = Log.take();
  sortByPlace(Result.Mistakes);
  return Result;
}

} // namespace asynctidy
