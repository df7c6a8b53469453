// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Filters.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy {

using namespace clang;

PlaceFilter::PlaceFilter(const tidy::ClangTidyOptions &Options,
                         const tidy::ClangTidyGlobalOptions &Global)
    : Lines(Global.LineFilter) {
  if (Options.HeaderFilterRegex)
    Wanted.emplace(*Options.HeaderFilterRegex);
  if (Options.ExcludeHeaderFilterRegex &&
      !Options.ExcludeHeaderFilterRegex->empty())
    Unwanted.emplace(*Options.ExcludeHeaderFilterRegex);
}

static OptionalFileEntryRef fileOf(SourceLocation Loc,
                                   const SourceManager &SM) {
  return SM.getFileEntryRefForID(SM.getDecomposedExpansionLoc(Loc).first);
}

bool PlaceFilter::inWantedFile(SourceLocation Loc,
                               const SourceManager &SM) const {
  OptionalFileEntryRef File = fileOf(Loc, SM);
  if (!File || SM.isInMainFile(Loc))
    return true;
  return (!Wanted || Wanted->match(File->getName())) &&
         (!Unwanted || !Unwanted->match(File->getName()));
}

bool PlaceFilter::inWantedLine(SourceLocation Loc,
                               const SourceManager &SM) const {
  OptionalFileEntryRef File = fileOf(Loc, SM);
  if (Lines.empty() || !File)
    return true;
  // The first entry that names the file decides, as in clang-tidy.
  auto Entry = llvm::find_if(Lines, [&](const tidy::FileFilter &Filter) {
    return File->getName().ends_with(Filter.Name);
  });
  if (Entry == Lines.end())
    return false;
  unsigned Line = SM.getExpansionLineNumber(Loc);
  return Entry->LineRanges.empty() ||
         llvm::any_of(Entry->LineRanges, [&](const auto &Range) {
           return Range.first <= Line && Line <= Range.second;
         });
}

bool PlaceFilter::shows(const Finding &Found, const SourceManager &SM) const {
  std::vector<SourceLocation> Places = {Found.Main.Loc};
  for (const auto *Steps : {&Found.Path, &Found.Notes})
    for (const Step &What : *Steps)
      if (What.Loc.isValid())
        Places.push_back(What.Loc);
  return llvm::any_of(Places,
                      [&](SourceLocation L) { return inWantedFile(L, SM); }) &&
         llvm::any_of(Places,
                      [&](SourceLocation L) { return inWantedLine(L, SM); });
}

namespace {

/// Asks LLVM's handler about the diagnostic in flight: it wants a
/// clang::Diagnostic, which exists only while one is reported.
class NoLintQuestion : public DiagnosticConsumer {
public:
  using Ask = llvm::function_ref<bool(DiagnosticsEngine::Level,
                                      const clang::Diagnostic &)>;
  explicit NoLintQuestion(Ask Handler) : Handler(Handler) {}

  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override {
    Answer = Handler(Level, Info);
  }

  bool Answer = false;

private:
  Ask Handler;
};

} // namespace

bool mayBeSilenced(SourceLocation Loc, const SourceManager &SM) {
  FileID File = SM.getFileID(SM.getExpansionLoc(Loc));
  return SM.getBufferData(File).contains("NOLINT");
}

bool NoLint::silences(const Finding &Found, SourceManager &SM) {
  auto Ask = [&](DiagnosticsEngine::Level Level,
                 const clang::Diagnostic &Info) {
    return Handler.shouldSuppress(Level, Info, Found.Check, Mistakes,
                                  /*AllowIO=*/true,
                                  /*EnableNoLintBlocks=*/true);
  };
  NoLintQuestion Question(Ask);
  DiagnosticsEngine Engine(new DiagnosticIDs, new DiagnosticOptions, &Question,
                           /*ShouldOwnClient=*/false);
  Engine.setSourceManager(&SM);
  Engine.Report(Found.Main.Loc,
                Engine.getCustomDiagID(DiagnosticsEngine::Warning, "%0"))
      << Found.Main.Message;
  return Question.Answer;
}

} // namespace asynctidy
