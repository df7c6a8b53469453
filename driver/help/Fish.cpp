// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "CheckTable.h"
#include "HelpText.h"
#include "driver/report/Report.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy::help {

using namespace llvm;

/// \p Text in single quotes.
static std::string quoted(StringRef Text) {
  std::string Result = "'";
  for (char Each : Text) {
    if (Each == '\'' || Each == '\\')
      Result += '\\';
    Result += Each;
  }
  return Result + "'";
}

/// The arguments of `complete` that say which values there are.
static std::string values(ValueKind Kind) {
  switch (Kind) {
  case ValueKind::None:
    return "";
  case ValueKind::Free:
    return " -x";
  case ValueKind::Path:
    return " -r -F";
  case ValueKind::Folder:
    return " -x -a '(__fish_complete_directories)'";
  case ValueKind::Check:
    return " -x -a '(__async_tidy_checks)'";
  case ValueKind::Checks:
    return " -x -a '(__fish_complete_list , __async_tidy_checks)'";
  case ValueKind::Report:
    return " -x -a " + quoted(join(report::formats(), " "));
  }
  llvm_unreachable("a kind of values");
}

void writeFish(raw_ostream &Out, const HelpText &Text) {
  Out << "# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception\n"
         "# Made by async-tidy --help-format=fish.\n\n"
         "function __async_tidy_checks\n  printf '%s\\t%s\\n'";
  for (const CheckInfo &Check : allChecks())
    Out << " \\\n    " << Check.Name << ' ' << quoted(Check.Summary);
  Out << "\nend\n\n";
  for (const Option *Each : Text.options())
    Out << "complete -c async-tidy " << (Each->Name.size() == 1 ? "-s " : "-l ")
        << Each->Name << values(Each->Kind) << " -d " << quoted(Each->summary())
        << '\n';
}

} // namespace asynctidy::help
