// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "YamlTree.h"
#include "YamlRecovery.h"
#include "YamlWalk.h"
#include "llvm/ADT/STLExtras.h"

using llvm::StringRef;
using llvm::Twine;

namespace asynctidy {
namespace {

constexpr std::size_t MaxSize = 1 << 20;
/// So many syntax errors of a file are told; then it is none.
constexpr unsigned MaxRounds = 32;

bool refuse(StringRef Text, MistakeLog &Log) {
  if (Text.size() > MaxSize)
    Log.add(1, 1,
            "the file has " + Twine(Text.size()) +
                " bytes; rule files have at most " + Twine(MaxSize));
  else if (Text.starts_with("\xff\xfe") || Text.starts_with("\xfe\xff"))
    Log.add(1, 1, "the file is UTF-16 text; rule files are UTF-8");
  else
    return false;
  return true;
}

} // namespace

/// A message quotes the file, and stays one line of a sensible length.
void MistakeLog::add(unsigned Line, unsigned Column, const Twine &Message) {
  constexpr std::size_t MaxLength = 400;
  std::string Text = Message.str();
  if (Text.size() > MaxLength) {
    std::size_t End = MaxLength;
    while (End > 0 && (Text[End] & 0xc0) == 0x80)
      --End; // not in the middle of a UTF-8 character
    Text.resize(End);
    Text += "...";
  }
  for (char &C : Text)
    if (static_cast<unsigned char>(C) < ' ')
      C = ' ';
  Mistakes.push_back({File.str(), Line, Column, std::move(Text)});
}

bool YamlTree::isDamagedAt(unsigned Line) const {
  return llvm::any_of(Damage, [Line](std::pair<unsigned, unsigned> Lines) {
    return Lines.first <= Line && Line < Lines.second;
  });
}

YamlTree parseYaml(llvm::MemoryBufferRef Buffer, MistakeLog &Log) {
  YamlTree Tree;
  if (refuse(Buffer.getBuffer(), Log)) {
    Tree.Readable = false;
    return Tree;
  }
  BlankableText Text(Buffer.getBuffer());
  Text.clean(Log);
  std::pair<unsigned, unsigned> LastPlace;
  for (unsigned Round = 0;; ++Round) {
    MistakeLog RoundLog = Log;
    YamlWalk W(Text, RoundLog);
    Tree.Root = W.run();
    if (!W.Error) {
      Log = std::move(RoundLog);
      Tree.Readable = !W.TooDeep;
      break;
    }
    auto Place = Text.place(W.Error->Place);
    if (Place != LastPlace) // else blanking its surroundings was not enough
      Log.add(Place.first, Place.second, W.Error->Message);
    LastPlace = Place;
    if (Round == MaxRounds)
      Log.add(Place.first, Place.second,
              "too many syntax errors; nothing else was checked");
    if (Round == MaxRounds || !Text.blankAround(W.Error->Anchor)) {
      Tree.Readable = false;
      break;
    }
  }
  Text.describeDamage(Tree);
  return Tree;
}

} // namespace asynctidy
