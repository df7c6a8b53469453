// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ResolvePlace.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/Support/Path.h"

namespace asynctidy {

using namespace clang;

std::string absolutePath(llvm::StringRef Path, const FileManager &Files) {
  llvm::SmallString<256> Absolute(Path);
  Files.makeAbsolutePath(Absolute);
  llvm::sys::path::remove_dots(Absolute, /*remove_dot_dot=*/true);
  return Absolute.str().str();
}

std::string filePath(SourceLocation Loc, const SourceManager &SM) {
  OptionalFileEntryRef File =
      SM.getFileEntryRefForID(SM.getFileID(SM.getFileLoc(Loc)));
  return File ? absolutePath(File->getName(), SM.getFileManager()) : "";
}

/// The text of the line that \p Offset is in, without its end.
static llvm::StringRef lineAt(llvm::StringRef Buffer, unsigned Offset) {
  size_t Begin = Buffer.take_front(Offset).find_last_of("\r\n");
  Begin = Begin == llvm::StringRef::npos ? 0 : Begin + 1;
  return Buffer.substr(Begin).take_until(
      [](char C) { return C == '\n' || C == '\r'; });
}

/// The end of the range where it lies behind \p Begin in the same file, else
/// the end of the token at \p Begin.
static SourceLocation endOf(SourceLocation Begin, SourceRange Range,
                            const SourceManager &SM,
                            const LangOptions &Language) {
  auto EndOfToken = [&](SourceLocation Loc) {
    return Lexer::getLocForEndOfToken(Loc, 0, SM, Language);
  };
  if (Range.isValid()) {
    SourceLocation Last = SM.getFileLoc(Range.getEnd());
    if (SM.isWrittenInSameFile(Begin, Last) &&
        SM.getFileOffset(Begin) <= SM.getFileOffset(Last)) {
      SourceLocation End = EndOfToken(Last);
      return End.isValid() ? End : Last;
    }
  }
  SourceLocation End = EndOfToken(Begin);
  return End.isValid() ? End : Begin;
}

SourcePlace resolvePlace(SourceLocation Loc, SourceRange Range,
                         const SourceManager &SM, const LangOptions &Language) {
  SourcePlace Where;
  if (Loc.isInvalid())
    return Where;
  SourceLocation Begin = SM.getFileLoc(Loc);
  SourceLocation End = endOf(Begin, Range, SM, Language);
  Where.File = filePath(Begin, SM);
  auto [File, Offset] = SM.getDecomposedLoc(Begin);
  auto [EndFile, EndOffset] = SM.getDecomposedLoc(End);
  Where.Offset = Offset;
  Where.Length = EndOffset - Offset;
  Where.Line = SM.getLineNumber(File, Offset);
  Where.Column = SM.getColumnNumber(File, Offset);
  Where.EndLine = SM.getLineNumber(EndFile, EndOffset);
  Where.EndColumn = SM.getColumnNumber(EndFile, EndOffset);
  Where.SourceLine = lineAt(SM.getBufferData(File), Offset).str();
  return Where;
}

} // namespace asynctidy
