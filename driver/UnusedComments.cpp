// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "CheckSelection.h"
#include "Link.h"
#include "clang-tidy/GlobList.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

namespace asynctidy {

using report::Diagnostic;

namespace {

/// The findings that some comment silences, by the file they are in.
class SilencedFindings {
public:
  explicit SilencedFindings(llvm::ArrayRef<Diagnostic> All) {
    for (const Diagnostic &D : All)
      if (D.SilencedBy == report::Silencer::Comment)
        ByFile[D.Main.Where.File].push_back(&D);
  }

  bool contains(const program::Comment &C, llvm::StringRef Name,
                const std::string &File) const {
    auto There = ByFile.find(File);
    clang::tidy::GlobList Meant(Name);
    return There != ByFile.end() &&
           llvm::any_of(There->second, [&](const Diagnostic *D) {
             unsigned Line = D->Main.Where.Line;
             return C.FirstLine <= Line && Line <= C.LastLine &&
                    Meant.contains(D->Check);
           });
  }

private:
  std::map<std::string, std::vector<const Diagnostic *>> ByFile;
};

} // namespace

std::vector<Diagnostic> unusedComments(llvm::ArrayRef<LinkedUnit> Units,
                                       llvm::ArrayRef<Diagnostic> Silenced) {
  SilencedFindings Known(Silenced);
  // What a comment in a header says about, each unit that has it has to know.
  struct Use {
    const LinkedUnit *In = nullptr;
    const program::Comment *Comment = nullptr;
    bool IsUnused = true;
  };
  std::map<std::tuple<std::string, unsigned, std::string>, Use> Uses;
  for (const LinkedUnit &Each : Units)
    for (const program::Comment &C : Each.Facts.Comments) {
      const std::string &Name = Each.Facts.text(C.Name);
      report::Place Where = messageAt(Each.Facts, C.At, Each.Root, "").Where;
      Use &This = Uses[{Where.File, Where.Offset, Name}];
      This.In = &Each;
      This.Comment = &C;
      This.IsUnused &= C.HasRun && !Known.contains(C, Name, Where.File);
    }
  std::vector<Diagnostic> Unused;
  for (const auto &[Key, This] : Uses) {
    if (!This.IsUnused)
      continue;
    const std::string &Name = std::get<2>(Key);
    std::vector<std::string> Mistake = unknownChecks(Name);
    Diagnostic &New = Unused.emplace_back();
    New.Check = "clang-tidy-nolint";
    New.Main = messageAt(
        This.In->Facts, This.Comment->At, This.In->Root,
        "unused NOLINT: " +
            (Mistake.empty() ? "there is no '" + Name + "' here to be silenced"
                             : Mistake.front()));
  }
  return Unused;
}

} // namespace asynctidy
