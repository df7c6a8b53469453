// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Positions.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/ConvertUTF.h"
#include <algorithm>

namespace asynctidy::editor {

using llvm::StringRef;

std::optional<Encoding> encodingNamed(StringRef Name) {
  return llvm::StringSwitch<std::optional<Encoding>>(Name)
      .Case("utf-8", Encoding::Utf8)
      .Case("utf-16", Encoding::Utf16)
      .Case("utf-32", Encoding::Utf32)
      .Default(std::nullopt);
}

StringRef nameOf(Encoding Units) {
  switch (Units) {
  case Encoding::Utf8:
    return "utf-8";
  case Encoding::Utf16:
    return "utf-16";
  case Encoding::Utf32:
    break;
  }
  return "utf-32";
}

/// Where the line behind the one at \p From begins; npos when it is the last.
static size_t nextLine(StringRef Text, size_t From) {
  size_t End = Text.find_first_of("\r\n", From);
  if (End == StringRef::npos)
    return End;
  return End + (Text.substr(End).starts_with("\r\n") ? 2 : 1);
}

/// The bytes of the first character of \p Text; of what is no UTF-8, one byte.
static size_t firstLength(StringRef Text) {
  auto Begin = reinterpret_cast<const llvm::UTF8 *>(Text.data());
  return llvm::isLegalUTF8Sequence(Begin, Begin + Text.size())
             ? llvm::getNumBytesForUTF8(*Begin)
             : 1;
}

/// How many units a character of that many bytes is long.
static unsigned unitsOf(size_t Bytes, Encoding Units) {
  switch (Units) {
  case Encoding::Utf8:
    return Bytes;
  case Encoding::Utf16:
    return Bytes == 4 ? 2 : 1;
  case Encoding::Utf32:
    break;
  }
  return 1;
}

Position positionAt(StringRef Text, size_t Offset, Encoding Units) {
  Offset = std::min(Offset, Text.size());
  Position Result;
  size_t Begin = 0;
  for (size_t Next = nextLine(Text, 0); Next <= Offset;
       Next = nextLine(Text, Begin)) {
    Begin = Next;
    ++Result.Line;
  }
  while (Begin < Offset) {
    size_t Bytes = firstLength(Text.substr(Begin));
    Result.Character += unitsOf(Bytes, Units);
    Begin += Bytes;
  }
  return Result;
}

size_t offsetAt(StringRef Text, Position Where, Encoding Units) {
  size_t Begin = 0;
  for (unsigned Line = 0; Line < Where.Line; ++Line) {
    Begin = nextLine(Text, Begin);
    if (Begin == StringRef::npos)
      return Text.size();
  }
  size_t End = std::min(Text.find_first_of("\r\n", Begin), Text.size());
  for (unsigned Character = 0; Begin < End && Character < Where.Character;) {
    size_t Bytes = firstLength(Text.slice(Begin, End));
    Character += unitsOf(Bytes, Units);
    Begin += Bytes;
  }
  return Begin;
}

} // namespace asynctidy::editor
