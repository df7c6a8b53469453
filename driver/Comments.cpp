// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Comments.h"
#include "Filters.h"
#include "ResolvePlace.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace asynctidy {

using llvm::StringRef;

namespace {

/// Reads comments from the start of a file to its end.
class CommentReader {
public:
  explicit CommentReader(StringRef Text) : Text(Text) {}
  std::vector<SilencingName> readAll();

private:
  struct Block {
    StringRef Names; ///< as written: those of the END must be the same
    unsigned FirstLine;
  };
  void add(StringRef Word, StringRef Names, unsigned At);
  void add(StringRef Names, unsigned First, unsigned Last);
  unsigned lineOf(size_t Offset);

  StringRef Text;
  size_t Counted = 0; ///< up to here lines are counted
  unsigned Line = 1;
  std::vector<Block> Open;
  std::vector<SilencingName> Found;
};

} // namespace

unsigned CommentReader::lineOf(size_t Offset) {
  Line += Text.slice(Counted, Offset).count('\n');
  Counted = Offset;
  return Line;
}

void CommentReader::add(StringRef Names, unsigned First, unsigned Last) {
  llvm::SmallVector<StringRef, 4> All;
  Names.split(All, ',');
  for (StringRef &Name : All)
    Name = Name.trim();
  if (llvm::any_of(All, [](StringRef Name) { return Name.starts_with("-"); }))
    return;
  for (StringRef Name : All)
    if (!Name.empty())
      Found.push_back({Name, First, Last});
}

void CommentReader::add(StringRef Word, StringRef Names, unsigned At) {
  if (Word == "NOLINT") {
    add(Names, At, At);
  } else if (Word == "NOLINTNEXTLINE") {
    add(Names, At + 1, At + 1);
  } else if (Word == "NOLINTBEGIN") {
    Open.push_back({Names, At});
  } else if (Word == "NOLINTEND" && !Open.empty() &&
             Open.back().Names == Names) {
    add(Open.back().Names, Open.back().FirstLine, At);
    Open.pop_back();
  }
}

std::vector<SilencingName> CommentReader::readAll() {
  constexpr StringRef Start = "NOLINT";
  for (size_t At = Text.find(Start); At != StringRef::npos;
       At = Text.find(Start, At + Start.size())) {
    StringRef Word = Text.substr(At).take_while(llvm::isAlpha);
    StringRef Names = Text.substr(At + Word.size());
    bool HasNames = Names.consume_front("(");
    size_t End = Names.find_first_of(")\n");
    HasNames &= End != StringRef::npos && Names[End] == ')';
    add(Word, Names.take_front(HasNames ? End : 0), lineOf(At));
  }
  return std::move(Found);
}

std::vector<SilencingName> silencingNames(StringRef Text) {
  return CommentReader(Text).readAll();
}

using namespace clang;

/// The project's files in which there may be such comments, each as it was
/// included first, in that order; not those of a preamble, which the editor has
/// no use for. This looks at the list of inclusions once:
/// SourceManager::translateFile would do so for each file.
static std::vector<FileID> filesWithComments(const SourceManager &SM,
                                             const Project &Ours) {
  std::vector<FileID> Files;
  llvm::DenseSet<const FileEntry *> Known;
  for (unsigned I = 1, End = SM.local_sloc_entry_size(); I != End; ++I) {
    const SrcMgr::SLocEntry &Entry = SM.getLocalSLocEntry(I);
    if (!Entry.isFile())
      continue;
    OptionalFileEntryRef File = Entry.getFile().getContentCache().OrigEntry;
    if (!File || !Known.insert(*File).second)
      continue;
    auto Start = SourceLocation::getFromRawEncoding(Entry.getOffset());
    if (Ours.contains(Start) && mayBeSilenced(Start, SM))
      Files.push_back(SM.getFileID(Start));
  }
  return Files;
}

void recordComments(
    program::UnitBuilder &To, const SourceManager &SM, const Project &Ours,
    llvm::function_ref<bool(SourceLocation, StringRef)> HasRun) {
  for (FileID File : filesWithComments(SM, Ours)) {
    StringRef Text = SM.getBufferData(File);
    for (const SilencingName &Each : silencingNames(Text)) {
      if (!Each.Name.starts_with("async-"))
        continue;
      SourceLocation At = SM.getLocForStartOfFile(File).getLocWithOffset(
          Each.Name.data() - Text.data());
      SourcePlace Where = resolvePlace(At, SourceRange(), SM, LangOptions());
      Where.EndLine = Where.Line;
      Where.EndColumn = Where.Column + Each.Name.size();
      Where.Length = Each.Name.size();
      To.Result.Comments.push_back({To.site(Where), To.text(Each.Name),
                                    Each.FirstLine, Each.LastLine,
                                    HasRun(At, Each.Name)});
    }
  }
}

} // namespace asynctidy
