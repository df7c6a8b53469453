// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "LinkedPlaces.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace asynctidy {

/// As if the main file included it: without that, clang-tidy's filters take it
/// for a main file. Invalid where it is gone.
FileID LinkedPlaces::open(llvm::StringRef Path) const {
  auto [Known, IsNew] = Opened.try_emplace(Path);
  OptionalFileEntryRef File =
      IsNew ? SM.getFileManager().getOptionalFileRef(Path) : std::nullopt;
  if (File)
    Known->second = SM.createFileID(
        *File, SM.getLocForStartOfFile(SM.getMainFileID()), SrcMgr::C_User);
  return Known->second;
}

/// A file that is gone, or shorter than it was, has no such place.
SourceLocation LinkedPlaces::locate(const program::Unit &In,
                                    const program::Site &Where) const {
  llvm::SmallString<256> Path(Root);
  llvm::sys::path::append(Path, In.text(Where.File));
  llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  FileID Id = open(Path);
  if (!Id.isValid())
    return SourceLocation();
  SourceLocation Loc = SM.translateLineCol(Id, Where.Line, Where.Column);
  return SM.getSpellingLineNumber(Loc) == Where.Line ? Loc : SourceLocation();
}

Step LinkedPlaces::resolve(const program::LinkedStep &S) const {
  if (S.In == &Own.Unit) {
    Step Here = Own.Places[S.At];
    Here.Message = S.Message;
    return Here;
  }
  const program::Site &Where = S.In->Sites[S.At];
  SourceLocation Loc = locate(*S.In, Where);
  if (Loc.isValid())
    return {Loc, SourceRange(Loc), S.Message};
  std::string Place = S.In->text(Where.File) + ":" + std::to_string(Where.Line);
  return {SourceLocation(), SourceRange(), S.Message + " (" + Place + ")"};
}

Finding LinkedPlaces::resolve(const program::LinkedFinding &Found) const {
  Finding Result;
  Result.Check = Found.Check;
  Result.Main = resolve(Found.Main);
  for (const program::LinkedStep &S : Found.Path)
    Result.Path.push_back(resolve(S));
  for (const program::LinkedStep &S : Found.Notes)
    Result.Notes.push_back(resolve(S));
  return Result;
}

} // namespace asynctidy
