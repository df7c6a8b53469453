// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Resolve.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

namespace asynctidy {

using namespace clang;

static std::vector<tooling::Replacement>
resolveFixes(llvm::ArrayRef<FixItHint> Hints, const SourceManager &SM,
             const LangOptions &Language) {
  std::vector<tooling::Replacement> Fixes;
  for (const FixItHint &Hint : Hints) {
    CharSourceRange Range =
        Lexer::makeFileCharRange(Hint.RemoveRange, SM, Language);
    if (Range.isInvalid()) // half in a macro: one hint less, no fix at all
      return {};
    tooling::Replacement Local(SM, Range, Hint.CodeToInsert, Language);
    Fixes.emplace_back(absolutePath(Local.getFilePath(), SM.getFileManager()),
                       Local.getOffset(), Local.getLength(),
                       Local.getReplacementText());
  }
  return Fixes;
}

report::Diagnostic resolve(const Finding &Found, const SourceManager &SM,
                           const LangOptions &Language) {
  auto Resolved = [&](const Step &What) {
    return report::Message{resolvePlace(What.Loc, What.Range, SM, Language),
                           What.Message};
  };
  report::Diagnostic Result;
  Result.Check = Found.Check.str();
  Result.Main = Resolved(Found.Main);
  for (const Step &What : Found.Path)
    Result.Path.push_back(Resolved(What));
  for (const Step &What : Found.Notes)
    Result.Notes.push_back(Resolved(What));
  Result.Fixes = resolveFixes(Found.Fixes, SM, Language);
  return Result;
}

} // namespace asynctidy
