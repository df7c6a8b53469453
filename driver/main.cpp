// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analyze.h"
#include "CheckSelection.h"
#include "Convert.h"
#include "Log.h"
#include "Modes.h"
#include "Summaries.h"
#include "editor/Server.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/raw_ostream.h"

using namespace asynctidy;

static int dispatch(const Options &CommandLine) {
  if (CommandLine.What == Mode::Explain)
    return explain(CommandLine.ExplainedCheck);
  if (CommandLine.Checks)
    if (auto Mistake = mistakeInChecks(*CommandLine.Checks)) {
      logError(*Mistake);
      return ExitFailed;
    }
  if (CommandLine.What == Mode::Link)
    return linkSummaries(CommandLine);
  if (CommandLine.What == Mode::Convert)
    return convertFixes(CommandLine);
  Configuration Config(CommandLine);
  if (CommandLine.What == Mode::Doctor)
    return runDoctor(CommandLine, Config);
  if (!Config.mistakes().empty()) {
    checkConfigs({}, Config);
    return ExitFailed;
  }
  switch (CommandLine.What) {
  case Mode::ListChecks:
    return listChecks(CommandLine, Config);
  case Mode::DumpConfig:
    return dumpConfig(CommandLine, Config);
  case Mode::VerifyConfig:
    return verifyConfig(CommandLine, Config);
  case Mode::VerifyRules:
    return verifyRules(CommandLine, Config);
  case Mode::ListRules:
    return listRules(CommandLine, Config);
  case Mode::Serve:
    return editor::serve(CommandLine);
  default:
    return analyze(CommandLine, Config);
  }
}

/// Standard output is a product: when it could not be written, nothing was
/// achieved.
static int finish(int Code) {
  llvm::raw_fd_ostream &Out = llvm::outs();
  Out.flush();
  if (!Out.has_error())
    return Code;
  logError("cannot write standard output: " + Out.error().message());
  Out.clear_error();
  return ExitFailed;
}

int main(int Argc, const char **Argv) {
  if (Argc == 2 && llvm::StringRef(Argv[1]) == "--version") {
    printVersion();
    return finish(ExitClean);
  }
  llvm::setBugReportMsg("async-tidy crashed; please report it with the file "
                        "and this:\n");
  llvm::sys::PrintStackTraceOnErrorSignal(Argv[0]);
  std::variant<Options, int> Parsed = parseOptions(Argc, Argv);
  if (const int *Code = std::get_if<int>(&Parsed))
    return finish(*Code);
  return finish(dispatch(std::get<Options>(Parsed)));
}
