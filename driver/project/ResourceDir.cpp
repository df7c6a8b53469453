// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ResourceDir.h"
#include "clang/Basic/Version.h"
#include "clang/Config/config.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <dlfcn.h>
#include <vector>

namespace asynctidy {

using namespace llvm;

static std::string below(StringRef Folder) {
  SmallString<256> Path(Folder);
  sys::path::append(Path, "clang", CLANG_VERSION_MAJOR_STRING);
  return Path.str().str();
}

/// The folder of the file, links followed, that holds the code at \p Address.
static std::string folderOfCode(const void *Address) {
  Dl_info Info;
  SmallString<256> Path;
  if (!dladdr(Address, &Info) || sys::fs::real_path(Info.dli_fname, Path))
    return "";
  return sys::path::parent_path(Path).str();
}

Expected<std::string> findResourceDir() {
  std::vector<std::string> Candidates;
  static int InThisProgram;
  SmallString<256> Binary(sys::fs::getMainExecutable(nullptr, &InThisProgram));
  SmallString<256> Beside(
      sys::path::parent_path(sys::path::parent_path(Binary)));
  sys::path::append(Beside, "lib");
  Candidates.push_back(below(Beside));
  auto *Function = &clang::getClangFullVersion;
  Candidates.push_back(
      below(folderOfCode(reinterpret_cast<const void *>(Function))));
  Candidates.push_back(
      below("/usr/lib/llvm-" CLANG_VERSION_MAJOR_STRING "/lib"));

  for (const std::string &Folder : Candidates)
    if (sys::fs::exists(Folder + "/include/stddef.h"))
      return Folder;
  return createStringError(
      "the headers of clang " CLANG_VERSION_MAJOR_STRING
      " (stddef.h and others) were not found in " +
      join(Candidates, ", ") +
      "; install 'libclang-common-" CLANG_VERSION_MAJOR_STRING
      "-dev', or name their folder with '--extra-arg=-resource-dir=DIR'");
}

} // namespace asynctidy
