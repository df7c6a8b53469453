// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ChangedLines.h"
#include "Programs.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <climits>

namespace asynctidy {

using namespace llvm;

static std::string realPath(StringRef File) {
  SmallString<256> Real;
  return sys::fs::real_path(File, Real) ? File.str() : Real.str().str();
}

static std::string below(StringRef Top, StringRef Name) {
  SmallString<256> Path(Top);
  sys::path::append(Path, Name);
  return realPath(Path);
}

/// A name as git writes it: odd ones in quotes, with the escapes of C.
static std::string unquoted(StringRef Name) {
  if (!Name.consume_front("\"") || !Name.consume_back("\""))
    return Name.str();
  std::string Result;
  while (!Name.empty()) {
    char C = Name.front();
    Name = Name.drop_front();
    if (C != '\\' || Name.empty()) {
      Result += C;
      continue;
    }
    unsigned Octal;
    if (!Name.take_front(3).getAsInteger(8, Octal)) {
      Result += static_cast<char>(Octal);
      Name = Name.drop_front(3);
      continue;
    }
    static constexpr StringRef Letters = "abfnrtv", Meant = "\a\b\f\n\r\t\v";
    size_t Index = Letters.find(Name.front());
    Result += Index == StringRef::npos ? Name.front() : Meant[Index];
    Name = Name.drop_front();
  }
  return Result;
}

/// "12,3" or "12": where a stretch of lines begins, and how many there are.
static std::pair<unsigned, unsigned> stretch(StringRef Text) {
  auto [Begin, Count] = Text.split(',');
  std::pair<unsigned, unsigned> Result{0, 1};
  Begin.getAsInteger(10, Result.first);
  if (!Count.empty())
    Count.getAsInteger(10, Result.second);
  return Result;
}

/// Takes what `git diff --unified=0` says about each file of the working tree.
void ChangedLines::addDiff(StringRef Text, StringRef Top) {
  Lines *Current = nullptr;
  unsigned Content = 0; // lines of the hunk that are still to come
  while (!Text.empty()) {
    auto [Line, Rest] = Text.split('\n');
    Text = Rest;
    if (Content) {
      Content -= !Line.starts_with("\\"); // "\ No newline at end of file"
      continue;
    }
    if (Line.consume_front("+++ ")) {
      // A name with blanks has a tab behind it.
      std::string Name = unquoted(Line.rtrim('\t'));
      Current = StringRef(Name).starts_with("b/")
                    ? &Changed[below(Top, StringRef(Name).drop_front(2))]
                    : nullptr; // it is gone
    } else if (Line.consume_front("@@ -")) {
      auto [Old, New] = Line.split(" @@").first.split(" +");
      auto [Begin, Count] = stretch(New);
      Content = stretch(Old).second + Count;
      if (Current && Count)
        Current->emplace_back(Begin, Begin + Count - 1);
    }
  }
}

void ChangedLines::addUntracked(StringRef Names, StringRef Top) {
  SmallVector<StringRef, 16> All;
  Names.split(All, '\0', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  for (StringRef Name : All)
    Changed[below(Top, Name)] = {{1, UINT_MAX}};
}

/// Nothing that users configure may change what is understood here.
static const StringRef DiffArguments[] = {"-c",
                                          "core.quotePath=off",
                                          "diff",
                                          "--unified=0",
                                          "--inter-hunk-context=0",
                                          "--no-color",
                                          "--no-ext-diff",
                                          "--no-textconv",
                                          "--no-relative",
                                          "--find-renames",
                                          "--text",
                                          "--submodule=short",
                                          "--src-prefix=a/",
                                          "--dst-prefix=b/"};

static Expected<std::string> runGit(StringRef Folder,
                                    ArrayRef<StringRef> Arguments) {
  SmallVector<StringRef, 20> All = {"-C", Folder};
  All.append(Arguments.begin(), Arguments.end());
  return runProgram("git", All);
}

Expected<ChangedLines> ChangedLines::since(StringRef Revision,
                                           StringRef Folder) {
  auto Top = runGit(Folder, {"rev-parse", "--show-toplevel"});
  if (!Top)
    return Top.takeError();
  StringRef TopFolder = StringRef(*Top).rtrim('\n');
  std::string Commit = (Revision + "^{commit}").str();
  auto Base = runGit(
      Folder, {"rev-parse", "--verify", "--quiet", "--end-of-options", Commit});
  if (!Base) {
    consumeError(Base.takeError());
    return createStringError("'" + Revision +
                             "' is no revision that git knows "
                             "in '" +
                             TopFolder + "'; a shallow clone lacks old ones");
  }
  SmallVector<StringRef, 20> Arguments(std::begin(DiffArguments),
                                       std::end(DiffArguments));
  StringRef BaseCommit = StringRef(*Base).trim();
  Arguments.append({BaseCommit, "--"});
  auto Diff = runGit(TopFolder, Arguments);
  if (!Diff)
    return Diff.takeError();
  auto Untracked =
      runGit(TopFolder, {"ls-files", "-z", "--others", "--exclude-standard"});
  if (!Untracked)
    return Untracked.takeError();
  ChangedLines Result;
  Result.addDiff(*Diff, TopFolder);
  Result.addUntracked(*Untracked, TopFolder);
  return std::move(Result);
}

bool ChangedLines::contains(const SourcePlace &Where) {
  auto [Real, IsNew] = RealPaths.try_emplace(Where.File);
  if (IsNew)
    Real->second = realPath(Where.File);
  auto Known = Changed.find(Real->second);
  return Known != Changed.end() &&
         any_of(Known->second, [&](const auto &Stretch) {
           return Stretch.first <= Where.Line && Where.Line <= Stretch.second;
         });
}

} // namespace asynctidy
