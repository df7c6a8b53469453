// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the tool does with rule files alone.
#include "AnalyzeFile.h"
#include "Log.h"
#include "Modes.h"
#include "Plan.h"
#include "model/RuleNames.h"
#include "model/RuleWriter.h"
#include "model/UnseenNames.h"
#include "model/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy {

/// The rule files that the user named.
static std::vector<const RulePack *> ownPacks(const Catalogue &Rules) {
  std::vector<const RulePack *> Packs;
  for (const auto &Pack : Rules.packs())
    if (!isBuiltIn(*Pack))
      Packs.push_back(Pack.get());
  return Packs;
}

/// Looks the names of the user's rules up in what the files declare.
static int verifyNames(const Options &CommandLine, Configuration &Config,
                       const Catalogue &Rules) {
  llvm::Expected<Plan> ThePlan = makePlan(CommandLine, Config);
  if (!ThePlan) {
    logError(llvm::toString(ThePlan.takeError()));
    return ExitFailed;
  }
  UnseenNames Unseen(ownPacks(Rules));
  AnalysisOptions Looking;
  Looking.Instead = [&](const clang::ASTContext &AST,
                        const clang::Preprocessor &PP) {
    Unseen.look(AST, PP);
  };
  const report::Report Names;
  bool Parsed = true;
  for (const PlannedJob &Job : ThePlan->Jobs) {
    FileResult Result = analyzeFile(Job.TheJob, *Job.Config, Looking);
    for (const report::Message &Error : Result.Errors)
      if (Error.Where.File.empty())
        logError("'" + Job.TheJob.File + "': " + Error.Text);
      else
        report::writeError(llvm::errs(), Names, Error);
    if (Result.Errors.empty() && !Result.HasCoroutines)
      logError("'" + Job.TheJob.File +
               "' is not compiled as C++20 or later; is '-std=c++20' missing?");
    Parsed &= Result.Errors.empty() && Result.HasCoroutines;
  }
  if (!Parsed)
    return ExitFailed;
  std::vector<RuleMistake> Mistakes = Unseen.mistakes();
  for (const RuleMistake &Mistake : Mistakes)
    logLine(Mistake.place() + ": error: " + Mistake.Message);
  if (!Mistakes.empty())
    return ExitFailed;
  llvm::outs() << "all " << Unseen.count() << " names are declared\n";
  return ExitClean;
}

int verifyRules(const Options &CommandLine, Configuration &Config) {
  auto Configs = soundConfigs(CommandLine.Files, Config);
  if (!Configs)
    return ExitFailed;
  const Catalogue &Rules = *Configs->front()->TheSettings->Rules;
  if (!CommandLine.Files.empty())
    return verifyNames(CommandLine, Config, Rules);
  size_t Entries = 0;
  for (const auto &Pack : Rules.packs())
    Entries += Pack->Entries.size();
  llvm::outs() << "no mistakes in " << Rules.packs().size()
               << " rule files with " << Entries << " entries\n";
  return ExitClean;
}

/// Whether \p Name is what the user asks for: all of it, or its last parts.
static bool isAskedFor(llvm::StringRef Name, llvm::StringRef Asked) {
  Asked.consume_front("::");
  return Name == Asked || (Name.ends_with(Asked) &&
                           Name.drop_back(Asked.size()).ends_with("::"));
}

/// Whether \p Name is in the namespace.
static bool contains(llvm::StringRef Namespace, llvm::StringRef Name) {
  Name.consume_front("::");
  return Name.consume_front(Namespace) && Name.starts_with("::");
}

static bool speaksOf(const RuleEntry &Entry, llvm::StringRef Asked) {
  auto IsIt = [&](llvm::StringRef Name) { return isAskedFor(Name, Asked); };
  return llvm::any_of(Entry.Functions, IsIt) ||
         llvm::any_of(Entry.Types, IsIt) || Entry.Name == Asked ||
         llvm::any_of(Entry.Namespaces, [&](llvm::StringRef Namespace) {
           return IsIt(Namespace) || contains(Namespace, Asked);
         });
}

/// "no rule says anything about 'slep'; did you mean 'sleep'?"
static void logUnknown(llvm::StringRef Asked, const Catalogue &Rules) {
  std::vector<llvm::StringRef> Names;
  for (const auto &Pack : Rules.packs())
    for (const RuleEntry &Entry : Pack->Entries)
      for (const auto *List :
           {&Entry.Functions, &Entry.Types, &Entry.Namespaces})
        for (llvm::StringRef Name : *List) {
          Names.push_back(Name);
          Names.push_back(lastPart(Name));
        }
  llvm::sort(Names);
  logError("no rule says anything about '" + Asked + "'" +
           suggestion(Asked, Names));
}

int listRules(const Options &CommandLine, Configuration &Config) {
  auto Configs = soundConfigs({}, Config); // the files are names
  if (!Configs)
    return ExitFailed;
  const Catalogue &Rules = *Configs->front()->TheSettings->Rules;
  int Code = ExitClean;
  auto List = [&](auto IsWanted) {
    bool Any = false;
    for (const auto &Pack : Rules.packs())
      for (const RuleEntry &Entry : Pack->Entries)
        if (IsWanted(Entry)) {
          writeEntry(llvm::outs(), Entry);
          Any = true;
        }
    return Any;
  };
  if (CommandLine.Files.empty())
    List([](const RuleEntry &) { return true; });
  for (llvm::StringRef Asked : CommandLine.Files)
    if (!List([&](const RuleEntry &Entry) { return speaksOf(Entry, Asked); })) {
      logUnknown(Asked, Rules);
      Code = ExitFailed;
    }
  return Code;
}

} // namespace asynctidy
