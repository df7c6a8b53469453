// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "SourceFiles.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

namespace asynctidy::report {

using llvm::StringRef;

/// Where the lines of \p Text begin. As for Clang, all of CR, LF and CR LF end
/// one.
static std::vector<size_t> lineStarts(StringRef Text) {
  std::vector<size_t> Starts = {0};
  for (size_t I = 0; I < Text.size(); ++I) {
    bool IsPair = Text.substr(I, 2) == "\r\n";
    if (!IsPair && (Text[I] == '\n' || Text[I] == '\r'))
      Starts.push_back(I + 1);
  }
  return Starts;
}

unsigned SourceFiles::Source::lineOf(size_t Offset) const {
  return llvm::upper_bound(LineStarts, Offset) - LineStarts.begin();
}

const SourceFiles::Source &SourceFiles::source(StringRef File) {
  auto [At, IsNew] = Known.try_emplace(File);
  Source &Result = At->second;
  if (!IsNew || !llvm::sys::fs::is_regular_file(File))
    return Result;
  auto Buffer = llvm::MemoryBuffer::getFile(File, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (Buffer) {
    Result.Buffer = std::move(*Buffer);
    Result.LineStarts = lineStarts(Result.Buffer->getBuffer());
  }
  return Result;
}

std::optional<StringRef> SourceFiles::text(StringRef File) {
  const Source &From = source(File);
  if (!From.Buffer)
    return std::nullopt;
  return From.Buffer->getBuffer();
}

std::optional<StringRef> SourceFiles::line(StringRef File, unsigned Number) {
  const Source &From = source(File);
  if (!From.Buffer || Number == 0 || Number > From.LineStarts.size())
    return std::nullopt;
  StringRef Text = From.Buffer->getBuffer().substr(From.LineStarts[Number - 1]);
  return Text.take_until([](char C) { return C == '\n' || C == '\r'; });
}

bool SourceFiles::isUnchanged(const Place &Where) {
  std::optional<StringRef> Now = line(Where.File, Where.Line);
  return Now && *Now == Where.SourceLine &&
         source(Where.File).LineStarts[Where.Line - 1] + Where.Column ==
             size_t(Where.Offset) + 1;
}

std::optional<Place> SourceFiles::place(StringRef File, unsigned Offset,
                                        unsigned Length) {
  const Source &From = source(File);
  size_t End = size_t(Offset) + Length;
  if (!From.Buffer || End > From.Buffer->getBufferSize())
    return std::nullopt;
  Place Where;
  Where.File = File.str();
  Where.Line = From.lineOf(Offset);
  Where.Column = Offset - From.LineStarts[Where.Line - 1] + 1;
  Where.EndLine = From.lineOf(End);
  Where.EndColumn = End - From.LineStarts[Where.EndLine - 1] + 1;
  Where.Offset = Offset;
  Where.Length = Length;
  Where.SourceLine = line(File, Where.Line)->str();
  return Where;
}

} // namespace asynctidy::report
