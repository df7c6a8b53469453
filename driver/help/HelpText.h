// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What --help says, as plain values: the man page and the completions of shells
// are made of it, so that an option is described once, where it is declared.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace llvm {
class raw_ostream;
} // namespace llvm

namespace asynctidy {
struct CommandLine;
} // namespace asynctidy

namespace asynctidy::help {

/// What shells can offer as the value of an option.
enum class ValueKind {
  None, ///< the option takes no value
  Free, ///< anything, so nothing
  Path,
  Folder,
  Check,
  Checks, ///< globs of checks, with commas between them
  Report, ///< a format of reports, perhaps with a file
};

struct Option {
  std::string Name; ///< "checks", "p"
  llvm::StringRef ValueName;
  ValueKind Kind = ValueKind::None;
  std::string Text; ///< in one line

  /// "--checks", "-p".
  std::string spelled() const;
  /// The start of the text, up to where details begin.
  llvm::StringRef summary() const;
};

struct Group {
  llvm::StringRef Title;
  std::vector<Option> Options;
};

struct HelpText {
  llvm::StringRef Synopsis; ///< what stands behind the options
  std::vector<Group> Groups;

  /// Those of all groups, or of these the ones of a kind.
  std::vector<const Option *>
  options(std::optional<ValueKind> Kind = std::nullopt) const;
};

/// What is said of the options that are registered, in the order of --help.
HelpText helpText(const CommandLine &Line);

/// The names of what `write` can make.
llvm::ArrayRef<llvm::StringRef> formats();
void write(llvm::raw_ostream &Out, llvm::StringRef Format,
           const HelpText &Text);

void writeManPage(llvm::raw_ostream &Out, const HelpText &Text);
void writeBash(llvm::raw_ostream &Out, const HelpText &Text);
void writeZsh(llvm::raw_ostream &Out, const HelpText &Text);
void writeFish(llvm::raw_ostream &Out, const HelpText &Text);

} // namespace asynctidy::help
