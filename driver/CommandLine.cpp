// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "CommandLine.h"
#include "Log.h"

namespace asynctidy {

using namespace llvm;
using cl::cat;
using cl::desc;
using cl::value_desc;

StringRef CommandLine::overview() {
  return "async-tidy: finds what makes C++20 coroutines stall, leak work, lose "
         "errors\n"
         "and hang on shutdown\n";
}

StringRef CommandLine::footer() {
  return R"(
EXIT CODES:

  0  clean
  1  findings, or stale lines of a baseline
  2  the tool could not do its job: wrong usage, configuration or rules, or a
     file that did not parse; what was found in the other files is printed

EXAMPLES:

  async-tidy server.cpp -- -std=c++20 -Iinclude
  async-tidy -p build
  async-tidy -p build --report=text --report=sarif:findings.sarif
  async-tidy -p build --write-baseline=baseline.txt
  async-tidy -p build --baseline=baseline.txt
  async-tidy --write-summary=a.sum a.cpp -- -std=c++20
  async-tidy --link a.sum b.sum
  async-tidy --convert fixes.yaml --report=sarif:findings.sarif

The report goes to standard output, everything else to standard error. Options
are also read from the nearest .clang-tidy above each file. NOLINT comments
silence findings as they do in clang-tidy.
)";
}

bool FlagParser::parse(cl::Option &, StringRef Name, StringRef Text,
                       bool &Value) {
  std::string Word = Text.lower();
  Value = Word.empty() || Word == "1" || Word == "true";
  if (Value || Word == "0" || Word == "false")
    return false;
  logError("'" + Text + "' is no value of '--" + Name +
           "'; expected 'true' or 'false'");
  return true;
}

bool NumberParser::parse(cl::Option &, StringRef Name, StringRef Text,
                         unsigned &Value) {
  if (!Text.getAsInteger(10, Value))
    return false;
  logError("'" + Text + "' is no value of '-" + Name + "'; expected a number");
  return true;
}

CommandLine::CommandLine()
    : InputGroup("1. What is analysed"), ChecksGroup("2. What is reported"),
      ConfigGroup("3. Configuration"), OutputGroup("4. Output"),
      HelpGroup("5. Help"),

      Files(cl::Positional, cat(InputGroup),
            desc("FILE... [-- compiler flags]")),
      BuildPath(
          "p", cat(InputGroup), value_desc("BUILD"),
          desc(
              "folder of compile_commands.json, or that file; without FILE all "
              "of it is analysed;\ndefault: "
              "the nearest one\nin a folder above the first FILE, or "
              "in build/ there")),
      ExtraArgs("extra-arg", cat(InputGroup), value_desc("FLAG"),
                desc("compiler flag to add at the end; repeatable")),
      ExtraArgsBefore("extra-arg-before", cat(InputGroup), value_desc("FLAG"),
                      desc("compiler flag to add in front; repeatable")),
      ProjectRoot("project-root", cat(InputGroup), value_desc("DIR"),
                  desc("the folder whose files are the project; default: the "
                       "nearest one\nabove the file with .git, else with "
                       ".clang-tidy")),
      Link("link", cat(InputGroup),
           desc("FILEs are summaries: report what is in them, and what they "
                "show together;\n@LIST stands for the files named in LIST")),
      Index("index", cat(InputGroup), value_desc("FILE"),
            desc("an index of the program that FILEs are part of, to follow "
                 "calls into the\nother files; see --write-index")),
      Convert("convert", cat(InputGroup),
              desc("FILEs are what clang-tidy has written with --export-fixes, "
                   "or folders of\nsuch: report what our checks have found "
                   "there; @LIST as for --link")),
      Jobs("j", cl::Prefix, cat(InputGroup), value_desc("N"), cl::init(0),
           desc("files to analyse at once; default: as many as there are "
                "cores")),
      ParseAllBodies("parse-all-bodies", cat(InputGroup), cl::Hidden,
                     desc("parse function bodies outside the project too")),

      Checks("checks", cat(ChecksGroup), value_desc("GLOBS"),
             desc("comma-separated globs of checks, '-' in front switches off "
                  "(-*,async-blocking-call);\nadded to Checks of .clang-tidy; "
                  "async-* is every check; default: the checks\nof tier "
                  "'default'")),
      WarningsAsErrors("warnings-as-errors", cat(ChecksGroup),
                       value_desc("GLOBS"),
                       desc("globs of checks whose findings are called "
                            "'error'")),
      HeaderFilter("header-filter", cat(ChecksGroup), value_desc("REGEX"),
                   desc("report in headers that match, and in the main files; "
                        "default: in all\nfiles of the project")),
      ExcludeHeaderFilter("exclude-header-filter", cat(ChecksGroup),
                          value_desc("REGEX"),
                          desc("do not report in headers that match")),
      LineFilter("line-filter", cat(ChecksGroup), value_desc("JSON"),
                 desc("report on these lines only:\n"
                      "[{\"name\":\"a.cpp\",\"lines\":[[1,3],[5,7]]},"
                      "{\"name\":\"b.h\"}]")),
      Baseline("baseline", cat(ChecksGroup), value_desc("FILE"),
               desc("do not report the findings that FILE lists; lines of it "
                    "that nothing is\nfound for any more are stale: exit code "
                    "1")),
      WriteBaseline("write-baseline", cat(ChecksGroup), value_desc("FILE"),
                    desc("list the findings of today in FILE, for --baseline")),
      PruneBaseline("prune-baseline", cat(ChecksGroup),
                    desc("remove the stale lines from the file of --baseline")),
      Since("since", cat(ChecksGroup), value_desc("REV"),
            desc("report what is, or leads through, lines that have changed "
                 "since revision\nREV of git, committed or not")),
      ReportUnusedNolint(
          "report-unused-nolint", cat(ChecksGroup),
          desc("report NOLINT comments that name checks of async-tidy and "
               "silence nothing")),
      ShowSuppressed("show-suppressed", cat(ChecksGroup),
                     desc("show what NOLINT comments and the baseline hide, "
                          "marked as such")),
      Rules("rules", cat(ChecksGroup), value_desc("FILE|DIR"),
            desc("rules about your own or other libraries, on top of the "
                 "built-in ones;\nrepeatable")),
      VerifyRules(
          "verify-rules", cat(ChecksGroup),
          desc("only look for mistakes in the rule files; with FILE, also\n"
               "whether every name in yours is declared there")),
      ListRules(
          "list-rules", cat(ChecksGroup),
          desc("print what the rules say about the names given instead of "
               "files,\nand which file says so; without names, all")),

      Config("config", cat(ConfigGroup), value_desc("YAML"),
             desc("configuration to use instead of .clang-tidy, in its form")),
      ConfigFile("config-file", cat(ConfigGroup), value_desc("FILE"),
                 desc("file to use instead of .clang-tidy")),
      VerifyConfig("verify-config", cat(ConfigGroup),
                   desc("only look for unknown checks, options and values")),
      DumpConfig("dump-config", cat(ConfigGroup),
                 desc("print the configuration in force for the first FILE")),

      Report("report", cat(OutputGroup), value_desc("FORMAT[:FILE]"),
             desc("to FILE or to standard output; repeatable. FORMAT is text, "
                  "json,\nsarif (GitHub code scanning), github (annotations), "
                  "gitlab (code\nquality) or rdjson (reviewdog)")),
      Fix("fix", cat(OutputGroup), desc("apply the fixes of the findings")),
      ExportFixes("export-fixes", cat(OutputGroup), value_desc("FILE"),
                  desc("write findings and fixes as YAML, for "
                       "clang-apply-replacements")),
      WriteSummary("write-summary", cat(OutputGroup), value_desc("FILE"),
                   desc("write what was found in one source, and what it "
                        "contributes to the program,\nto FILE instead of a "
                        "report; see --link")),
      WriteDependencies("write-dependencies", cat(OutputGroup),
                        value_desc("FILE"),
                        desc("write all files that the summary depends on, for "
                             "make and Ninja")),
      WriteIndex("write-index", cat(OutputGroup), value_desc("FILE"),
                 desc("write what is known of the program, for --index and the "
                      "check option\nasync-tidy.Index")),
      ExitZero("exit-zero", cat(OutputGroup),
               desc("exit with 0 where there are findings, too")),
      Quiet("quiet", cat(OutputGroup),
            desc("no progress, notes and summary on standard error")),
      UseColor("use-color", cat(OutputGroup),
               desc("colours; default: on a terminal, unless NO_COLOR is set")),
      Stats("stats", cat(OutputGroup),
            desc("tell on standard error where the time went")),
      Lsp("lsp", cat(OutputGroup),
          desc("serve an editor: speak the language server protocol on "
               "standard input\nand output")),
      DelimitedMessages("lsp-delimited", cat(OutputGroup), cl::Hidden,
                        desc("messages stand between lines of '// -----', and "
                             "each is answered in full\nbefore the next")),

      Help("help", cat(HelpGroup), desc("print this help")),
      Version("version", cat(HelpGroup), desc("print the version")),
      ListChecks("list-checks", cat(HelpGroup),
                 desc("list the checks that are on; all with --checks=*")),
      Doctor("doctor", cat(HelpGroup),
             desc("look whether all that a run needs is there: LLVM, headers, "
                  "the compilation\ndatabase, configuration, plugin, "
                  "outputs; takes the options of that run")),
      Explain("explain", cat(HelpGroup), value_desc("CHECK"),
              desc("print the page of a check")),
      HelpFormat(
          "help-format", cat(HelpGroup), cl::Hidden, value_desc("FORMAT"),
          desc("print the help as a page of man, or as what bash, zsh or "
               "fish complete\nthe command line with")),
      HelpLetter("h", cat(HelpGroup), cl::aliasopt(Help), cl::Hidden,
                 desc("print this help")) {}

} // namespace asynctidy
