// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "OptionReader.h"
#include "model/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/GlobPattern.h"

namespace asynctidy {

static std::string mistake(llvm::StringRef Key, llvm::StringRef Value,
                           llvm::StringRef Expected) {
  return ("invalid value '" + Value + "' of option '" + Key + "'; expected " +
          Expected)
      .str();
}

std::string OptionReader::text(llvm::StringRef Key,
                               llvm::StringRef Default) const {
  return Find(Key).value_or(Default.str());
}

unsigned OptionReader::number(llvm::StringRef Key, unsigned Default) const {
  std::optional<std::string> Value = Find(Key);
  unsigned Number;
  if (!Value)
    return Default;
  if (!llvm::StringRef(*Value).trim().getAsInteger(10, Number))
    return Number;
  Mistakes.push_back(mistake(Key, *Value, "a number"));
  return Default;
}

bool OptionReader::flag(llvm::StringRef Key, bool Default) const {
  std::optional<std::string> Value = Find(Key);
  if (!Value)
    return Default;
  llvm::StringRef Word = llvm::StringRef(*Value).trim();
  if (Word == "true" || Word == "1")
    return true;
  if (Word == "false" || Word == "0")
    return false;
  Mistakes.push_back(mistake(Key, *Value, "'true' or 'false'"));
  return Default;
}

std::string OptionReader::word(llvm::StringRef Key, llvm::StringRef Default,
                               llvm::ArrayRef<llvm::StringRef> Words) const {
  std::optional<std::string> Value = Find(Key);
  if (!Value)
    return Default.str();
  llvm::StringRef Word = llvm::StringRef(*Value).trim();
  if (llvm::is_contained(Words, Word))
    return Word.str();
  Mistakes.push_back(
      mistake(Key, *Value, "one of '" + llvm::join(Words, "', '") + "'"));
  return Default.str();
}

static bool fitsAny(llvm::StringRef Glob,
                    llvm::ArrayRef<llvm::StringLiteral> Words) {
  llvm::Expected<llvm::GlobPattern> Pattern = llvm::GlobPattern::create(Glob);
  if (!Pattern) {
    llvm::consumeError(Pattern.takeError());
    return false;
  }
  return llvm::any_of(
      Words, [&](llvm::StringRef Word) { return Pattern->match(Word); });
}

std::string
OptionReader::globs(llvm::StringRef Key, llvm::StringRef Default,
                    llvm::ArrayRef<llvm::StringLiteral> Words) const {
  std::string Value = text(Key, Default);
  llvm::SmallVector<llvm::StringRef, 8> Globs;
  llvm::StringRef(Value).split(Globs, ',', /*MaxSplit=*/-1,
                               /*KeepEmpty=*/false);
  llvm::SmallVector<llvm::StringRef, 20> Known(Words.begin(), Words.end());
  for (llvm::StringRef Glob : Globs) {
    llvm::StringRef Word = Glob.trim();
    Word.consume_front("-");
    if (Word.empty() || fitsAny(Word, Words))
      continue;
    Mistakes.push_back(mistake(Key, Word, "globs of " + listOfWords(Known)) +
                       suggestion(Word, Known));
  }
  return Value;
}

} // namespace asynctidy
