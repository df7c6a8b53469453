// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Printable.h"
#include "Utf16.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Unicode.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy::report {

using llvm::StringRef;

/// The first character of \p Text, taken off it; a byte that is no UTF-8 alone.
static StringRef takeCharacter(StringRef &Text) {
  auto Begin = reinterpret_cast<const llvm::UTF8 *>(Text.data());
  bool IsLegal = llvm::isLegalUTF8Sequence(Begin, Begin + Text.size());
  size_t Length = IsLegal ? llvm::getNumBytesForUTF8(*Begin) : 1;
  StringRef Character = Text.take_front(Length);
  Text = Text.drop_front(Length);
  return Character;
}

static bool isPrintable(StringRef Character) {
  return llvm::sys::unicode::columnWidthUTF8(Character) >= 0;
}

static void appendPrintable(std::string &Result, StringRef Character) {
  if (isPrintable(Character))
    Result += Character;
  else
    Result += "<" + llvm::toHex(Character) + ">";
}

std::string printable(StringRef Text) {
  std::string Result;
  while (!Text.empty())
    appendPrintable(Result, takeCharacter(Text));
  return Result;
}

std::string printableCode(StringRef Line) {
  std::string Result;
  while (!Line.empty()) {
    StringRef Character = takeCharacter(Line);
    if (Character == "\t")
      Result.append(8 - Result.size() % 8, ' ');
    else
      appendPrintable(Result, Character);
  }
  return Result;
}

std::string printableJson(StringRef Json) {
  std::string Result;
  llvm::raw_string_ostream Out(Result);
  while (!Json.empty()) {
    size_t Plain =
        Json.find_if_not([](char C) { return C == '\n' || llvm::isPrint(C); });
    Out << Json.take_front(Plain);
    Json = Json.substr(Plain);
    if (Json.empty())
      break;
    StringRef Character = takeCharacter(Json);
    if (isPrintable(Character))
      Out << Character;
    else
      for (llvm::UTF16 Unit : utf16(Character))
        Out << llvm::format("\\u%04x", Unit);
  }
  return Result;
}

std::string printablePath(StringRef Path) {
  bool IsCommand = Path.ltrim().starts_with("::");
  return (IsCommand ? "./" : "") + printable(Path);
}

} // namespace asynctidy::report
