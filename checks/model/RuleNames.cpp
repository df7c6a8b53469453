// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "RuleNames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"
#include <algorithm>

using llvm::ArrayRef;
using llvm::StringRef;

namespace asynctidy {
namespace {

bool isIdentifier(StringRef Word) {
  return !Word.empty() && !llvm::isDigit(Word.front()) &&
         llvm::all_of(Word, [](char C) {
           // Bytes above 127 belong to UTF-8 letters.
           return llvm::isAlnum(C) || C == '_' || (C & 0x80);
         });
}

constexpr llvm::StringLiteral Symbols[] = {
    "()", "[]",  "+",  "-",  "*",  "/",  "%",  "^",   "&",   "|",
    "~",  "!",   "=",  "<",  ">",  "+=", "-=", "*=",  "/=",  "%=",
    "^=", "&=",  "|=", "<<", ">>", "==", "!=", "<<=", ">>=", "<=",
    ">=", "<=>", "&&", "||", "++", "--", ",",  "->",  "->*"};

constexpr llvm::StringLiteral BuiltinTypes[] = {
    "auto",   "bool",     "char",  "char16_t", "char32_t", "char8_t",
    "const",  "double",   "float", "int",      "long",     "short",
    "signed", "unsigned", "void",  "wchar_t"};

/// What follows the word "operator", where \p Name has an operator's name for
/// its last part.
std::optional<StringRef> operatorOf(StringRef LastPart) {
  if (!LastPart.consume_front("operator"))
    return std::nullopt;
  if (!LastPart.empty() && isIdentifier(LastPart))
    return std::nullopt; // "operators" is an identifier like any other
  return LastPart;
}

bool isOperator(StringRef Symbol) {
  if (llvm::is_contained(Symbols, Symbol))
    return true;
  if (Symbol.consume_front("\"\""))
    return isIdentifier(Symbol.ltrim());
  if (!Symbol.consume_front(" "))
    return false;
  if (Symbol == "co_await" || Symbol == "new" || Symbol == "delete" ||
      Symbol == "new[]" || Symbol == "delete[]")
    return true;
  return !Symbol.empty() && !Symbol.starts_with(" "); // a conversion
}

std::string whyPartCannotMatch(StringRef Part, bool IsLast) {
  if (isIdentifier(Part))
    return {};
  if (Part.empty())
    return "has nothing between two '::'";
  if (Part.contains('<'))
    return "has template arguments; names match every specialization, leave "
           "them out";
  if (Part.contains('('))
    return "has a parameter list; use the key 'parameters' to tell overloads "
           "apart";
  if (Part.find_first_of(" \t\n") != StringRef::npos)
    return "has a space in it";
  if (Part.starts_with("~") && isIdentifier(Part.drop_front()))
    return IsLast ? "" : "has a destructor's name before its end";
  for (char C : Part)
    if (!isIdentifier(StringRef(&C, 1)) && !llvm::isDigit(C))
      return "has '" + std::string(1, C) + "' in it";
  return "has a part that starts with a digit";
}

} // namespace

StringRef lastPart(StringRef Name) {
  for (std::size_t At = 0; At != StringRef::npos;) {
    StringRef Rest = Name.drop_front(At);
    if (operatorOf(Rest))
      return Rest;
    std::size_t Next = Rest.find("::");
    if (Next == StringRef::npos)
      return Rest;
    At += Next + 2;
  }
  return Name;
}

StringRef scopeOf(StringRef Name) {
  StringRef Scope = Name.drop_back(lastPart(Name).size());
  Scope.consume_back("::");
  return Scope;
}

std::string whyNameCannotMatch(StringRef Name) {
  if (Name.empty())
    return "is empty";
  if (Name.trim() != Name)
    return "has a space in it";
  Name.consume_front("::");
  if (Name.empty())
    return "is only '::'";
  if (Name.ends_with("::"))
    return "ends in '::'";
  StringRef Last = lastPart(Name);
  StringRef Scope = Name.drop_back(Last.size());
  while (!Scope.empty()) {
    auto [Part, Rest] = Scope.split("::");
    if (std::string Why = whyPartCannotMatch(Part, false); !Why.empty())
      return Why;
    Scope = Rest;
  }
  if (std::optional<StringRef> Symbol = operatorOf(Last)) {
    if (Symbol->empty())
      return "names no operator after 'operator'";
    return isOperator(*Symbol)
               ? ""
               : "has '" + Symbol->str() + "' after 'operator', which is none";
  }
  if (llvm::is_contained(BuiltinTypes, Last.take_until(llvm::isSpace)))
    return "is built into the language; only declared names can be matched";
  return whyPartCannotMatch(Last, true);
}

bool isConstant(StringRef Word, bool AllowNumber) {
  if (AllowNumber) {
    StringRef Digits = Word;
    Digits.consume_front("-");
    unsigned long long Value;
    if (!Digits.empty() && llvm::isDigit(Digits.front()))
      return !Digits.getAsInteger(0, Value);
  }
  Word.consume_front("::");
  llvm::SmallVector<StringRef, 4> Parts;
  Word.split(Parts, "::");
  return llvm::all_of(Parts, isIdentifier);
}

void addAbsoluteNames(StringRef Name, ArrayRef<std::string> Namespaces,
                      std::vector<std::string> &To) {
  if (Name.consume_front("::") || Namespaces.empty()) {
    To.push_back(Name.str());
    return;
  }
  for (const std::string &Namespace : Namespaces)
    To.push_back((Namespace + "::" + Name).str());
}

} // namespace asynctidy
