// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Link.h"
#include "CheckTable.h"
#include "program/Facts.h"
#include "program/Linked.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include <map>
#include <set>

namespace asynctidy {

using namespace program;

namespace {

/// A check as a unit has it on.
struct Asked {
  std::string Name;
  std::map<std::string, std::string> Options;

  bool operator<(const Asked &O) const {
    return std::tie(Name, Options) < std::tie(O.Name, O.Options);
  }
};

class Linker {
public:
  Linker(llvm::ArrayRef<const LinkedUnit *> Roots,
         llvm::ArrayRef<const Unit *> All)
      : Program(All) {
    for (const LinkedUnit *Each : Roots)
      RootOf[&Each->Facts] = Each->Root;
  }

  void addFindingsOf(const LinkedUnit &Each);
  void run(const Asked &What, llvm::ArrayRef<const Unit *> Units);

  std::vector<report::Diagnostic> Findings;

private:
  const Facts &facts();
  bool shows(const LinkedFinding &Found) const;
  report::Message message(const LinkedStep &S, llvm::StringRef Root) const;
  report::Diagnostic resolve(const LinkedFinding &Found, bool IsError) const;

  Linked Program;
  std::unique_ptr<Facts> Known; ///< made when first asked for
  llvm::DenseMap<const Unit *, std::string> RootOf;
};

} // namespace

static Asked askedFor(const Unit &U, const LinkedCheck &Check) {
  Asked What;
  What.Name = U.text(Check.Name);
  for (const auto &[Key, Value] : Check.Options)
    What.Options[U.text(Key)] = U.text(Value);
  return What;
}

/// The number of the check \p Name in \p U; it has it on.
static unsigned indexOf(const Unit &U, llvm::StringRef Name) {
  auto Found = llvm::find_if(U.Checks, [&](const LinkedCheck &Check) {
    return U.text(Check.Name) == Name;
  });
  return std::distance(U.Checks.begin(), Found);
}

/// Whether the finding is wanted: as for findings in one file, if it or one of
/// its notes is where the user looks. The header filter knows the headers of
/// the unit alone; changed lines may be anywhere on the path.
bool Linker::shows(const LinkedFinding &Found) const {
  const Unit &Own = *Found.Main.In;
  std::vector<LinkedStep> Steps = {Found.Main};
  llvm::append_range(Steps, Found.Path);
  return llvm::any_of(Steps,
                      [&](const LinkedStep &S) {
                        return S.In == &Own && S.In->Sites[S.At].WantedFile;
                      }) &&
         llvm::any_of(Steps, [](const LinkedStep &S) {
           return S.In->Sites[S.At].WantedLine;
         });
}

static std::string absolute(llvm::StringRef Root, llvm::StringRef Path) {
  llvm::SmallString<256> File(Root);
  llvm::sys::path::append(File, Path);
  llvm::sys::path::remove_dots(File, /*remove_dot_dot=*/true);
  return File.str().str();
}

report::Message messageAt(const Unit &U, SiteId Id, llvm::StringRef Root,
                          std::string Text) {
  const Site &At = U.Sites[Id];
  report::Place Where;
  if (!At.File)
    return {Where, std::move(Text)};
  Where.File = absolute(Root, U.text(At.File));
  Where.Line = At.Line;
  Where.Column = At.Column;
  Where.EndLine = At.EndLine;
  Where.EndColumn = At.EndColumn;
  Where.Offset = At.Offset;
  Where.Length = At.Length;
  Where.SourceLine = U.text(At.SourceLine);
  return {std::move(Where), std::move(Text)};
}

report::Message Linker::message(const LinkedStep &S,
                                llvm::StringRef Root) const {
  // Units of an index say nothing about where they lie: with those who use it.
  auto Own = RootOf.find(S.In);
  return messageAt(*S.In, S.At,
                   Own == RootOf.end() ? Root : llvm::StringRef(Own->second),
                   S.Message);
}

const Facts &Linker::facts() {
  if (!Known)
    Known = std::make_unique<Facts>(Program.Whole);
  return *Known;
}

void Linker::addFindingsOf(const LinkedUnit &Each) {
  const Unit &U = Each.Facts;
  auto Resolved = [&](const Message &M) {
    return messageAt(U, M.At, Each.Root, U.text(M.Text));
  };
  // Of what is said about one place the first that stands is meant.
  std::set<std::tuple<std::string, TextId, unsigned, unsigned>> Told;
  for (const program::Finding &F : U.Findings) {
    const Site &At = U.Sites[F.Main.At];
    llvm::ArrayRef<Need> Needs = slice(U.Needs, F.Needs);
    if ((!Needs.empty() && !facts().stands(U, Needs)) ||
        !Told.insert({U.text(F.Check), At.File, At.Line, At.Column}).second)
      continue;
    report::Diagnostic &New = Findings.emplace_back();
    New.Check = U.text(F.Check);
    New.Function = U.text(F.Function);
    if (F.Silenced)
      New.SilencedBy = report::Silencer::Comment;
    if (F.IsError)
      New.Level = report::Severity::Error;
    New.Main = Resolved(F.Main);
    for (const Message &M : slice(U.Messages, F.Path))
      New.Path.push_back(Resolved(M));
    if (!Needs.empty())
      for (const LinkedStep &S : facts().why(U, Needs))
        New.Path.push_back(message(S, Each.Root));
    for (const Message &M : slice(U.Messages, F.Notes))
      New.Notes.push_back(Resolved(M));
    for (const Fix &Edit : slice(U.Fixes, F.Fixes))
      New.Fixes.emplace_back(absolute(Each.Root, U.text(Edit.File)),
                             Edit.Offset, Edit.Length,
                             U.text(Edit.Replacement));
    New.BuildDirectory = absolute(Each.Root, U.text(U.Directory));
  }
}

report::Diagnostic Linker::resolve(const LinkedFinding &Found,
                                   bool IsError) const {
  const std::string &Root = RootOf.find(Found.Main.In)->second;
  report::Diagnostic Result;
  Result.Check = Found.Check.str();
  Result.Function = Found.Main.In->text(Found.Function);
  if (IsError)
    Result.Level = report::Severity::Error;
  Result.Main = message(Found.Main, Root);
  for (const LinkedStep &S : Found.Path)
    Result.Path.push_back(message(S, Root));
  for (const LinkedStep &S : Found.Notes)
    Result.Notes.push_back(message(S, Root));
  const Unit &Own = *Found.Main.In;
  Result.BuildDirectory = absolute(Root, Own.text(Own.Directory));
  return Result;
}

void Linker::run(const Asked &What, llvm::ArrayRef<const Unit *> Units) {
  const CheckInfo *Info = findCheck(What.Name);
  if (!Info) // made by another version
    return;
  OptionReader Reader([&](llvm::StringRef Key) -> std::optional<std::string> {
    auto Given = What.Options.find(Key.str());
    if (Given == What.Options.end())
      return std::nullopt;
    return Given->second;
  });
  std::vector<LinkedFinding> Found;
  Info->Create(Reader)->check(Units, Program, Found);
  // One finding a place, as in one file: the first in the order of evaluation.
  std::set<std::tuple<const Unit *, TextId, unsigned, unsigned>> Told;
  for (const LinkedFinding &Each : Found) {
    const Unit &Own = *Each.Main.In;
    const Site &At = Own.Sites[Each.Main.At];
    if (!Told.insert({&Own, At.File, At.Line, At.Column}).second)
      continue;
    unsigned Index = indexOf(Own, What.Name);
    if (!shows(Each))
      continue;
    Findings.push_back(resolve(Each, Own.Checks[Index].IsError));
    if (At.Silenced & (1u << Index))
      Findings.back().SilencedBy = report::Silencer::Comment;
  }
}

std::vector<report::Diagnostic>
link(llvm::ArrayRef<const LinkedUnit *> Units,
     llvm::ArrayRef<const program::Unit *> Others) {
  std::vector<const Unit *> All(Others.begin(), Others.end());
  std::map<Asked, std::vector<const Unit *>> Questions;
  for (const LinkedUnit *Each : Units) {
    All.push_back(&Each->Facts);
    for (const LinkedCheck &Check : Each->Facts.Checks)
      Questions[askedFor(Each->Facts, Check)].push_back(&Each->Facts);
  }
  Linker TheLinker(Units, All);
  for (const LinkedUnit *Each : Units)
    TheLinker.addFindingsOf(*Each);
  for (const auto &[What, Asking] : Questions)
    TheLinker.run(What, Asking);
  return std::move(TheLinker.Findings);
}

} // namespace asynctidy
