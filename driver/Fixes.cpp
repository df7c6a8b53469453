// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Fixes.h"
#include "report/Output.h"
#include "clang/Tooling/DiagnosticsYaml.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/YAMLTraits.h"
#include "llvm/Support/raw_ostream.h"
#include <map>

namespace asynctidy {

using namespace llvm;
using namespace clang;
using report::Message;
using report::Place;

using ChangesByFile = std::map<std::string, tooling::Replacements>;

/// Adds the changes of one finding; leaves \p Changes alone when one of them
/// overlaps another that is there already.
static bool addChanges(ArrayRef<tooling::Replacement> Fixes,
                       ChangesByFile &Changes) {
  ChangesByFile Together = Changes;
  for (const tooling::Replacement &Fix : Fixes)
    if (Error Overlap = Together[Fix.getFilePath().str()].add(Fix)) {
      consumeError(std::move(Overlap));
      return false;
    }
  Changes = std::move(Together);
  return true;
}

static Error changeFile(StringRef File, const tooling::Replacements &Changes) {
  auto Text = MemoryBuffer::getFile(File);
  if (!Text)
    return createStringError("cannot read '" + File +
                             "': " + Text.getError().message());
  Expected<std::string> Changed =
      tooling::applyAllReplacements((*Text)->getBuffer(), Changes);
  if (!Changed)
    return Changed.takeError();
  return report::writeOutput(File, *Changed);
}

Expected<FixCount> applyFixes(ArrayRef<report::Diagnostic> Findings) {
  FixCount Count;
  ChangesByFile Changes;
  for (const report::Diagnostic &Found : Findings)
    if (!Found.Fixes.empty())
      ++(addChanges(Found.Fixes, Changes) ? Count.Applied : Count.Skipped);
  for (const auto &[File, Edits] : Changes)
    if (Error Failed = changeFile(File, Edits))
      return std::move(Failed);
  return Count;
}

static tooling::DiagnosticMessage exported(const Message &M) {
  tooling::DiagnosticMessage Result(M.Text);
  Result.FilePath = M.Where.File;
  Result.FileOffset = M.Where.Offset;
  if (!M.Where.Length || M.Where.File.empty())
    return Result;
  tooling::FileByteRange Range;
  Range.FilePath = M.Where.File;
  Range.FileOffset = M.Where.Offset;
  Range.Length = M.Where.Length;
  Result.Ranges.push_back(Range);
  return Result;
}

static tooling::Diagnostic exported(const report::Diagnostic &Found) {
  tooling::Diagnostic Result(Found.Check,
                             Found.Level == report::Severity::Error
                                 ? tooling::Diagnostic::Error
                                 : tooling::Diagnostic::Warning,
                             Found.BuildDirectory);
  Result.Message = exported(Found.Main);
  for (const tooling::Replacement &Fix : Found.Fixes)
    // A finding's own changes do not overlap; if they did, the first counts.
    consumeError(Result.Message.Fix[Fix.getFilePath()].add(Fix));
  for (const auto *Messages : {&Found.Path, &Found.Notes})
    for (const Message &Note : *Messages)
      Result.Notes.push_back(exported(Note));
  return Result;
}

Error exportFixes(ArrayRef<report::Diagnostic> Findings, StringRef MainFile,
                  StringRef Output) {
  tooling::TranslationUnitDiagnostics Unit;
  Unit.MainSourceFile = MainFile.str();
  for (const report::Diagnostic &Found : Findings)
    Unit.Diagnostics.push_back(exported(Found));
  std::string Text;
  raw_string_ostream Stream(Text);
  yaml::Output Yaml(Stream);
  Yaml << Unit;
  return report::writeOutput(Output, Text);
}

} // namespace asynctidy
