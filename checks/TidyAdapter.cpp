// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "TidyAdapter.h"
#include "Analysis.h"
#include "Settings.h"
#include "TraversalScope.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/Basic/FileManager.h"

namespace asynctidy {

using clang::tidy::ClangTidyOptions;

/// What the checks of one AST share: the settings, and unless these are wrong
/// the analysis.
class TidyRun {
public:
  TidyRun(clang::ASTContext &AST, const clang::Preprocessor &PP,
          const OptionReader &Options);

  /// What is wrong with the settings, for the first who asks.
  std::vector<std::string> takeMistakes() { return std::move(Mistakes); }
  /// Null when something is wrong.
  Analysis *analysis() { return TheAnalysis ? &*TheAnalysis : nullptr; }

private:
  Settings TheSettings;
  std::vector<std::string> Mistakes;
  std::optional<Analysis> TheAnalysis;
};

static std::string mainFile(const clang::SourceManager &SM) {
  llvm::SmallString<128> Path;
  if (auto File = SM.getFileEntryRefForID(SM.getMainFileID()))
    Path = File->getName();
  SM.getFileManager().makeAbsolutePath(Path);
  return Path.str().str();
}

TidyRun::TidyRun(clang::ASTContext &AST, const clang::Preprocessor &PP,
                 const OptionReader &Options)
    : TheSettings(loadSettings(readSettingValues(Options),
                               mainFile(AST.getSourceManager()))),
      Mistakes(Options.mistakes()) {
  llvm::append_range(Mistakes, TheSettings.OptionMistakes);
  for (const RuleMistake &Mistake : TheSettings.RuleMistakes)
    Mistakes.push_back(Mistake.place() + ": " + Mistake.Message);
  if (Mistakes.empty())
    TheAnalysis.emplace(AST, PP, TheSettings);
}

std::shared_ptr<TidyRun>
TidySession::run(const clang::ASTContext &AST,
                 llvm::function_ref<std::shared_ptr<TidyRun>()> Make) {
  std::lock_guard<std::mutex> Guard(Lock);
  std::weak_ptr<TidyRun> &Known = Runs[&AST];
  std::shared_ptr<TidyRun> Run = Known.lock();
  if (!Run)
    Known = Run = Make();
  for (auto It = Runs.begin(); It != Runs.end();)
    It = It->second.expired() ? Runs.erase(It) : std::next(It);
  return Run;
}

/// Calls \p Use with the whole key and the default of every option that \p Info
/// looks at: its own, and the tool's.
static void forEachOption(
    const CheckInfo &Info,
    llvm::function_ref<void(const std::string &, llvm::StringRef)> Use) {
  for (const OptionInfo &Option : Info.Options)
    Use((Info.Name + "." + Option.Name).str(), Option.Default);
  for (const OptionInfo &Option : settingOptions())
    Use(Option.Name.str(), Option.Default);
}

TidyAdapter::TidyAdapter(const CheckInfo &Info,
                         std::shared_ptr<TidySession> Session,
                         clang::tidy::ClangTidyContext *Context)
    : ClangTidyCheck(Info.Name, Context), Info(Info),
      Session(std::move(Session)), Context(*Context) {
  // For --verify-config, which only makes the checks. Others have their options
  // noted by ClangTidyCheck's Options, which cannot read keys of other names.
  if (llvm::StringSet<> *Known = Context->getOptionsCollector())
    forEachOption(Info, [&](const std::string &Key, llvm::StringRef) {
      Known->insert(Key);
    });
}

static std::optional<std::string> findOption(const ClangTidyOptions &Options,
                                             llvm::StringRef Key) {
  auto Found = Options.CheckOptions.find(Key);
  if (Found == Options.CheckOptions.end())
    return std::nullopt;
  return Found->getValue().Value;
}

OptionReader TidyAdapter::reader() const {
  return OptionReader([this](llvm::StringRef Key) {
    return findOption(Context.getOptions(), Key);
  });
}

void TidyAdapter::storeOptions(ClangTidyOptions::OptionMap &Map) {
  forEachOption(Info, [&](const std::string &Key, llvm::StringRef Default) {
    Map[Key] = ClangTidyOptions::ClangTidyValue(
        findOption(Context.getOptions(), Key).value_or(Default.str()));
  });
}

void TidyAdapter::registerPPCallbacks(const clang::SourceManager &,
                                      clang::Preprocessor *PP,
                                      clang::Preprocessor *) {
  this->PP = PP;
}

void TidyAdapter::registerMatchers(clang::ast_matchers::MatchFinder *Finder) {
  Finder->addMatcher(clang::ast_matchers::translationUnitDecl(), this);
}

void TidyAdapter::check(
    const clang::ast_matchers::MatchFinder::MatchResult &Match) {
  Run = Session->run(*Match.Context, [&] {
    return std::make_shared<TidyRun>(*Match.Context, *PP, reader());
  });
  OptionReader Options = reader();
  std::unique_ptr<Check> TheCheck = Info.Create(Options);
  bool Wrong = tell(Run->takeMistakes(), *Match.Context);
  if (tell(Options.mistakes(), *Match.Context) || Wrong || !Run->analysis())
    return;
  for (const Finding &Found : Run->analysis()->run(*TheCheck))
    report(Found);
}

void TidyAdapter::onEndOfTranslationUnit() { Run.reset(); }

/// As errors: a configuration that is only half in force must not pass. An
/// editor shows only what has a place, so there they are in the first line.
bool TidyAdapter::tell(llvm::ArrayRef<std::string> Mistakes,
                       const clang::ASTContext &AST) {
  const clang::SourceManager &SM = AST.getSourceManager();
  clang::SourceLocation Top = SM.getLocForStartOfFile(SM.getMainFileID());
  for (const std::string &Mistake : Mistakes) {
    if (isMainFileOnly(AST))
      Context.diag("async-tidy-config", Top, "%0", clang::DiagnosticIDs::Error)
          << Mistake;
    else
      configurationDiag("%0", clang::DiagnosticIDs::Error) << Mistake;
  }
  return !Mistakes.empty();
}

void TidyAdapter::report(const Finding &Found) {
  auto Diagnose = [&](const Step &What, clang::DiagnosticIDs::Level Level) {
    auto Builder = diag(What.Loc, "%0", Level) << What.Message;
    if (What.Range.isValid())
      Builder << What.Range;
    return Builder;
  };
  {
    auto Builder = Diagnose(Found.Main, clang::DiagnosticIDs::Warning);
    for (const clang::FixItHint &Fix : Found.Fixes)
      Builder << Fix;
  }
  for (const auto *Steps : {&Found.Path, &Found.Notes})
    for (const Step &Note : *Steps)
      Diagnose(Note, clang::DiagnosticIDs::Note);
}

} // namespace asynctidy
