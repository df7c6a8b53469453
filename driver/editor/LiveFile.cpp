// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "LiveFile.h"
#include "Modes.h"
#include "Run.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy::editor {

void LiveFile::plan(const Snapshot &Now, LiveResult &Result) {
  ThePlan.reset();
  PlannedAt = Now.Saves;
  Options ForThis = CommandLine;
  ForThis.Files = {Now.Path};
  Configuration Config(ForThis);
  llvm::Expected<Plan> Made = makePlan(ForThis, Config);
  if (!Made) {
    Result.Mistakes.push_back("async-tidy: error: " +
                              llvm::toString(Made.takeError()));
    return;
  }
  // C, or assembler.
  llvm::erase_if(Made->Jobs, [](const PlannedJob &Planned) {
    return Planned.TheJob.Command.empty();
  });
  // A file that several targets compile is looked at as in the first one.
  if (Made->Jobs.size() > 1)
    Made->Jobs.erase(std::next(Made->Jobs.begin()), Made->Jobs.end());
  std::vector<std::shared_ptr<const FileConfig>> InForce;
  for (const PlannedJob &Planned : Made->Jobs)
    InForce.push_back(Planned.Config);
  Result.Mistakes = mistakesIn(InForce, Config);
  Result.Notes = Made->Notes;
  if (Result.Mistakes.empty())
    ThePlan = std::move(*Made);
}

/// Why the text could not be analysed, in a line.
static std::string failureOf(const Snapshot &Now,
                             const report::FailedFile &Failed) {
  const report::Message &First = Failed.Errors.front();
  std::string Place = First.Where.File;
  if (!Place.empty())
    Place += ":" + std::to_string(First.Where.Line) + ": ";
  return "'" + Now.Path + "' was not analysed: " + Place + First.Text;
}

/// Calls the file \p Path that the database calls \p Name, by way of a link
/// perhaps: documents are known as the editor calls them.
static void rename(std::vector<report::Diagnostic> &Findings,
                   llvm::StringRef Name, const std::string &Path) {
  if (Name == Path)
    return;
  auto Rename = [&](report::Message &M) {
    if (M.Where.File == Name)
      M.Where.File = Path;
  };
  for (report::Diagnostic &Each : Findings) {
    Rename(Each.Main);
    llvm::for_each(Each.Path, Rename);
    llvm::for_each(Each.Notes, Rename);
    for (clang::tooling::Replacement &Fix : Each.Fixes)
      if (Fix.getFilePath() == Name)
        Fix = clang::tooling::Replacement(
            Path, Fix.getOffset(), Fix.getLength(), Fix.getReplacementText());
  }
}

LiveResult LiveFile::analyze(const Snapshot &Now, const Waiting &ForIt) {
  LiveResult Result;
  if (!ThePlan || PlannedAt != Now.Saves)
    plan(Now, Result);
  if (!ThePlan)
    return Result;
  EditedText Edited{Now.Text, Headers, ForIt};
  RunResult Ran = run(*ThePlan, CommandLine, &Edited);
  if (ForIt.IsOver())
    return Result;
  for (const std::string &File : Ran.WithoutCoroutines)
    Result.Notes.push_back("'" + File +
                           "' is not compiled as C++20 or later, so that there "
                           "are no coroutines; is '-std=c++20' missing?");
  Result.IsAnalysed = Ran.Report.Failed.empty();
  if (!Result.IsAnalysed && !HasFailed)
    Result.Notes.push_back(failureOf(Now, Ran.Report.Failed.front()));
  HasFailed = !Result.IsAnalysed;
  Result.Findings = std::move(Ran.Report.Findings);
  if (!ThePlan->Jobs.empty())
    rename(Result.Findings, ThePlan->Jobs.front().TheJob.File, Now.Path);
  return Result;
}

} // namespace asynctidy::editor
