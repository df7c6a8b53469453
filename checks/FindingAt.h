// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Finding.h"
#include "model/CallSite.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/Twine.h"

namespace asynctidy {

/// A finding of the check \p Check at \p Site.
inline Finding findingAt(const CallSite &Site, llvm::StringRef Check,
                         std::string Message) {
  Finding F;
  F.Check = Check;
  F.Main = {Site.Loc, Site.Range, std::move(Message)};
  return F;
}

/// Adds a note at the finding's own place.
inline void addNote(Finding &F, const llvm::Twine &Message) {
  F.Notes.push_back({F.Main.Loc, F.Main.Range, Message.str()});
}

/// The note at a suspension that the finding is about.
inline Step suspensionStep(const clang::CoroutineSuspendExpr &S) {
  return {S.getKeywordLoc(), S.getSourceRange(),
          llvm::isa<clang::CoyieldExpr>(S) ? "suspended at this 'co_yield'"
                                           : "suspended at this 'co_await'"};
}

} // namespace asynctidy
