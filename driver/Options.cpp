// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Options.h"
#include "CommandLine.h"
#include "Log.h"
#include "OptionRules.h"
#include "help/HelpText.h"
#include "model/Words.h"
#include "project/Nesting.h"
#include "report/Report.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy {

void printVersion() {
  llvm::outs() << "async-tidy " ASYNC_TIDY_VERSION "\n"
                  "LLVM " LLVM_VERSION_STRING "\n";
}

/// Says in our words what the parser found wrong: "unknown option '--chekcs';
/// did you mean '--checks'?"
static std::string reworded(llvm::StringRef Line,
                            llvm::ArrayRef<llvm::StringRef> Names) {
  Line = Line.trim();
  Line.consume_front("async-tidy: ");
  if (Line.consume_front("Unknown command line argument '")) {
    llvm::StringRef Option = Line.take_until([](char C) { return C == '\''; });
    Option = Option.split('=').first;
    return ("unknown option '" + Option + "'").str() +
           suggestion(("--" + Option.ltrim('-')).str(), Names);
  }
  Line.consume_front("for the ");
  return Line.rtrim('!').str();
}

static void logParserErrors(llvm::StringRef Text) {
  std::vector<std::string> Spelled;
  for (const auto &Option : llvm::cl::getRegisteredOptions())
    if (Option.getValue()->getOptionHiddenFlag() == llvm::cl::NotHidden)
      Spelled.push_back(("--" + Option.getKey()).str());
  llvm::sort(Spelled);
  std::vector<llvm::StringRef> Names(Spelled.begin(), Spelled.end());
  llvm::SmallVector<llvm::StringRef, 4> Lines;
  Text.split(Lines, '\n', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  for (llvm::StringRef Line : Lines)
    if (!Line.contains("Did you mean")) // ours is better: it can say nothing
      logError(reworded(Line, Names));
}

/// Options may come again, and the last one counts: wrappers add theirs to
/// what they are given.
static void allowRepetition() {
  for (const auto &Option : llvm::cl::getRegisteredOptions())
    if (Option.getValue()->getNumOccurrencesFlag() == llvm::cl::Optional)
      Option.getValue()->setNumOccurrencesFlag(llvm::cl::ZeroOrMore);
}

/// Whether the last argument is an option without its value. The parser would
/// find that too, but says it in its own way.
static bool lacksValue(llvm::StringRef Last) {
  llvm::StringRef Name = Last.ltrim('-');
  const auto &Known = llvm::cl::getRegisteredOptions();
  auto Option = Known.find(Name);
  if (Name == Last || Option == Known.end() ||
      Option->getValue()->getValueExpectedFlag() != llvm::cl::ValueRequired)
    return false;
  logError("'" + Last + "' needs a value");
  return true;
}

static std::optional<std::vector<ReportRequest>>
reportRequests(llvm::ArrayRef<std::string> Values) {
  std::vector<ReportRequest> Requests;
  for (llvm::StringRef Value : Values) {
    auto [Format, File] = Value.split(':');
    if (!llvm::is_contained(report::formats(), Format)) {
      logError("unknown report format '" + Format +
               "'; there are: " + llvm::join(report::formats(), ", "));
      return std::nullopt;
    }
    Requests.push_back({Format.str(), File.empty() ? "-" : File.str()});
  }
  return Requests;
}

std::vector<std::string> Options::outputs() const {
  std::vector<std::string> Files;
  for (const ReportRequest &Request : Reports)
    Files.push_back(Request.File);
  for (const std::string *File :
       {&ExportFixes, &WriteSummary, &WriteDependencies, &WriteIndex,
        &WriteBaseline})
    if (!File->empty())
      Files.push_back(*File);
  if (PruneBaseline)
    Files.push_back(Baseline);
  return Files;
}

static std::optional<std::string> given(const llvm::cl::opt<std::string> &Opt) {
  if (!Opt.getNumOccurrences())
    return std::nullopt;
  return Opt.getValue();
}

static std::optional<bool> given(const CommandLine::Flag &Opt) {
  if (!Opt.getNumOccurrences())
    return std::nullopt;
  return Opt.getValue();
}

static std::vector<std::string> listed(const llvm::cl::list<std::string> &Opt) {
  return {Opt.begin(), Opt.end()};
}

static bool parseFilter(const llvm::cl::opt<std::string> &Text,
                        clang::tidy::ClangTidyGlobalOptions &Filters) {
  if (Text.empty())
    return true;
  if (isNestedTooDeeply(Text.getValue())) {
    logError("invalid value of '--line-filter': it is nested too deeply");
    return false;
  }
  if (std::error_code Error = clang::tidy::parseLineFilter(Text, Filters)) {
    logError("invalid value of '--line-filter': " + Error.message());
    return false;
  }
  return true;
}

static std::variant<Options, int>
takeValues(const CommandLine &Line,
           std::optional<std::vector<std::string>> CompilerFlags) {
  Options Result;
  std::optional<Mode> What = chosenMode(Line);
  auto Reports = reportRequests(listed(Line.Report));
  if (!What || !Reports || !parseFilter(Line.LineFilter, Result.Filters))
    return ExitFailed;
  Result.What = *What;
  Result.Files = listed(Line.Files);
  Result.CompilerFlags = std::move(CompilerFlags);
  Result.BuildPath = Line.BuildPath;
  Result.ExtraArgs = listed(Line.ExtraArgs);
  Result.ExtraArgsBefore = listed(Line.ExtraArgsBefore);
  Result.Checks = given(Line.Checks);
  Result.WarningsAsErrors = given(Line.WarningsAsErrors);
  Result.HeaderFilter = given(Line.HeaderFilter);
  Result.ExcludeHeaderFilter = given(Line.ExcludeHeaderFilter);
  Result.Config = given(Line.Config);
  Result.ConfigFile = given(Line.ConfigFile);
  Result.Rules = listed(Line.Rules);
  Result.ProjectRoot = Line.ProjectRoot;
  Result.Jobs = Line.Jobs;
  Result.ParseAllBodies = Line.ParseAllBodies;
  Result.WriteSummary = Line.WriteSummary;
  Result.WriteDependencies = Line.WriteDependencies;
  Result.WriteIndex = Line.WriteIndex;
  Result.Index = Line.Index;
  Result.Baseline = Line.Baseline;
  Result.WriteBaseline = Line.WriteBaseline;
  Result.PruneBaseline = Line.PruneBaseline;
  Result.Since = Line.Since;
  Result.ReportUnusedNolint = Line.ReportUnusedNolint;
  Result.ShowSuppressed = Line.ShowSuppressed;
  Result.ExitZero = Line.ExitZero;
  Result.Reports = std::move(*Reports);
  if (Result.Reports.empty() && Result.WriteSummary.empty())
    Result.Reports.push_back({"text", "-"});
  Result.ExplainedCheck = Line.Explain;
  Result.ExportFixes = Line.ExportFixes;
  Result.Fix = Line.Fix;
  Result.Quiet = Line.Quiet;
  Result.Stats = Line.Stats;
  Result.DelimitedMessages = Line.DelimitedMessages;
  Result.UseColor = given(Line.UseColor);
  if (!goTogether(Line, Result))
    return ExitFailed;
  return Result;
}

/// Prints the help for a manual, or for a shell.
static int printHelpFor(const CommandLine &Line) {
  llvm::StringRef Format = Line.HelpFormat;
  if (!llvm::is_contained(help::formats(), Format)) {
    logError("unknown help format '" + Format +
             "'; there are: " + llvm::join(help::formats(), ", "));
    return ExitFailed;
  }
  help::write(llvm::outs(), Format, help::helpText(Line));
  return ExitClean;
}

std::variant<Options, int> parseOptions(int Argc, const char **Argv) {
  // What stands after `--` is the compiler's.
  llvm::ArrayRef<const char *> All(Argv, Argc);
  auto Dashes = llvm::find_if(
      All, [](llvm::StringRef Argument) { return Argument == "--"; });
  std::vector<const char *> Ours(All.begin(), Dashes);
  Ours.front() = "async-tidy"; // as the parser's messages name us

  llvm::cl::getRegisteredOptions(); // LLVM's options come now or never
  llvm::cl::ResetCommandLineParser();
  CommandLine Line;
  allowRepetition();
  if (lacksValue(Ours.back()))
    return ExitFailed;
  std::string Errors;
  llvm::raw_string_ostream Stream(Errors);
  if (!llvm::cl::ParseCommandLineOptions(static_cast<int>(Ours.size()),
                                         Ours.data(), CommandLine::overview(),
                                         &Stream)) {
    logParserErrors(Errors);
    return ExitFailed;
  }
  if (Line.Help) {
    llvm::cl::PrintHelpMessage(/*Hidden=*/false, /*Categorized=*/true);
    llvm::outs() << CommandLine::footer();
    return ExitClean;
  }
  if (Line.HelpFormat.getNumOccurrences())
    return printHelpFor(Line);
  if (Line.Version) {
    printVersion();
    return ExitClean;
  }
  std::optional<std::vector<std::string>> Flags;
  if (Dashes != All.end())
    Flags.emplace(std::next(Dashes), All.end());
  return takeValues(Line, std::move(Flags));
}

} // namespace asynctidy
