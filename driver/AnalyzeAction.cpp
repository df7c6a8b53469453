// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AnalyzeAction.h"
#include "Analysis.h"
#include "Comments.h"
#include "Filters.h"
#include "Preamble.h"
#include "Resolve.h"
#include "Timer.h"
#include "clang-tidy/GlobList.h"
#include "model/Model.h"
#include "project/PrecompiledHeader.h"
#include "summary/Recorder.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/FileManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Frontend/Utils.h"
#include "llvm/ADT/SmallString.h"

namespace asynctidy {

using namespace clang;

void ErrorCollector::HandleDiagnostic(DiagnosticsEngine::Level Level,
                                      const clang::Diagnostic &Info) {
  DiagnosticConsumer::HandleDiagnostic(Level, Info);
  if (Level < DiagnosticsEngine::Error)
    return;
  llvm::SmallString<128> Text;
  Info.FormatDiagnostic(Text);
  SourcePlace Where;
  if (Info.hasSourceManager() && Info.getLocation().isValid())
    Where =
        resolvePlace(Info.getLocation(), SourceRange(), Info.getSourceManager(),
                     Language ? *Language : LangOptions());
  Result.Errors.push_back({std::move(Where), Text.str().str()});
}

namespace {

class Consumer : public ASTConsumer {
public:
  Consumer(const FileConfig &Config, const AnalysisOptions &Options,
           const CompilerInstance &Compiler, FileResult &Result)
      : Config(Config), Options(Options), Compiler(Compiler), Result(Result),
        Ours(Compiler.getSourceManager(), Config.TheSettings->Project) {}

  bool shouldSkipFunctionBody(Decl *D) override {
    return !Options.ParseAllBodies && maySkipBody(*D, Ours);
  }
  bool HandleTopLevelDecl(DeclGroupRef) override { return isWanted(); }
  void HandleTranslationUnit(ASTContext &AST) override;

private:
  bool isWanted() const {
    return !Options.Edited || !Options.Edited->ForIt.IsOver();
  }
  void runChecks(Analysis &Of, ASTContext &AST, program::UnitBuilder &To);
  program::Unit record(Analysis &Of, SourceManager &SM);
  void markSites(Recording &Made, SourceManager &SM);
  void report(const Finding &Found, llvm::ArrayRef<program::Need> Needs,
              ASTContext &AST, program::UnitBuilder &To);
  bool hasRun(llvm::StringRef Name) const;
  void reportMistakes(ASTContext &AST, program::UnitBuilder &To);

  const FileConfig &Config;
  const AnalysisOptions &Options;
  const CompilerInstance &Compiler;
  FileResult &Result;
  const Project Ours;
  NoLint Silencer;
};

class CheckFile : public ASTFrontendAction {
public:
  CheckFile(const FileConfig &Config, const AnalysisOptions &Options,
            FileResult &Result)
      : Config(Config), Options(Options), Result(Result) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler,
                                                 llvm::StringRef) override {
    return std::make_unique<Consumer>(Config, Options, Compiler, Result);
  }

private:
  const FileConfig &Config;
  const AnalysisOptions &Options;
  FileResult &Result;
};

} // namespace

static bool isLinked(const EnabledCheck &Enabled) {
  return Enabled.Instance->isLinked();
}

/// Notes the linked checks that are on, and the options they were given.
static void addChecks(const FileConfig &Config, program::Unit &U) {
  auto Text = [&](llvm::StringRef Value) -> program::TextId {
    U.Texts.push_back(Value.str());
    return U.Texts.size() - 1;
  };
  for (const EnabledCheck &Enabled : Config.Checks) {
    if (!isLinked(Enabled))
      continue;
    const CheckInfo &Info = *Enabled.Info;
    program::LinkedCheck &Check = U.Checks.emplace_back();
    Check.Name = Text(Info.Name);
    Check.IsError = Config.isError(Info.Name);
    for (const OptionInfo &Option : Info.Options) {
      std::string Key = (Info.Name + "." + Option.Name).str();
      auto Given = Config.Options.CheckOptions.find(Key);
      if (Given != Config.Options.CheckOptions.end())
        Check.Options.emplace_back(Text(Key), Text(Given->second.Value));
    }
  }
}

void Consumer::HandleTranslationUnit(ASTContext &AST) {
  if (!Result.Errors.empty() || !isWanted())
    return;
  if (Options.Instead)
    return Options.Instead(AST, Compiler.getPreprocessor());
  std::optional<Analysis> TheAnalysis;
  {
    Timer Time(Result.Seconds["model"]);
    TheAnalysis.emplace(AST, Compiler.getPreprocessor(), *Config.TheSettings);
  }
  const Model &M = TheAnalysis->model();
  program::UnitBuilder Unit(record(*TheAnalysis, AST.getSourceManager()),
                            M.project().root());
  if (Result.HasCoroutines) {
    runChecks(*TheAnalysis, AST, Unit);
    reportMistakes(AST, Unit);
  }
  PlaceFilter Filter(Config.Options, Options.Filters);
  recordComments(Unit, AST.getSourceManager(), Ours,
                 [&](SourceLocation At, llvm::StringRef Name) {
                   return Filter.inWantedFile(At, AST.getSourceManager()) &&
                          hasRun(Name);
                 });
  Result.Unit = {Unit.finish(), M.project().root()};
}

void Consumer::runChecks(Analysis &Of, ASTContext &AST,
                         program::UnitBuilder &To) {
  PlaceFilter Filter(Config.Options, Options.Filters);
  for (const EnabledCheck &Enabled : Config.Checks) {
    if (isLinked(Enabled))
      continue;
    if (!isWanted())
      return;
    Timer Time(Result.Seconds[Enabled.Info->Name.str()]);
    for (const Finding &Found : Of.runOpen(*Enabled.Instance))
      if (Filter.shows(Found, AST.getSourceManager()))
        report(Found, Of.needsOf(Found), AST, To);
  }
}

/// Notes for every site what the user wants to see of it, which cannot be found
/// out once the text is gone.
void Consumer::markSites(Recording &Made, SourceManager &SM) {
  PlaceFilter Filter(Config.Options, Options.Filters);
  llvm::DenseMap<FileID, bool> MayBeSilenced;
  program::Unit &U = Made.Unit;
  for (auto [Where, Place] : llvm::zip(U.Sites, Made.Places)) {
    Where.WantedFile = Filter.inWantedFile(Place.Loc, SM);
    Where.WantedLine = Filter.inWantedLine(Place.Loc, SM);
    FileID File = SM.getFileID(SM.getExpansionLoc(Place.Loc));
    auto [Known, IsNew] = MayBeSilenced.try_emplace(File, false);
    if (IsNew)
      Known->second = mayBeSilenced(Place.Loc, SM);
    if (!Known->second)
      continue;
    for (auto [Index, Check] : llvm::enumerate(U.Checks)) {
      Finding There;
      There.Check = U.text(Check.Name);
      There.Main = Place;
      if (Silencer.silences(There, SM))
        Where.Silenced |= 1u << Index;
    }
  }
}

program::Unit Consumer::record(Analysis &Of, SourceManager &SM) {
  Timer Time(Result.Seconds["summary"]);
  Recording Made = Of.takeRecording();
  addChecks(Config, Made.Unit);
  markSites(Made, SM);
  return std::move(Made.Unit);
}

void Consumer::report(const Finding &Found, llvm::ArrayRef<program::Need> Needs,
                      ASTContext &AST, program::UnitBuilder &To) {
  SourceManager &SM = AST.getSourceManager();
  Standing How{Config.isError(Found.Check), Silencer.silences(Found, SM)};
  addFinding(To, Found, Needs, How, SM, AST.getLangOpts());
}

/// A NOLINTBEGIN without end silences nothing and must not pass unseen.
void Consumer::reportMistakes(ASTContext &AST, program::UnitBuilder &To) {
  const SourceManager &SM = AST.getSourceManager();
  for (const tooling::Diagnostic &Mistake : Silencer.mistakes()) {
    FileManager &Files = SM.getFileManager();
    auto File = Files.getOptionalFileRef(Mistake.Message.FilePath);
    FileID ID = File ? SM.translateFile(*File) : FileID();
    if (ID.isInvalid())
      continue;
    Finding Found;
    Found.Check = Mistake.DiagnosticName;
    Found.Main.Loc = SM.getLocForStartOfFile(ID).getLocWithOffset(
        Mistake.Message.FileOffset);
    Found.Main.Message = Mistake.Message.Message;
    addFinding(To, Found, {}, {/*IsError=*/true}, SM, AST.getLangOpts());
  }
}

/// Whether all checks that \p Name, which may be a glob, means are on.
bool Consumer::hasRun(llvm::StringRef Name) const {
  tidy::GlobList Meant(Name);
  return Result.HasCoroutines &&
         llvm::all_of(allChecks(), [&](const CheckInfo &Info) {
           return !Meant.contains(Info.Name) ||
                  llvm::any_of(Config.Checks, [&](const EnabledCheck &On) {
                    return On.Info == &Info;
                  });
         });
}

namespace {

/// Notes every file that is included, headers of the system, too.
class FileCollector : public DependencyCollector {
  bool needSystemDependencies() override { return true; }
};

} // namespace

/// Takes back what flags (of -Xclang, mostly) have the compiler write, print or
/// compare while it compiles.
static void forgetOutputs(CompilerInvocation &Invocation) {
  Invocation.getDependencyOutputOpts() = DependencyOutputOptions();
  LangOptions &Language = Invocation.getLangOpts();
  Language.DumpRecordLayouts = Language.DumpRecordLayoutsSimple = false;
  Language.DumpRecordLayoutsCanonical = Language.DumpRecordLayoutsComplete =
      Language.DumpVTableLayouts = false;
  Invocation.getFrontendOpts().ShowStats = false;
  Invocation.getCodeGenOpts().TimePasses = false;
  DiagnosticOptions &Diagnostics = Invocation.getDiagnosticOpts();
  Diagnostics.ShowCarets = false; // no "1 error generated."
  Diagnostics.VerifyDiagnostics = false;
  Diagnostics.DiagnosticSerializationFile.clear();
  Diagnostics.DiagnosticLogFile.clear();
}

/// Parses the headers of an edited text, or takes them as they were parsed
/// before. Gives the files to go on with.
llvm::IntrusiveRefCntPtr<FileManager>
AnalyzeAction::startBehindHeaders(CompilerInvocation &Invocation,
                                  FileManager &Files,
                                  DiagnosticConsumer &Consumer) {
  return Options.Edited->Headers.begin(Invocation, Files, *Options.Edited,
                                       Config.TheSettings->Project, Consumer,
                                       Result.Errors);
}

bool AnalyzeAction::runInvocation(
    std::shared_ptr<CompilerInvocation> Invocation, FileManager *Files,
    std::shared_ptr<PCHContainerOperations> Containers,
    DiagnosticConsumer *Consumer) {
  const LangOptions &Language = Invocation->getLangOpts();
  Result.HasCoroutines = Language.CPlusPlus && Language.Coroutines;
  Result.IsOldLanguage = Language.CPlusPlus && !Language.Coroutines;
  if (!Result.HasCoroutines && !(Result.IsOldLanguage && Options.WantsFacts))
    return true;
  Invocation->getFrontendOpts().SkipFunctionBodies = !Options.ParseAllBodies;
  forgetOutputs(*Invocation);
  includeInsteadOfPch(Invocation->getPreprocessorOpts(), *Files);
  llvm::IntrusiveRefCntPtr<FileManager> Seen = Files;
  if (Options.Edited && Result.Errors.empty()) {
    Seen = startBehindHeaders(*Invocation, *Files, *Consumer);
    if (!Result.Errors.empty())
      return true;
  }

  CompilerInstance Compiler(std::move(Containers));
  Compiler.setInvocation(std::move(Invocation));
  Compiler.setFileManager(Seen.get());
  Compiler.createDiagnostics(Consumer, /*ShouldOwnClient=*/false);
  Compiler.createSourceManager(*Seen);
  auto FilesRead = std::make_shared<FileCollector>();
  if (Options.NoteFiles)
    Compiler.addDependencyCollector(FilesRead);
  CheckFile Action(Config, Options, Result);
  double Total = 0;
  std::optional<Timer> Time(std::in_place, Total);
  bool Done = Compiler.ExecuteAction(Action);
  Result.FilesRead = FilesRead->getDependencies().vec();
  Time.reset();
  for (const auto &[Phase, Seconds] : Result.Seconds)
    Total -= Seconds;
  Result.Seconds["parsing"] += Total;
  return Done;
}

} // namespace asynctidy
