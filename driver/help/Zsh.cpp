// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "CheckTable.h"
#include "HelpText.h"
#include "driver/report/Report.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy::help {

using namespace llvm;

/// \p Text in single quotes, where \p Special mean something to zsh's
/// functions.
static std::string escaped(StringRef Text, StringRef Special = ":\\") {
  std::string Result;
  for (char Each : Text) {
    if (Special.contains(Each))
      Result += '\\';
    if (Each == '\'')
      Result += "'\\'";
    Result += Each;
  }
  return Result;
}

/// What completes the values of a kind.
static StringRef action(ValueKind Kind) {
  switch (Kind) {
  case ValueKind::None:
  case ValueKind::Free:
    return " ";
  case ValueKind::Path:
    return "_files";
  case ValueKind::Folder:
    return "_files -/";
  case ValueKind::Check:
    return "_async_tidy_checks";
  case ValueKind::Checks:
    return "_async_tidy_globs";
  case ValueKind::Report:
    return "_async_tidy_reports";
  }
  llvm_unreachable("a kind of values");
}

static void writeOption(raw_ostream &Out, const Option &Each) {
  std::string Summary = escaped(Each.summary(), ":[]\\");
  Out << " \\\n  '";
  if (Each.Kind == ValueKind::None) {
    Out << Each.spelled() << '[' << Summary << "]'";
    return;
  }
  bool IsLong = Each.Name.size() > 1;
  Out << '*' << Each.spelled() << (IsLong ? "=" : "+") << '[' << Summary
      << "]:" << escaped(Each.ValueName) << ':' << action(Each.Kind) << '\'';
}

void writeZsh(raw_ostream &Out, const HelpText &Text) {
  Out << "#compdef async-tidy\n"
         "# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception\n"
         "# Made by async-tidy --help-format=zsh.\n\n"
         "_async_tidy_checks() {\n  local -a checks=(";
  for (const CheckInfo &Check : allChecks())
    Out << "\n    '" << escaped(Check.Name) << ':' << escaped(Check.Summary)
        << '\'';
  Out << "\n  )\n  _describe -t checks check checks \"$@\"\n}\n"
         "\n"
         "_async_tidy_globs() {\n"
         "  compset -P '*,'\n"
         "  compset -P -\n"
         "  _async_tidy_checks -qS ,\n"
         "}\n"
         "\n"
         "_async_tidy_reports() {\n"
         "  if compset -P '*:'; then\n"
         "    _files\n"
         "  else\n"
         "    compadd -S '' -- "
      << join(report::formats(), " ")
      << "\n  fi\n}\n"
         "\n"
         "_arguments -S";
  for (const Option *Each : Text.options())
    writeOption(Out, *Each);
  Out << " \\\n  '*:file:_files'\n";
}

} // namespace asynctidy::help
