// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Settings.h"
#include "program/Index.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"

namespace asynctidy {

static constexpr OptionInfo Options[] = {
    {"async-tidy.Rules", "",
     "rule files and folders, separated by ';', relative to the project root"},
    {"async-tidy.ProjectRoot", "",
     "the folder whose files are the project; empty: the nearest one above the "
     "main file with .git, else with .clang-tidy"},
    {"async-tidy.ExternalFolders", "third_party;vendor;external;_deps",
     "names of folders below the root, separated by ';', whose files are "
     "somebody else's"},
    {"async-tidy.InstalledRules", "true",
     "also use the rule files that libraries have installed in "
     "share/async-tidy/packs"},
    {"async-tidy.Index", "",
     "a file that 'async-tidy --write-index' wrote, relative to the project "
     "root: what is known of the program's other files"},
};

/// The file that a project keeps its own rules in.
static constexpr llvm::StringLiteral ProjectRules = "async-tidy.yaml";
/// Where libraries install their rules, below a data folder.
static constexpr llvm::StringLiteral InstalledPacks = "async-tidy/packs";

llvm::ArrayRef<OptionInfo> settingOptions() { return Options; }

static std::vector<std::string> splitList(llvm::StringRef Text) {
  llvm::SmallVector<llvm::StringRef, 8> Parts;
  Text.split(Parts, ';', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  std::vector<std::string> List;
  for (llvm::StringRef Part : Parts)
    if (!Part.trim().empty())
      List.push_back(Part.trim().str());
  return List;
}

SettingValues readSettingValues(const OptionReader &Reader) {
  auto Read = [&](const OptionInfo &Option) {
    return Reader.text(Option.Name, Option.Default);
  };
  const auto &[Rules, Root, External, Installed, Index] = Options;
  return {splitList(Read(Rules)), Read(Root), splitList(Read(External)),
          Reader.flag(Installed.Name, Installed.Default == "true"),
          Read(Index)};
}

/// The folder that \p Written names, relative to the root that would be found
/// without it.
static std::string projectRoot(llvm::StringRef Written,
                               llvm::StringRef MainFile,
                               std::vector<std::string> &Mistakes) {
  llvm::SmallString<256> Root(findProjectRoot(MainFile));
  if (llvm::sys::path::is_absolute(Written))
    Root = Written;
  else if (!Written.empty())
    llvm::sys::path::append(Root, Written);
  llvm::sys::fs::make_absolute(Root);
  llvm::sys::path::remove_dots(Root, /*remove_dot_dot=*/true);
  if (!Written.empty() && !llvm::sys::fs::is_directory(Root))
    Mistakes.push_back(
        ("invalid value '" + Written +
         "' of option 'async-tidy.ProjectRoot'; there is no folder '" + Root +
         "'")
            .str());
  return Root.str().str();
}

static std::vector<std::string>
folderNames(const std::vector<std::string> &Written,
            std::vector<std::string> &Mistakes) {
  std::vector<std::string> Names;
  for (llvm::StringRef Name : Written) {
    Names.push_back(Name.rtrim('/').str());
    if (llvm::StringRef(Names.back()).contains('/'))
      Mistakes.push_back(("invalid value '" + Name +
                          "' of option 'async-tidy.ExternalFolders'; expected "
                          "names of folders, not paths")
                             .str());
  }
  return Names;
}

/// The folders of the XDG base directory specification.
static std::vector<std::string> dataFolders() {
  std::string Listed = llvm::sys::Process::GetEnv("XDG_DATA_DIRS").value_or("");
  if (Listed.empty())
    Listed = "/usr/local/share:/usr/share";
  llvm::SmallVector<llvm::StringRef, 4> Folders;
  llvm::StringRef(Listed).split(Folders, ':', /*MaxSplit=*/-1,
                                /*KeepEmpty=*/false);
  // The first one is the most important, so its rules come last.
  std::vector<std::string> Result;
  for (llvm::StringRef Folder : llvm::reverse(Folders))
    Result.push_back(Folder.str());
  return Result;
}

static void addInstalled(std::vector<std::string> &Paths) {
  for (const std::string &Folder : dataFolders()) {
    llvm::SmallString<256> Packs(Folder);
    llvm::sys::path::append(Packs, InstalledPacks);
    if (llvm::sys::fs::is_directory(Packs))
      Paths.push_back(Packs.str().str());
  }
}

static void addFoundAbove(llvm::StringRef MainFile, llvm::StringRef Root,
                          std::vector<std::string> &Paths) {
  std::vector<std::string> Found;
  for (llvm::StringRef Folder = llvm::sys::path::parent_path(MainFile);
       !Folder.empty(); Folder = llvm::sys::path::parent_path(Folder)) {
    llvm::SmallString<256> Path(Folder);
    llvm::sys::path::append(Path, ProjectRules);
    if (partBelow(Root, Path) && llvm::sys::fs::exists(Path))
      Found.push_back(Path.str().str());
  }
  llvm::append_range(Paths, llvm::reverse(Found));
}

/// \p Path, as written in a configuration, made absolute.
static std::string belowRoot(llvm::StringRef Root, llvm::StringRef Path) {
  llvm::SmallString<256> Absolute(Root);
  if (llvm::sys::path::is_absolute(Path))
    Absolute.clear();
  llvm::sys::path::append(Absolute, Path);
  return Absolute.str().str();
}

std::vector<std::string> rulePaths(const SettingValues &Values,
                                   llvm::StringRef MainFile) {
  std::vector<std::string> Ignored;
  const std::string Root = projectRoot(Values.ProjectRoot, MainFile, Ignored);
  std::vector<std::string> Paths;
  if (Values.InstalledRules)
    addInstalled(Paths);
  addFoundAbove(MainFile, Root, Paths);
  for (const std::string &Path : Values.RulePaths)
    Paths.push_back(belowRoot(Root, Path));
  return Paths;
}

Settings loadSettings(const SettingValues &Values, llvm::StringRef MainFile) {
  Settings S;
  S.Project = {projectRoot(Values.ProjectRoot, MainFile, S.OptionMistakes),
               folderNames(Values.ExternalFolders, S.OptionMistakes)};
  S.Rules = loadCatalogue(rulePaths(Values, MainFile), S.RuleMistakes);
  if (!Values.Index.empty()) {
    S.IndexFile = belowRoot(S.Project.Root, Values.Index);
    auto Index = program::readIndex(S.IndexFile);
    if (Index)
      S.Index = std::move(*Index);
    else
      S.OptionMistakes.push_back(llvm::toString(Index.takeError()));
  }
  return S;
}

} // namespace asynctidy
