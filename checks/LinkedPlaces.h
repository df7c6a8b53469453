// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Finding.h"
#include "program/Linked.h"
#include "summary/Recorder.h"
#include "llvm/ADT/StringMap.h"

namespace asynctidy {

/// Finds the places of the linked program in one AST: those of its own unit
/// where they were recorded, those of others in their files, which are opened
/// for that.
class LinkedPlaces {
public:
  /// \p Root is the folder that the units' paths are relative to.
  LinkedPlaces(const Recording &Own, llvm::StringRef Root,
               clang::SourceManager &SM)
      : Own(Own), Root(Root), SM(SM) {}

  Finding resolve(const program::LinkedFinding &Found) const;
  Step resolve(const program::LinkedStep &S) const;

private:
  clang::SourceLocation locate(const program::Unit &In,
                               const program::Site &Where) const;
  clang::FileID open(llvm::StringRef Path) const;

  const Recording &Own;
  llvm::StringRef Root;
  clang::SourceManager &SM;
  mutable llvm::StringMap<clang::FileID> Opened;
};

} // namespace asynctidy
