// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Summaries.h"
#include "Adoption.h"
#include "Conclusion.h"
#include "Dependencies.h"
#include "Log.h"
#include "Timer.h"
#include "program/Archive.h"
#include "program/Index.h"
#include "project/Paths.h"
#include "report/Output.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/ThreadPool.h"

namespace asynctidy {

using program::Unit;

static std::vector<const Unit *> factsOf(const std::vector<LinkedUnit> &Units) {
  std::vector<const Unit *> Facts;
  for (const LinkedUnit &Each : Units)
    Facts.push_back(&Each.Facts);
  return Facts;
}

bool writeArchives(const RunResult &Result, const Options &CommandLine) {
  bool Written = true;
  std::vector<const Unit *> Facts = factsOf(Result.Units);
  const std::string &Summary = CommandLine.WriteSummary;
  if (!Summary.empty() && !Result.Report.Failed.empty()) {
    if (llvm::sys::fs::is_regular_file(Summary))
      llvm::sys::fs::remove(Summary);
  } else if (!Summary.empty()) {
    Written &=
        isDone(report::writeOutput(Summary, program::encodeArchive(Facts)));
  }
  if (!CommandLine.WriteIndex.empty())
    Written &= isDone(report::writeOutput(CommandLine.WriteIndex,
                                          program::encodeIndex(Facts)));
  return Written;
}

bool writeDependencies(llvm::ArrayRef<std::string> Inputs,
                       const Options &CommandLine) {
  const std::string &File = CommandLine.WriteDependencies;
  return File.empty() ||
         isDone(report::writeOutput(
             File, makefileRule(CommandLine.WriteSummary, Inputs)));
}

/// Reads all that can be read, and notes what cannot.
static std::vector<LinkedUnit> readAll(const Options &CommandLine,
                                       report::Report &R) {
  const std::vector<std::string> &Files = CommandLine.Files;
  std::vector<std::vector<Unit>> Read(Files.size());
  std::vector<std::string> Mistakes(Files.size());
  llvm::DefaultThreadPool Pool(llvm::hardware_concurrency(CommandLine.Jobs));
  for (size_t I = 0; I < Files.size(); ++I)
    Pool.async([&, I] {
      auto Units = program::readArchive(Files[I]);
      if (Units)
        Read[I] = std::move(*Units);
      else
        Mistakes[I] = llvm::toString(Units.takeError());
    });
  Pool.wait();
  std::vector<LinkedUnit> All;
  for (size_t I = 0; I < Files.size(); ++I) {
    llvm::StringRef Mistake = Mistakes[I];
    Mistake.consume_front("'" + Files[I] + "' "); // will be said
    Mistake.consume_front("cannot read '" + Files[I] + "': ");
    if (!Mistake.empty())
      R.Failed.push_back({absolutePath(Files[I]), {{{}, Mistake.str()}}});
    for (Unit &U : Read[I])
      All.push_back({std::move(U), R.Root});
  }
  return All;
}

int linkSummaries(const Options &CommandLine) {
  if (CommandLine.Files.empty()) {
    logError("nothing to link: name files that --write-summary has written");
    return ExitFailed;
  }
  if (!checkOutputs(CommandLine))
    return ExitFailed;
  RunResult Result;
  Result.Report.Root = rootAtHand(CommandLine);
  std::optional<Adoption> Adopted =
      Adoption::prepare(CommandLine, Result.Report.Root);
  if (!Adopted)
    return ExitFailed;
  {
    Timer Time(Result.Seconds["reading"]);
    Result.Units = readAll(CommandLine, Result.Report);
  }
  Result.Analysed = Result.Units.size();
  linkInto(Result);
  bool Written;
  {
    Timer Time(Result.Seconds["writing"]);
    Written = writeArchives(Result, CommandLine);
  }
  Coverage Seen;
  Seen.IsNothing = !Result.Report.Failed.empty();
  int Code = concludeWithoutSources(Result, *Adopted, Seen, CommandLine);
  return Written ? Code : ExitFailed;
}

} // namespace asynctidy
