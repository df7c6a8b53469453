// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Convert.h"
#include "Adoption.h"
#include "Conclusion.h"
#include "ExportedFixes.h"
#include "Log.h"
#include "Timer.h"
#include "project/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace asynctidy {

/// What was named; of folders the YAML files below, where clang-tidy has left
/// none if it has found nothing.
static llvm::Expected<std::vector<std::string>>
filesOf(llvm::ArrayRef<std::string> Named) {
  namespace fs = llvm::sys::fs;
  std::vector<std::string> Files;
  for (const std::string &Name : Named) {
    if (!fs::is_directory(Name)) {
      Files.push_back(Name);
      continue;
    }
    std::vector<std::string> Below;
    std::error_code Failed;
    for (fs::recursive_directory_iterator At(Name, Failed, false), End;
         !Failed && At != End; At.increment(Failed)) {
      llvm::StringRef Ending = llvm::sys::path::extension(At->path());
      if ((Ending == ".yaml" || Ending == ".yml") &&
          !fs::is_directory(At->path()))
        Below.push_back(At->path());
    }
    if (Failed)
      return llvm::createStringError("cannot read the folder '" + Name +
                                     "': " + Failed.message());
    llvm::sort(Below);
    llvm::append_range(Files, Below);
  }
  return Files;
}

static void readAll(llvm::ArrayRef<std::string> Files,
                    const Options &CommandLine, RunResult &Result) {
  Timer Time(Result.Seconds["reading"]);
  ExportedFindings Found;
  report::Report &R = Result.Report;
  for (const std::string &File : Files) {
    auto Units = readExported(File);
    if (Units) {
      Found.add(File, *Units, R);
      ++Result.Analysed;
    } else {
      R.Failed.push_back(
          {absolutePath(File), {{{}, llvm::toString(Units.takeError())}}});
    }
  }
  if (Found.Others && !CommandLine.Quiet)
    logNote(counted(Found.Others, "diagnostic") +
            " of other checks than async-* left out");
  sortAndMerge(R.Findings);
}

int convertFixes(const Options &CommandLine) {
  if (CommandLine.Files.empty()) {
    logError("nothing to convert: name files that clang-tidy's --export-fixes "
             "has written, or their folder");
    return ExitFailed;
  }
  auto Files = filesOf(CommandLine.Files);
  if (!Files) {
    logError(llvm::toString(Files.takeError()));
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
  readAll(*Files, CommandLine, Result);
  // Which files clang-tidy has looked at, and found nothing in, nobody knows.
  Coverage Seen;
  Seen.IsNothing = true;
  return concludeWithoutSources(Result, *Adopted, Seen, CommandLine);
}

} // namespace asynctidy
