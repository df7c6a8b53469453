// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "RuleWriter.h"
#include "RuleSchema.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace asynctidy {
namespace {

std::string listed(llvm::ArrayRef<std::string> Words) {
  if (Words.size() == 1)
    return Words.front();
  return "[" + llvm::join(Words, ", ") + "]";
}

std::string subjectText(const Subject &S) {
  switch (S.What) {
  case Subject::Argument:
    return std::to_string(S.Index);
  case Subject::LastArgument:
    return "last";
  case Subject::Receiver:
    return "receiver";
  case Subject::Result:
    return "result";
  case Subject::Function:
    return "function";
  }
  return "";
}

std::string conditionText(const Condition &C) {
  if (C.What == Condition::Evidence)
    return "{evidence: " + listed(C.Values) + "}";
  const auto *Test = llvm::find_if(
      conditionTests(), [&](const TestSchema &T) { return T.Test == C.What; });
  bool IsFlag = Test->Takes == TestSchema::True;
  // Several constants can only be those of `any-of`, the next row.
  if (Test->Takes == TestSchema::OneConstant && C.Values.size() > 1)
    ++Test;
  return "{argument: " + subjectText(C.On) + ", " + Test->Key.str() + ": " +
         (IsFlag ? "true" : listed(C.Values)) + "}";
}

/// The value of one key, as text; empty where the entry does not have it. One
/// overload for each kind of value.
struct ValueText {
  const RuleEntry &Entry;

  std::string operator()(const NameList &V) const {
    return list(Entry.*V.Slot);
  }
  std::string operator()(const WordList &V) const {
    return list(Entry.*V.Slot);
  }
  std::string operator()(const Text &V) const { return Entry.*V.Slot; }
  std::string operator()(const Flag &V) const {
    if (const auto *Slot = std::get_if<bool RuleEntry::*>(&V.Slot))
      return Entry.**Slot ? "true" : "";
    const std::optional<bool> &Said =
        Entry.**std::get_if<std::optional<bool> RuleEntry::*>(&V.Slot);
    return !Said ? "" : *Said ? "true" : "false";
  }
  std::string operator()(const Number &V) const {
    if (const auto *Slot = std::get_if<unsigned RuleEntry::*>(&V.Slot))
      return Entry.**Slot ? std::to_string(Entry.**Slot) : "";
    const std::optional<unsigned> &N =
        Entry.**std::get_if<std::optional<unsigned> RuleEntry::*>(&V.Slot);
    return N ? std::to_string(*N) : "";
  }
  std::string operator()(const SubjectValue &V) const {
    if (V.All && Entry.*V.All)
      return "all";
    const std::optional<Subject> &S = Entry.*V.Slot;
    return S ? subjectText(*S) : "";
  }
  std::string operator()(const ConditionList &V) const {
    if ((Entry.*V.Slot).empty())
      return "";
    return "[" +
           llvm::join(llvm::map_range(Entry.*V.Slot, conditionText), ", ") +
           "]";
  }
  std::string operator()(const ParameterList &) const {
    if (Entry.Parameters.empty())
      return "";
    auto One = [](const ParameterPattern &P) {
      return P.Types.empty() ? std::string("any")
                             : "{type: " + listed(P.Types) + "}";
    };
    return "[" + llvm::join(llvm::map_range(Entry.Parameters, One), ", ") + "]";
  }
  std::string operator()(const ConfidenceValue &) const {
    auto Index = static_cast<unsigned>(Confidence::Certain) -
                 static_cast<unsigned>(Entry.EntryConfidence);
    return confidenceWords()[Index].str();
  }
  std::string operator()(const InsteadMap &) const {
    auto One = [](const std::pair<std::string, std::string> &Advice) {
      return Advice.first + ": " + Advice.second;
    };
    if (Entry.Instead.empty())
      return "";
    return "{" + llvm::join(llvm::map_range(Entry.Instead, One), ", ") + "}";
  }

  static std::string list(const std::vector<std::string> &Words) {
    return Words.empty() ? "" : listed(Words);
  }
};

} // namespace

void writeEntry(llvm::raw_ostream &OS, const RuleEntry &Entry) {
  const auto *Schema = llvm::find_if(ruleSchema(), [&](const RoleSchema &S) {
    return S.EntryRole == Entry.EntryRole;
  });
  OS << Entry.Pack->File << ':' << Entry.Line << ':' << Entry.Column << ": "
     << Schema->Name << '\n';
  for (const KeySchema &Key : Schema->Keys) {
    std::string Value = std::visit(ValueText{Entry}, Key.Value);
    if (!Value.empty())
      OS << "    " << Key.Name << ": " << Value << '\n';
  }
}

} // namespace asynctidy
