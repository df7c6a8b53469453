// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Resolve.h"
#include "model/Names.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "clang/Tooling/Core/Replacement.h"

namespace asynctidy {

using namespace clang;

/// None at all where one is half in a macro: the others would not be enough.
static std::vector<program::Fix> resolve(llvm::ArrayRef<FixItHint> Hints,
                                         program::UnitBuilder &To,
                                         const SourceManager &SM,
                                         const LangOptions &Language) {
  std::vector<program::Fix> Fixes;
  for (const FixItHint &Hint : Hints) {
    CharSourceRange Range =
        Lexer::makeFileCharRange(Hint.RemoveRange, SM, Language);
    if (Range.isInvalid())
      return {};
    tooling::Replacement Edit(SM, Range, Hint.CodeToInsert, Language);
    std::string File =
        To.relative(absolutePath(Edit.getFilePath(), SM.getFileManager()));
    Fixes.push_back({To.text(File), Edit.getOffset(), Edit.getLength(),
                     To.text(Edit.getReplacementText())});
  }
  return Fixes;
}

void addFinding(program::UnitBuilder &To, const Finding &Found,
                llvm::ArrayRef<program::Need> Needs, Standing How,
                const SourceManager &SM, const LangOptions &Language) {
  program::Unit &U = To.Result;
  auto Message = [&](const Step &S) -> program::Message {
    return {To.site(resolvePlace(S.Loc, S.Range, SM, Language)),
            To.text(S.Message)};
  };
  auto Messages = [&](const std::vector<Step> &Steps) {
    std::vector<program::Message> All;
    for (const Step &S : Steps)
      All.push_back(Message(S));
    return To.add<program::Message>(U.Messages, All);
  };
  program::Finding F;
  F.Check = To.text(Found.Check);
  F.IsError = How.IsError;
  F.Main = Message(Found.Main);
  F.Path = Messages(Found.Path);
  F.Notes = Messages(Found.Notes);
  F.Fixes =
      To.add<program::Fix>(U.Fixes, resolve(Found.Fixes, To, SM, Language));
  F.Needs = To.add<program::Need>(U.Needs, Needs);
  if (Found.In)
    F.Function = To.text(enclosingName(*Found.In));
  F.Silenced = How.IsSilenced;
  U.Findings.push_back(F);
}

} // namespace asynctidy
