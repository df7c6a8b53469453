// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Settings.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Path.h"

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
};

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
  const auto &[Rules, Root, External] = Options;
  return {splitList(Read(Rules)), Read(Root), splitList(Read(External))};
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

Settings loadSettings(const SettingValues &Values, llvm::StringRef MainFile) {
  Settings S;
  S.Project = {projectRoot(Values.ProjectRoot, MainFile, S.OptionMistakes),
               folderNames(Values.ExternalFolders, S.OptionMistakes)};
  std::vector<std::string> Paths;
  for (const std::string &Path : Values.RulePaths) {
    llvm::SmallString<256> Absolute(Path);
    if (llvm::sys::path::is_relative(Path)) {
      Absolute = S.Project.Root;
      llvm::sys::path::append(Absolute, Path);
    }
    Paths.push_back(Absolute.str().str());
  }
  S.Rules = loadCatalogue(Paths, S.RuleMistakes);
  return S;
}

} // namespace asynctidy
