// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "InstalledPages.h"
#include "report/Uri.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace asynctidy {

using namespace llvm;

/// Where `cmake --install` puts the pages, seen from the program.
static std::string folderOfPages() {
  static int InThisProgram;
  SmallString<256> Path(sys::fs::getMainExecutable(nullptr, &InThisProgram));
  sys::path::remove_filename(Path);
  sys::path::append(Path, "..", "share/doc/async-tidy/docs/checks");
  sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return Path.str().str();
}

std::optional<std::string> installedPageOf(StringRef Name) {
  Name.consume_front("async-");
  SmallString<256> Path(folderOfPages());
  sys::path::append(Path, Name + ".md");
  if (!sys::fs::exists(Path))
    return std::nullopt;
  return report::uriOf(Path);
}

} // namespace asynctidy
