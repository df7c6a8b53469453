// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "CheckSelection.h"
#include "CheckTable.h"
#include "clang-tidy/GlobList.h"
#include "model/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace asynctidy {

using clang::tidy::GlobList;

std::vector<std::string> splitGlobs(llvm::StringRef Globs) {
  std::vector<std::string> Parts;
  while (!Globs.empty()) {
    size_t End = std::min(Globs.find_first_of(",\n"), Globs.size());
    if (llvm::StringRef Part = Globs.take_front(End).trim(); !Part.empty())
      Parts.push_back(Part.str());
    Globs = Globs.drop_front(std::min(End + 1, Globs.size()));
  }
  return Parts;
}

std::string defaultGlobs() {
  std::vector<llvm::StringRef> Names;
  for (const CheckInfo &Info : allChecks())
    if (Info.CheckTier == Tier::Default)
      Names.push_back(Info.Name);
  return llvm::join(Names, ",");
}

static bool isAboutUs(llvm::StringRef Glob) { return Glob.contains("async-"); }

static bool isNegative(llvm::StringRef Glob) { return Glob.starts_with("-"); }

static bool matchesSome(llvm::StringRef Glob) {
  GlobList Positive(Glob.ltrim("- "));
  return llvm::any_of(allChecks(), [&](const CheckInfo &Info) {
    return Positive.contains(Info.Name);
  });
}

std::string globsAboutUs(llvm::StringRef Globs) {
  std::vector<std::string> Ours = splitGlobs(Globs);
  llvm::erase_if(Ours, [](llvm::StringRef Glob) { return !isAboutUs(Glob); });
  return llvm::join(Ours, ",");
}

std::string unknownCheck(llvm::StringRef Name) {
  std::vector<llvm::StringRef> Names;
  for (const CheckInfo &Info : allChecks())
    Names.push_back(Info.Name);
  return ("unknown check '" + Name + "'").str() + suggestion(Name, Names);
}

std::vector<std::string> unknownChecks(llvm::StringRef Globs) {
  std::vector<std::string> Unknown;
  for (llvm::StringRef Glob : splitGlobs(Globs))
    if (isAboutUs(Glob) && !matchesSome(Glob))
      Unknown.push_back(unknownCheck(Glob.ltrim("- ")));
  return Unknown;
}

std::optional<std::string> mistakeInChecks(llvm::StringRef Globs) {
  std::vector<std::string> Unknown = unknownChecks(Globs);
  if (!Unknown.empty())
    return Unknown.front();
  // A list shared with clang-tidy may name its checks beside ours, but one
  // without any of ours is a mistake, not a wish for the default.
  std::vector<std::string> Wanted = splitGlobs(Globs);
  llvm::erase_if(Wanted, isNegative);
  if (!Wanted.empty() && llvm::none_of(Wanted, matchesSome))
    return ("no checks enabled: '" + Globs +
            "' names none of the checks of async-tidy")
        .str();
  return std::nullopt;
}

} // namespace asynctidy
