// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "YamlSyntax.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>
#include <utility>

using llvm::StringRef;

namespace asynctidy {

std::string plainWords(StringRef Message) {
  static constexpr std::pair<StringRef, StringRef> Known[] = {
      {"Could not find expected :", "expected ':' after this key"},
      {"Got empty plain scalar", "expected a value here"},
      {"Got empty alias or anchor",
       "expected a value; a text that starts with '*' or '&' needs quotes"},
      {"Expected a line break after block scalar",
       "expected the text on the lines below '|' or '>'"},
      {"Leading all-spaces line",
       "this blank line has more spaces than the text below it"},
      {"Unrecognized escape", "unknown '\\' escape; in single quotes a '\\' is "
                              "just a character"},
      {"Unexpected token. Expected Key or Block End",
       "expected a key in the column of the keys above, or ':' after the key"},
      {"Unexpected token. Expected Block Entry",
       "expected '- ' in the column of the list items above"},
      {"Unexpected token. Expected Key, Flow",
       "expected ',' or the closing bracket"},
      {"Could not find closing", "expected ',' or the closing bracket"},
      {"Expected , between entries", "expected ',' or the closing bracket"},
      {"Null key in Key Value", "expected a key before ':'"},
      {"Unexpected token in Key Value", "expected a value after ':'"},
      {"Unexpected token", "expected a value here"}};
  for (auto [Theirs, Ours] : Known)
    if (Message.starts_with(Theirs))
      return Ours.str();
  std::string Result = Message.rtrim(".!").str();
  if (!Result.empty())
    Result[0] = llvm::toLower(Result[0]);
  return Result;
}

std::string missingColon(StringRef Word) {
  auto [Key, Value] = Word.split(':');
  if (Key.size() < Word.size() && !Key.empty())
    return ("a space is missing after '" + Key + ":'").str();
  return ("a ':' is missing after '" + Word + "'").str();
}

namespace {

/// The offset behind the quoted text that starts at \p From.
std::optional<std::size_t> quoteEnd(StringRef Text, std::size_t From) {
  char Quote = Text[From];
  for (std::size_t I = From + 1; I < Text.size(); ++I) {
    if (Quote == '"' && Text[I] == '\\')
      ++I;
    else if (Text[I] == Quote) {
      if (Quote == '"' || I + 1 == Text.size() || Text[I + 1] != Quote)
        return I + 1;
      ++I;
    }
  }
  return std::nullopt;
}

/// The offset behind the unquoted text that starts at \p From.
std::size_t plainEnd(StringRef Text, std::size_t From, bool InFlow) {
  std::size_t I = From;
  for (; I < Text.size() && Text[I] != '\n'; ++I) {
    bool BeforeBlank = I + 1 == Text.size() || llvm::isSpace(Text[I + 1]);
    if ((Text[I] == ':' && BeforeBlank) ||
        (Text[I] == '#' && I > From && llvm::isSpace(Text[I - 1])) ||
        (InFlow && StringRef(",[]{}").contains(Text[I])))
      break;
  }
  return std::max(I, From + 1);
}

/// The offset behind the text under a '|' or '>' at \p From: all lines that
/// are indented more than its own.
std::size_t blockTextEnd(StringRef Text, std::size_t From) {
  std::size_t LineStart = Text.rfind('\n', From) + 1;
  std::size_t Indent = Text.substr(LineStart).find_first_not_of(' ');
  std::size_t At = Text.find('\n', From);
  while (At != StringRef::npos) {
    StringRef Line =
        Text.drop_front(At + 1).take_until([](char C) { return C == '\n'; });
    if (!Line.trim().empty() && Line.find_first_not_of(' ') <= Indent)
      return At;
    At = Text.find('\n', At + 1);
  }
  return Text.size();
}

} // namespace

std::optional<std::size_t> findUnclosedQuote(StringRef Text, std::size_t From,
                                             unsigned FlowDepth) {
  for (std::size_t I = From; I < Text.size();) {
    char C = Text[I];
    if (C == '"' || C == '\'') {
      std::optional<std::size_t> End = quoteEnd(Text, I);
      if (!End)
        return I;
      I = *End;
    } else if (C == '#') {
      I = Text.find('\n', I);
    } else if (C == '[' || C == '{') {
      ++FlowDepth;
      ++I;
    } else if (C == ']' || C == '}') {
      FlowDepth -= FlowDepth > 0;
      ++I;
    } else if (llvm::isSpace(C) || C == ',' || C == ':' ||
               (C == '-' && Text.substr(I + 1, 1).trim().empty())) {
      ++I;
    } else if (!FlowDepth && (C == '|' || C == '>')) {
      I = blockTextEnd(Text, I);
    } else {
      I = plainEnd(Text, I, FlowDepth > 0);
    }
  }
  return std::nullopt;
}

} // namespace asynctidy
