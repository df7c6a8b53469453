// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Config.h"
#include "CheckSelection.h"
#include "ConfigProvider.h"
#include "clang-tidy/GlobList.h"
#include "project/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"

namespace asynctidy {

using namespace clang::tidy;

bool FileConfig::isError(llvm::StringRef Check) const {
  return Options.WarningsAsErrors &&
         GlobList(*Options.WarningsAsErrors).contains(Check);
}

Configuration::Configuration(const Options &CommandLine)
    : CommandLine(CommandLine),
      Provider(makeConfigProvider(CommandLine, Mistakes)) {}

Configuration::~Configuration() = default;

std::vector<ClangTidyOptionsProvider::OptionsSource>
Configuration::sources(llvm::StringRef File) {
  return Provider->getRawOptions(File);
}

/// \p Sources in one. Of the lists of checks, those written for clang-tidy
/// count only where they speak of us.
static ClangTidyOptions
merged(std::vector<ClangTidyOptionsProvider::OptionsSource> Sources) {
  ClangTidyOptions Result;
  Result.Checks = defaultGlobs();
  unsigned Order = 0;
  for (auto &[Options, Origin] : Sources) {
    bool ForUs =
        Origin ==
        ClangTidyOptionsProvider::OptionsSourceTypeCheckCommandLineOption;
    if (Options.Checks && !ForUs)
      Options.Checks = globsAboutUs(*Options.Checks);
    if (Options.Checks && Options.Checks->empty())
      Options.Checks.reset();
    Result.mergeWith(Options, ++Order);
  }
  return Result;
}

OptionReader readerOf(const ClangTidyOptions &Options) {
  return OptionReader(
      [&Options](llvm::StringRef Key) -> std::optional<std::string> {
        auto Found = Options.CheckOptions.find(Key);
        if (Found == Options.CheckOptions.end())
          return std::nullopt;
        return Found->getValue().Value;
      });
}

/// Rules are loaded once for all folders that agree about them.
std::shared_ptr<const Settings>
Configuration::settings(const OptionReader &Reader, llvm::StringRef File) {
  SettingValues Values = readSettingValues(Reader);
  if (!CommandLine.ProjectRoot.empty())
    Values.ProjectRoot = absolutePath(CommandLine.ProjectRoot);
  for (llvm::StringRef Path : CommandLine.Rules)
    Values.RulePaths.push_back(absolutePath(Path));
  if (!CommandLine.Index.empty())
    Values.Index = absolutePath(CommandLine.Index);
  std::string Key = (Values.ProjectRoot.empty() ? findProjectRoot(File)
                                                : Values.ProjectRoot) +
                    '\0' + llvm::join(rulePaths(Values, File), ";") + '\0' +
                    llvm::join(Values.ExternalFolders, ";") + '\0' +
                    Values.Index;
  std::shared_ptr<const Settings> &Known = SettingsByValues[Key];
  if (!Known)
    Known = std::make_shared<Settings>(loadSettings(Values, File));
  return Known;
}

/// What \p Sources, the rules and the index in force were read from.
static std::vector<std::string>
inputsOf(const std::vector<ClangTidyOptionsProvider::OptionsSource> &Sources,
         const Settings &InForce, const Options &CommandLine) {
  std::vector<std::string> Inputs;
  for (const auto &[Options, Origin] : Sources)
    if (llvm::sys::path::is_absolute(Origin)) // else it says which option
      Inputs.push_back(Origin);
  if (CommandLine.ConfigFile)
    Inputs.push_back(absolutePath(*CommandLine.ConfigFile));
  llvm::append_range(Inputs, InForce.Rules->userFiles());
  if (!InForce.IndexFile.empty())
    Inputs.push_back(InForce.IndexFile);
  return Inputs;
}

static void checkRegex(llvm::StringRef Name,
                       const std::optional<std::string> &Regex,
                       std::vector<std::string> &Mistakes) {
  std::string Error;
  if (Regex && !Regex->empty() && !llvm::Regex(*Regex).isValid(Error))
    Mistakes.push_back(
        ("invalid " + Name + " '" + *Regex + "': " + Error).str());
}

std::shared_ptr<const FileConfig> Configuration::forFile(llvm::StringRef File) {
  std::shared_ptr<const FileConfig> &Known =
      ByFolder[llvm::sys::path::parent_path(File)];
  if (Known)
    return Known;
  auto Config = std::make_shared<FileConfig>();
  auto Sources = sources(File);
  Config->Options = merged(Sources);
  OptionReader Reader = readerOf(Config->Options);
  Config->TheSettings = settings(Reader, File);
  Config->Inputs = inputsOf(Sources, *Config->TheSettings, CommandLine);
  GlobList Enabled(Config->Options.Checks.value_or(""));
  for (const CheckInfo &Info : allChecks())
    if (Enabled.contains(Info.Name))
      Config->Checks.push_back({&Info, Info.Create(Reader)});
  Config->Mistakes = Reader.mistakes();
  llvm::append_range(Config->Mistakes, Config->TheSettings->OptionMistakes);
  checkRegex("header filter", Config->Options.HeaderFilterRegex,
             Config->Mistakes);
  checkRegex("header filter", Config->Options.ExcludeHeaderFilterRegex,
             Config->Mistakes);
  return Known = Config;
}

} // namespace asynctidy
