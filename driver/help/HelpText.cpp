// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "HelpText.h"
#include "driver/CommandLine.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/raw_ostream.h"
#include <map>

namespace asynctidy::help {

using namespace llvm;

std::string Option::spelled() const {
  return (Name.size() == 1 ? "-" : "--") + Name;
}

StringRef Option::summary() const {
  StringRef Start(Text);
  for (StringRef Detail : {"; ", ": ", " ("})
    Start = Start.split(Detail).first;
  return Start;
}

std::vector<const Option *>
HelpText::options(std::optional<ValueKind> Kind) const {
  std::vector<const Option *> Found;
  for (const Group &Each : Groups)
    for (const Option &Candidate : Each.Options)
      if (!Kind || Candidate.Kind == *Kind)
        Found.push_back(&Candidate);
  return Found;
}

/// The name that --help shows for a value says what it is.
static ValueKind kindOf(StringRef ValueName) {
  return StringSwitch<ValueKind>(ValueName)
      .Case("", ValueKind::None)
      .Cases("FILE", "FILE|DIR", "BUILD", ValueKind::Path)
      .Case("DIR", ValueKind::Folder)
      .Case("CHECK", ValueKind::Check)
      .Case("GLOBS", ValueKind::Checks)
      .Case("FORMAT[:FILE]", ValueKind::Report)
      .Default(ValueKind::Free);
}

static Option describe(const cl::Option &Registered) {
  std::string Text = Registered.HelpStr.str();
  std::replace(Text.begin(), Text.end(), '\n', ' ');
  return {Registered.ArgStr.str(), Registered.ValueStr,
          kindOf(Registered.ValueStr), std::move(Text)};
}

HelpText helpText(const CommandLine &Line) {
  std::map<StringRef, std::vector<Option>> Grouped; // sorted as in --help
  for (const auto &Entry : cl::getRegisteredOptions()) {
    const cl::Option &Registered = *Entry.getValue();
    if (Registered.getOptionHiddenFlag() == cl::NotHidden)
      Grouped[Registered.Categories.front()->getName()].push_back(
          describe(Registered));
  }
  HelpText Result;
  Result.Synopsis = Line.Files.HelpStr;
  for (auto &[Title, Options] : Grouped) {
    sort(Options, [](const Option &One, const Option &Other) {
      return One.Name < Other.Name;
    });
    Result.Groups.push_back({Title.split(". ").second, std::move(Options)});
  }
  return Result;
}

ArrayRef<StringRef> formats() {
  static constexpr StringRef Names[] = {"man", "bash", "zsh", "fish"};
  return Names;
}

void write(raw_ostream &Out, StringRef Format, const HelpText &Text) {
  using Writer = void (*)(raw_ostream &, const HelpText &);
  Writer Write = StringSwitch<Writer>(Format)
                     .Case("man", writeManPage)
                     .Case("bash", writeBash)
                     .Case("zsh", writeZsh)
                     .Case("fish", writeFish);
  Write(Out, Text);
}

} // namespace asynctidy::help
