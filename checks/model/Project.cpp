// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Project.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace asynctidy {

namespace path = llvm::sys::path;

static bool holds(llvm::StringRef Folder, llvm::StringRef Name) {
  llvm::SmallString<256> Candidate(Folder);
  path::append(Candidate, Name);
  return llvm::sys::fs::exists(Candidate);
}

/// The nearest folder from \p Folder upwards that holds \p Name, or empty.
static llvm::StringRef nearestWith(llvm::StringRef Folder,
                                   llvm::StringRef Name) {
  while (!Folder.empty() && !holds(Folder, Name))
    Folder = path::parent_path(Folder);
  return Folder;
}

std::string findProjectRoot(llvm::StringRef MainFile) {
  llvm::StringRef Own = path::parent_path(MainFile);
  for (llvm::StringRef Marker : {".git", ".clang-tidy"})
    if (llvm::StringRef Found = nearestWith(Own, Marker); !Found.empty())
      return Found.str();
  return Own.str();
}

/// Absolute, without `.` and `..`; links are kept, since users name folders as
/// they see them.
static std::string normalized(llvm::StringRef Path, const SourceManager &SM) {
  llvm::SmallString<256> Absolute(Path);
  SM.getFileManager().makeAbsolutePath(Absolute);
  path::remove_dots(Absolute, /*remove_dot_dot=*/true);
  return Absolute.str().str();
}

static std::string mainFilePath(const SourceManager &SM) {
  OptionalFileEntryRef Main = SM.getFileEntryRefForID(SM.getMainFileID());
  return Main ? normalized(Main->getName(), SM) : std::string();
}

static std::string resolved(const std::string &Path, const SourceManager &SM) {
  llvm::SmallString<256> Real;
  if (SM.getFileManager().getVirtualFileSystem().getRealPath(Path, Real))
    return Path;
  return Real.str().str();
}

Project::Project(const SourceManager &SM, const ProjectSettings &Settings)
    : SM(SM), Root(Settings.Root.empty() ? findProjectRoot(mainFilePath(SM))
                                         : normalized(Settings.Root, SM)),
      RealRoot(resolved(Root, SM)), ExternalFolders(Settings.ExternalFolders) {}

std::optional<llvm::StringRef> partBelow(llvm::StringRef Root,
                                         llvm::StringRef Path) {
  if (!Path.consume_front(Root))
    return std::nullopt;
  if (!Root.ends_with("/") && !Path.consume_front("/"))
    return std::nullopt;
  return Path;
}

bool Project::containsFile(FileID File) const {
  if (File == SM.getMainFileID())
    return true;
  OptionalFileEntryRef Entry = SM.getFileEntryRefForID(File);
  if (!Entry ||
      SrcMgr::isSystem(SM.getFileCharacteristic(SM.getLocForStartOfFile(File))))
    return false;
  std::string Path = normalized(Entry->getName(), SM);
  // The same folder may be named through a link here and without it there.
  std::string Real;
  std::optional<llvm::StringRef> Inside = partBelow(Root, Path);
  if (!Inside) {
    Real = resolved(Path, SM);
    Inside = partBelow(RealRoot, Real);
  }
  if (!Inside)
    return false;
  return !isExternal(*Inside);
}

bool Project::isExternal(llvm::StringRef BelowRoot) const {
  return std::any_of(path::begin(BelowRoot), path::end(BelowRoot),
                     [&](llvm::StringRef Part) {
                       return llvm::is_contained(ExternalFolders, Part);
                     });
}

bool Project::isForeignMainFile() const {
  std::string Main = mainFilePath(SM);
  std::optional<llvm::StringRef> Inside = partBelow(Root, Main);
  return Inside && isExternal(*Inside);
}

bool Project::contains(SourceLocation Loc) const {
  if (Loc.isInvalid())
    return false;
  FileID File = SM.getFileID(SM.getExpansionLoc(Loc));
  auto [Answer, IsNew] = Known.try_emplace(File, false);
  if (IsNew)
    Answer->second = containsFile(File);
  return Answer->second;
}

} // namespace asynctidy
