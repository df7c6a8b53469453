// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The text format: what clang prints, so that every editor and CI system that
// understands compilers understands it.
//
//   path:line:col: warning: message [check]
//      12 |   code();
//         |   ^~~~~~
//   path:line:col: note: message
#include "Printable.h"
#include "Report.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Unicode.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>

namespace asynctidy::report {

using llvm::raw_ostream;

namespace {

class TextWriter {
public:
  TextWriter(raw_ostream &Out, const Report &R, bool Colors)
      : Out(Out), R(R), Colors(Colors) {}

  void write(const Diagnostic &D);

private:
  void head(const Message &M, llvm::StringRef Word, raw_ostream::Colors Color,
            llvm::StringRef Check);
  void frame(const Place &Where);
  void write(const Message &Note, const Place &Before);
  void paint(raw_ostream::Colors Color, bool Bold);
  void plain();

  raw_ostream &Out;
  const Report &R;
  const bool Colors;
};

} // namespace

void TextWriter::paint(raw_ostream::Colors Color, bool Bold) {
  if (Colors)
    Out.changeColor(Color, Bold);
}

void TextWriter::plain() {
  if (Colors)
    Out.resetColor();
}

void TextWriter::head(const Message &M, llvm::StringRef Word,
                      raw_ostream::Colors Color, llvm::StringRef Check) {
  paint(raw_ostream::SAVEDCOLOR, /*Bold=*/true);
  if (!M.Where.File.empty())
    Out << printablePath(R.shown(M.Where.File)) << ':' << M.Where.Line << ':'
        << M.Where.Column << ": ";
  paint(Color, /*Bold=*/true);
  Out << Word << ": ";
  plain();
  if (!Check.empty())
    paint(raw_ostream::SAVEDCOLOR, /*Bold=*/true);
  Out << printable(M.Text);
  if (!Check.empty()) {
    Out << " [" << Check << ']';
    plain();
  }
  Out << '\n';
}

/// How many columns of a terminal \p Text takes.
static unsigned width(llvm::StringRef Text) {
  int Columns = llvm::sys::unicode::columnWidthUTF8(Text);
  return Columns < 0 ? static_cast<unsigned>(Text.size())
                     : static_cast<unsigned>(Columns);
}

void TextWriter::frame(const Place &Where) {
  llvm::StringRef Line = Where.SourceLine;
  if (Where.File.empty() || Line.empty() || Where.Column > Line.size() + 1)
    return;
  size_t Begin = Where.Column - 1;
  size_t End = Line.size();
  if (Where.EndLine == Where.Line)
    End = std::min<size_t>(std::max(Where.EndColumn, Where.Column) - 1, End);
  unsigned Before = width(printableCode(Line.take_front(Begin)));
  unsigned Behind = width(printableCode(Line.take_front(End)));

  Out << llvm::format("%5u | ", Where.Line) << printableCode(Line) << '\n'
      << "      | " << std::string(Before, ' ');
  paint(raw_ostream::GREEN, /*Bold=*/true);
  Out << '^' << std::string(Behind > Before + 1 ? Behind - Before - 1 : 0, '~');
  plain();
  Out << '\n';
}

void TextWriter::write(const Diagnostic &D) {
  auto Color =
      D.Level == Severity::Error ? raw_ostream::RED : raw_ostream::MAGENTA;
  head(D.Main, word(D.Level), Color, D.Check);
  frame(D.Main.Where);
  const Place *Before = &D.Main.Where;
  for (const auto *Messages : {&D.Path, &D.Notes})
    for (const Message &Note : *Messages) {
      write(Note, *Before);
      Before = &Note.Where;
    }
}

/// Shows the code only where it is not the code just shown.
void TextWriter::write(const Message &Note, const Place &Before) {
  head(Note, "note", raw_ostream::CYAN, "");
  if (Note.Where.File != Before.File || Note.Where.Offset != Before.Offset)
    frame(Note.Where);
}

void writeText(raw_ostream &Out, const Report &R, bool Colors) {
  bool Before = Out.colors_enabled();
  Out.enable_colors(Colors);
  TextWriter Writer(Out, R, Colors);
  for (const Diagnostic &D : R.Findings)
    Writer.write(D);
  Out.enable_colors(Before);
}

} // namespace asynctidy::report
