// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Modes.h"
#include "CheckSelection.h"
#include "Log.h"
#include "model/Words.h"
#include "project/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

namespace asynctidy {

using clang::tidy::ClangTidyOptions;
using Provider = clang::tidy::ClangTidyOptionsProvider;

/// The files whose configuration is asked for; without any, one that could be
/// in the working directory.
static std::vector<std::string> filesOf(llvm::ArrayRef<std::string> Named) {
  std::vector<std::string> Files;
  for (const std::string &File : Named)
    Files.push_back(absolutePath(File));
  if (Files.empty())
    Files.push_back(absolutePath("dummy"));
  return Files;
}

std::vector<std::string>
mistakesIn(llvm::ArrayRef<std::shared_ptr<const FileConfig>> Configs,
           const Configuration &Config) {
  std::vector<std::string> All;
  auto Tell = [&](std::string Line) {
    if (!llvm::is_contained(All, Line))
      All.push_back(std::move(Line));
  };
  for (const std::string &Mistake : Config.mistakes())
    Tell(Mistake);
  for (const auto &File : Configs) {
    for (const std::string &Mistake : File->Mistakes)
      Tell("async-tidy: error: " + Mistake);
    for (const RuleMistake &Mistake : File->TheSettings->RuleMistakes)
      Tell(Mistake.place() + ": error: " + Mistake.Message);
  }
  return All;
}

bool checkConfigs(llvm::ArrayRef<std::shared_ptr<const FileConfig>> Configs,
                  const Configuration &Config) {
  std::vector<std::string> Mistakes = mistakesIn(Configs, Config);
  for (const std::string &Mistake : Mistakes)
    logLine(Mistake);
  return Mistakes.empty();
}

std::optional<std::vector<std::shared_ptr<const FileConfig>>>
soundConfigs(llvm::ArrayRef<std::string> Files, Configuration &Config) {
  std::vector<std::shared_ptr<const FileConfig>> Configs;
  for (const std::string &File : filesOf(Files))
    Configs.push_back(Config.forFile(File));
  if (!checkConfigs(Configs, Config))
    return std::nullopt;
  return Configs;
}

int explain(llvm::StringRef Check) {
  const CheckInfo *Info = findCheck(Check);
  if (!Info) {
    logError(unknownCheck(Check));
    return ExitFailed;
  }
  llvm::outs() << Info->Page;
  return ExitClean;
}

int listChecks(const Options &CommandLine, Configuration &Config) {
  auto InForce = Config.forFile(filesOf(CommandLine.Files).front());
  if (!checkConfigs(InForce, Config))
    return ExitFailed;
  if (InForce->Checks.empty()) {
    logError("no checks enabled");
    return ExitFailed;
  }
  llvm::outs() << "Enabled checks:\n";
  for (const EnabledCheck &Enabled : InForce->Checks)
    llvm::outs() << "    " << Enabled.Info->Name << '\n';
  return ExitClean;
}

int dumpConfig(const Options &CommandLine, Configuration &Config) {
  auto InForce = Config.forFile(filesOf(CommandLine.Files).front());
  if (!checkConfigs(InForce, Config))
    return ExitFailed;
  ClangTidyOptions Shown = InForce->Options;
  ClangTidyOptions::OptionMap Ours;
  auto Show = [&](std::string Key, llvm::StringRef Default) {
    auto Given = Shown.CheckOptions.find(Key);
    Ours[Key] = Given == Shown.CheckOptions.end()
                    ? ClangTidyOptions::ClangTidyValue(Default)
                    : Given->getValue();
  };
  for (const OptionInfo &Option : settingOptions())
    Show(Option.Name.str(), Option.Default);
  for (const EnabledCheck &Enabled : InForce->Checks)
    for (const OptionInfo &Option : Enabled.Info->Options)
      Show((Enabled.Info->Name + "." + Option.Name).str(), Option.Default);
  Shown.CheckOptions = std::move(Ours);
  llvm::outs() << clang::tidy::configurationAsText(Shown);
  return ExitClean;
}

/// Every key of CheckOptions that means something to us.
static std::vector<std::string> knownKeys() {
  std::vector<std::string> Keys;
  for (const OptionInfo &Option : settingOptions())
    Keys.push_back(Option.Name.str());
  for (const CheckInfo &Info : allChecks())
    for (const OptionInfo &Option : Info.Options)
      Keys.push_back((Info.Name + "." + Option.Name).str());
  return Keys;
}

/// What in one configuration names a check or an option that does not exist.
static std::vector<std::string> unknownNames(const ClangTidyOptions &Options) {
  std::vector<std::string> Unknown;
  for (const auto &Globs : {Options.Checks, Options.WarningsAsErrors})
    if (Globs)
      llvm::append_range(Unknown, unknownChecks(*Globs));
  std::vector<std::string> Keys = knownKeys();
  std::vector<llvm::StringRef> Words(Keys.begin(), Keys.end());
  std::vector<llvm::StringRef> Given(Options.CheckOptions.keys().begin(),
                                     Options.CheckOptions.keys().end());
  llvm::sort(Given);
  for (llvm::StringRef Key : Given)
    if (Key.starts_with("async-") && !llvm::is_contained(Words, Key))
      Unknown.push_back(("unknown check option '" + Key + "'").str() +
                        suggestion(Key, Words));
  return Unknown;
}

int verifyConfig(const Options &CommandLine, Configuration &Config) {
  std::set<std::string> Told;
  for (const std::string &File : filesOf(CommandLine.Files))
    for (const auto &[Options, Origin] : Config.sources(File))
      for (const std::string &Unknown : unknownNames(Options)) {
        bool Named =
            Origin != Provider::OptionsSourceTypeCheckCommandLineOption;
        std::string Line =
            (Named ? Origin : "async-tidy") + ": error: " + Unknown;
        if (Told.insert(Line).second)
          logLine(Line);
      }
  if (!soundConfigs(CommandLine.Files, Config) || !Told.empty())
    return ExitFailed;
  llvm::outs() << "No config errors detected.\n";
  return ExitClean;
}

} // namespace asynctidy
