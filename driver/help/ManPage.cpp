// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The manual page, in the man macros of roff.
#include "CheckTable.h"
#include "HelpText.h"
#include "driver/CommandLine.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy::help {

using namespace llvm;

/// \p Text so that roff shows every character as it is.
static std::string escaped(StringRef Text) {
  std::string Result;
  if (Text.starts_with(".") || Text.starts_with("'"))
    Result = "\\&"; // else it would be a request
  for (char Each : Text)
    switch (Each) {
    case '\\':
      Result += "\\e";
      break;
    case '-':
      Result += "\\-";
      break;
    case '\'':
      Result += "\\(aq";
      break;
    case '`':
      Result += "\\(ga";
      break;
    case '^':
      Result += "\\(ha";
      break;
    case '~':
      Result += "\\(ti";
      break;
    default:
      Result += Each;
    }
  return Result;
}

static void writeOption(raw_ostream &Out, const Option &Each) {
  Out << ".TP\n\\fB" << escaped(Each.spelled()) << "\\fR";
  if (Each.Kind != ValueKind::None)
    Out << (Each.Name.size() == 1 ? " " : "=") << "\\fI"
        << escaped(Each.ValueName) << "\\fR";
  Out << '\n' << escaped(Each.Text) << '\n';
}

static void writeChecks(raw_ostream &Out) {
  Out << ".SH CHECKS\n"
         "Those marked (default) are on when nothing else is said.\n"
         "\\fB\\-\\-explain\\fR=\\fICHECK\\fR prints the page of a check, with "
         "its options.\n";
  for (const CheckInfo &Check : allChecks())
    Out << ".TP\n\\fB" << escaped(Check.Name) << "\\fR"
        << (Check.CheckTier == Tier::Default ? " (default)\n" : "\n")
        << escaped(Check.Summary) << '\n';
}

namespace {

/// What stands below the options in --help: sections under a title with a
/// colon, whose lines are indented, and paragraphs of their own.
class Footer {
public:
  Footer() { CommandLine::footer().split(Lines, '\n'); }

  void writeParagraphs(raw_ostream &Out) const {
    bool IsApart = true;
    for (StringRef Line : Lines) {
      if (isProse(Line))
        Out << (IsApart ? ".PP\n" : "") << escaped(Line) << '\n';
      IsApart = !isProse(Line);
    }
  }

  void writeSections(raw_ostream &Out) const {
    bool IsIndented = false;
    for (StringRef Line : Lines) {
      if (Line.starts_with("  ") != IsIndented) {
        IsIndented = !IsIndented;
        Out << (IsIndented ? ".EX\n" : ".EE\n");
      }
      if (IsIndented)
        Out << escaped(Line.drop_front(2)) << '\n';
      else if (Line.ends_with(":"))
        Out << ".SH " << escaped(Line.drop_back()) << '\n';
    }
  }

private:
  static bool isProse(StringRef Line) {
    return !Line.empty() && !Line.starts_with(" ") && !Line.ends_with(":");
  }

  SmallVector<StringRef, 32> Lines;
};

} // namespace

void writeManPage(raw_ostream &Out, const HelpText &Text) {
  SmallVector<StringRef, 4> Words;
  StringRef Purpose = CommandLine::overview().split(": ").second;
  SplitString(Purpose, Words);
  Footer Below;
  Out << ".\\\" SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception\n"
         ".\\\" Made by async-tidy --help-format=man.\n"
         ".TH ASYNC\\-TIDY 1 \"\" \"async\\-tidy "
      << escaped(ASYNC_TIDY_VERSION)
      << "\" \"User Commands\"\n"
         ".nh\n.ad l\n" // names are neither broken nor stretched
      << ".SH NAME\nasync\\-tidy \\- " << escaped(join(Words, " "))
      << "\n.SH SYNOPSIS\n.B async\\-tidy\n[\\fIoptions\\fR] "
      << escaped(Text.Synopsis) << "\n.SH DESCRIPTION\n"
      << "async\\-tidy is a static analyzer for C++20 coroutines.\n";
  Below.writeParagraphs(Out);
  Out << ".SH OPTIONS\n";
  for (const Group &Each : Text.Groups) {
    Out << ".SS " << escaped(Each.Title) << '\n';
    for (const Option &Listed : Each.Options)
      writeOption(Out, Listed);
  }
  writeChecks(Out);
  Below.writeSections(Out);
  Out << ".SH SEE ALSO\n.BR async\\-clang\\-tidy (1),\n.BR clang\\-tidy (1)\n";
}

} // namespace asynctidy::help
