// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "YamlRecovery.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include <algorithm>

using llvm::StringRef;

namespace asynctidy {
namespace {

/// What stands in for a bad character: fits into names and words, so that it
/// is told of once only.
constexpr char Harmless = '_';

unsigned indentOf(StringRef Line) {
  return Line.size() - Line.ltrim(' ').size();
}

/// Nothing that could end a block: blank or a comment.
bool isFiller(StringRef Line) {
  StringRef Content = Line.trim();
  return Content.empty() || Content.starts_with("#");
}

bool isDash(StringRef Line) {
  StringRef Content = Line.trim();
  return Content == "-" || Content.starts_with("- ");
}

/// The column where what follows the dashes begins.
unsigned contentColumn(StringRef Line) {
  StringRef Rest = Line.ltrim(' ');
  while (Rest.consume_front("- "))
    Rest = Rest.ltrim(' ');
  return Line.size() - Rest.size();
}

std::string firstOf(unsigned Count) {
  return Count > 1 ? " (the first of " + std::to_string(Count) + ")" : "";
}

} // namespace

BlankableText::BlankableText(StringRef Original) : Content(Original) {
  Starts.push_back(0);
  for (std::size_t I = 0; I != Content.size(); ++I)
    if (Content[I] == '\n')
      Starts.push_back(I + 1);
}

std::pair<unsigned, unsigned> BlankableText::place(std::size_t Offset) const {
  auto Next = llvm::upper_bound(Starts, Offset);
  unsigned Line = Next - Starts.begin();
  return {Line, Offset - Starts[Line - 1] + 1};
}

StringRef BlankableText::line(unsigned Index) const {
  std::size_t End =
      Index + 1 < Starts.size() ? Starts[Index + 1] - 1 : Content.size();
  return StringRef(Content).slice(Starts[Index], End);
}

void BlankableText::clean(MistakeLog &Log) {
  cleanCharacters(Log);
  cleanTabs(Log);
}

void BlankableText::cleanCharacters(MistakeLog &Log) {
  unsigned NotUtf8 = 0, Controls = 0;
  std::size_t FirstNotUtf8 = 0, FirstControl = 0;
  for (std::size_t I = 0; I < Content.size(); ++I) {
    unsigned char C = Content[I];
    if (C >= 0x80) {
      auto *Bytes = reinterpret_cast<const llvm::UTF8 *>(Content.data());
      unsigned Length = llvm::getNumBytesForUTF8(C);
      if (I + Length <= Content.size() &&
          llvm::isLegalUTF8Sequence(Bytes + I, Bytes + I + Length)) {
        I += Length - 1;
        continue;
      }
      if (!NotUtf8++)
        FirstNotUtf8 = I;
      Content[I] = Harmless;
      continue;
    }
    bool IsBreak = C == '\n' || (C == '\r' && I + 1 < Content.size() &&
                                 Content[I + 1] == '\n');
    if ((C >= 0x20 && C != 0x7f) || C == '\t' || IsBreak)
      continue;
    if (!Controls++)
      FirstControl = I;
    Content[I] = Harmless;
  }
  if (NotUtf8)
    Log.add(place(FirstNotUtf8).first, place(FirstNotUtf8).second,
            "this byte is not UTF-8 text" + firstOf(NotUtf8));
  if (Controls)
    Log.add(place(FirstControl).first, place(FirstControl).second,
            "this is a control character" + firstOf(Controls));
}

void BlankableText::cleanTabs(MistakeLog &Log) {
  unsigned Count = 0, FirstLine = 0, FirstColumn = 0;
  for (unsigned I = 0; I != Starts.size(); ++I) {
    StringRef Line = line(I);
    StringRef Indent =
        Line.take_while([](char C) { return C == ' ' || C == '\t'; });
    std::size_t Tab = Indent.find('\t');
    if (Tab == StringRef::npos || isFiller(Line))
      continue;
    if (!Count++) {
      FirstLine = I + 1;
      FirstColumn = Tab + 1;
    }
    std::replace(Content.begin() + Starts[I],
                 Content.begin() + Starts[I] + Indent.size(), '\t', ' ');
  }
  if (Count)
    Log.add(FirstLine, FirstColumn,
            "a tab indents this line; YAML wants spaces" + firstOf(Count));
}

BlankableText::Range BlankableText::field(unsigned Line) const {
  bool Dash = isDash(line(Line));
  unsigned Column = contentColumn(line(Line));
  unsigned Last = Line + 1;
  for (; Last != Starts.size(); ++Last) {
    StringRef Next = line(Last);
    // A list may stand right under its key, without being indented.
    bool Inside = indentOf(Next) > Column ||
                  (indentOf(Next) == Column && isDash(Next) && !Dash);
    if (!isFiller(Next) && !Inside)
      break;
  }
  return {Line, Last};
}

std::optional<BlankableText::Range> BlankableText::item(unsigned Line) const {
  unsigned Limit =
      isDash(line(Line)) ? indentOf(line(Line)) + 1 : indentOf(line(Line));
  for (unsigned First = Line + 1; First-- > 0 && Limit > 0;) {
    StringRef Start = line(First);
    if (isFiller(Start) || indentOf(Start) >= Limit)
      continue;
    Limit = indentOf(Start);
    if (!isDash(Start))
      continue;
    unsigned Last = First + 1;
    while (Last != Starts.size() &&
           (isFiller(line(Last)) || indentOf(line(Last)) > Limit))
      ++Last;
    return Range{First, Last};
  }
  return std::nullopt;
}

std::optional<BlankableText::Range> BlankableText::entry(unsigned Line) const {
  std::optional<Range> Outermost = item(Line);
  while (Outermost) {
    // The next one out has its dash further to the left.
    unsigned First = Outermost->First, Indent = indentOf(line(First));
    std::optional<Range> Outer;
    while (First-- > 0 && !Outer) {
      if (isFiller(line(First)) || indentOf(line(First)) >= Indent)
        continue;
      Outer = item(First);
      break;
    }
    if (!Outer)
      break;
    Outermost = Outer;
  }
  return Outermost;
}

BlankableText::Range BlankableText::block(unsigned Line) const {
  auto StartsBlock = [this](unsigned I) {
    return !isFiller(line(I)) && indentOf(line(I)) == 0 && !isDash(line(I));
  };
  unsigned First = Line, Last = Line + 1;
  while (First > 0 && !StartsBlock(First))
    --First;
  while (Last != Starts.size() && !StartsBlock(Last))
    ++Last;
  return {First, Last};
}

bool BlankableText::blank(Range Part, bool KeepDash) {
  bool Changed = false;
  for (unsigned I = Part.First; I != Part.Last; ++I) {
    std::size_t From = Starts[I], To = From + line(I).size();
    if (KeepDash && I == Part.First)
      From += contentColumn(line(I));
    for (; From < To; ++From) {
      Changed |= Content[From] != ' ' && Content[From] != '\r';
      if (Content[From] != '\r')
        Content[From] = ' ';
    }
  }
  return Changed;
}

bool BlankableText::blankAround(std::size_t Offset) {
  unsigned Line = place(std::min(Offset, Content.size())).first - 1;
  // Errors at the end of the text belong to the last line that says something.
  while (Line > 0 && isFiller(line(Line)))
    --Line;
  std::optional<Range> Entry = entry(Line);
  Range Whole = Entry ? *Entry : block(Line);
  bool Again = llvm::any_of(Damage, [&](Range R) { return R.contains(Line); });
  if (!Entry)
    RootDamaged = true;
  if (!Again)
    Damage.push_back(Whole);
  Range Field = field(Line);
  // A dash with nothing behind it would take in what follows.
  bool KeepDash = Entry && item(Line)->Last != Field.Last;
  if (!Again && blank(Field, KeepDash))
    return true;
  if (blank(Whole, false))
    return true;
  RootDamaged = true;
  return blank(block(Line), false);
}

void BlankableText::describeDamage(YamlTree &Tree) const {
  for (Range R : Damage) {
    // The key above a list that is gone now is damaged with it.
    while (R.First > 0 && isFiller(line(R.First - 1)))
      --R.First;
    Tree.Damage.push_back({R.First, R.Last + 1});
  }
  Tree.RootDamaged = RootDamaged;
}

} // namespace asynctidy
