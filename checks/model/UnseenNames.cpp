// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "UnseenNames.h"
#include "DeclaredNames.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

using llvm::ArrayRef;
using llvm::StringRef;

namespace asynctidy {

/// \p Name as it was written: without the namespace of the pack in front, the
/// innermost where one is in another.
static std::string written(StringRef Name, const RulePack &Pack) {
  StringRef Shortest = Name;
  for (const std::string &Namespace : Pack.Namespaces) {
    StringRef Rest = Name;
    if (Rest.consume_front(Namespace) && Rest.consume_front("::") &&
        Rest.size() < Shortest.size())
      Shortest = Rest;
  }
  return Shortest.str();
}

void UnseenNames::add(const RuleEntry &Entry, Kind What,
                      ArrayRef<std::string> Absolute) {
  std::map<std::string, std::vector<std::string>> Spellings;
  for (const std::string &Name : Absolute)
    Spellings[written(Name, *Entry.Pack)].push_back(Name);
  for (auto &[Written, All] : Spellings)
    Names.push_back({&Entry, What, std::move(All), ""});
}

void UnseenNames::addConditions(const RuleEntry &Entry,
                                ArrayRef<Condition> Conditions) {
  for (const Condition &C : Conditions) {
    switch (C.What) {
    case Condition::Equals:
    case Condition::HasFlag:
      add(Entry, Constant, C.Values);
      break;
    case Condition::Type:
    case Condition::MentionsType:
      add(Entry, Type, C.Values);
      break;
    case Condition::Names:
      add(Entry, Object, C.Values);
      break;
    case Condition::From:
      add(Entry, Function, C.Values);
      break;
    case Condition::ZeroDuration:
    case Condition::Null:
    case Condition::Discarded:
    case Condition::Called:
    case Condition::Ready:
    case Condition::Evidence:
      break;
    }
  }
}

UnseenNames::UnseenNames(ArrayRef<const RulePack *> Packs) {
  for (const RulePack *Pack : Packs)
    for (const RuleEntry &Entry : Pack->Entries) {
      add(Entry, Function, Entry.Functions);
      add(Entry, Type, Entry.Types);
      add(Entry, Namespace, Entry.Namespaces);
      add(Entry, Constant, Entry.Constants);
      if (!Entry.Ready.empty())
        add(Entry, Constant, {Entry.Ready});
      for (const ParameterPattern &Parameter : Entry.Parameters)
        add(Entry, Type, Parameter.Types);
      addConditions(Entry, Entry.Unless);
      addConditions(Entry, Entry.OnlyIf);
      for (const auto *Methods : {&Entry.Send, &Entry.Receive})
        for (const std::string &Method : *Methods) {
          std::vector<std::string> OfChannels;
          for (const std::string &Channel : Entry.Types)
            OfChannels.push_back(Channel + "::" + Method);
          add(Entry, Function, OfChannels);
        }
    }
  Count = Names.size();
}

void UnseenNames::look(const clang::ASTContext &AST,
                       const clang::Preprocessor &PP) {
  DeclaredNames Declared(AST, PP);
  auto IsDeclared = [&](Kind What, StringRef Name) {
    switch (What) {
    case Function:
      return Declared.hasFunction(Name);
    case Type:
      return Declared.hasType(Name);
    case Namespace:
      return Declared.hasNamespace(Name);
    case Object:
      return Declared.hasObject(Name) || Declared.hasConstant(Name);
    case Constant:
      return Declared.hasConstant(Name);
    }
    return false;
  };
  llvm::erase_if(Names, [&](const Name &N) {
    return llvm::any_of(N.Spellings, [&](const std::string &Name) {
      return IsDeclared(N.What, Name);
    });
  });
  for (Name &N : Names)
    for (const std::string &Spelling : N.Spellings)
      if (N.Nearest.empty())
        N.Nearest = Declared.nearestTo(Spelling);
}

std::vector<RuleMistake> UnseenNames::mistakes() const {
  static constexpr StringRef Kinds[] = {"function", "type", "namespace",
                                        "variable or function", "constant"};
  std::vector<RuleMistake> Mistakes;
  for (const Name &N : Names) {
    std::string Message =
        ("no " + Kinds[N.What] + " '" + N.Spellings.front() + "' is declared")
            .str();
    if (!N.Nearest.empty())
      Message += "; did you mean '" + N.Nearest + "'?";
    const RulePack &Pack = *N.Entry->Pack;
    Mistakes.push_back({Pack.File, N.Entry->Line, N.Entry->Column, Message});
  }
  sortByPlace(Mistakes);
  llvm::stable_sort(Mistakes, [](const RuleMistake &A, const RuleMistake &B) {
    return A.File < B.File;
  });
  return Mistakes;
}

} // namespace asynctidy
