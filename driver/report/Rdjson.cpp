// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The diagnostic format of reviewdog, as one JSON object. Columns count bytes
// of UTF-8, and the end is the first place behind, as here.
#include "Prose.h"
#include "SourceFiles.h"
#include "Utf16.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy::report {

using llvm::StringRef;
using llvm::json::OStream;
using Edits = std::vector<clang::tooling::Replacement>;

static void writeRange(OStream &J, const Place &Where) {
  auto Position = [&](StringRef Key, unsigned Line, unsigned Column) {
    J.attributeObject(Key, [&] {
      J.attribute("line", Line);
      J.attribute("column", Column);
    });
  };
  J.attributeObject("range", [&] {
    Position("start", Where.Line, Where.Column);
    Position("end", Where.EndLine, Where.EndColumn);
  });
}

static void writeLocation(OStream &J, const Report &R, const Place &Where) {
  J.attributeObject("location", [&] {
    J.attribute("path", utf8(R.shown(Where.File)));
    if (Where.Line)
      writeRange(J, Where);
  });
}

/// The changes of one fix as a single one, since users may take or leave each
/// suggestion. None where that cannot be: they are in another file than the
/// finding, which is all reviewdog expects, or the file has changed.
static std::optional<clang::tooling::Replacement> merged(const Diagnostic &D,
                                                         SourceFiles &Sources) {
  const std::string &File = D.Main.Where.File;
  if (D.Fixes.empty() || !Sources.isUnchanged(D.Main.Where) ||
      llvm::any_of(D.Fixes, [&](const clang::tooling::Replacement &Fix) {
        return Fix.getFilePath() != File;
      }))
    return std::nullopt;
  StringRef Text = *Sources.text(File);
  Edits Sorted = D.Fixes;
  llvm::stable_sort(Sorted, [](const auto &A, const auto &B) {
    return A.getOffset() < B.getOffset();
  });
  unsigned Begin = Sorted.front().getOffset(), End = Begin;
  std::string Result;
  for (const clang::tooling::Replacement &Fix : Sorted) {
    unsigned Behind = Fix.getOffset() + Fix.getLength();
    if (Fix.getOffset() < End || Behind > Text.size())
      return std::nullopt;
    Result += Text.slice(End, Fix.getOffset());
    Result += Fix.getReplacementText();
    End = Behind;
  }
  return clang::tooling::Replacement(File, Begin, End - Begin, Result);
}

static void writeSuggestion(OStream &J, const Diagnostic &D,
                            SourceFiles &Sources) {
  auto Fix = merged(D, Sources);
  if (!Fix)
    return;
  auto Where =
      Sources.place(Fix->getFilePath(), Fix->getOffset(), Fix->getLength());
  J.attributeArray("suggestions", [&] {
    J.object([&] {
      writeRange(J, *Where);
      J.attribute("text", utf8(Fix->getReplacementText()));
    });
  });
}

static void writeRelated(OStream &J, const Report &R, const Diagnostic &D) {
  J.attributeArray("related_locations", [&] {
    for (const auto *Messages : {&D.Path, &D.Notes})
      for (const Message &Note : *Messages)
        if (isElsewhere(Note, D))
          J.object([&] {
            J.attribute("message", utf8(Note.Text));
            writeLocation(J, R, Note.Where);
          });
  });
}

static llvm::StringRef severityOf(const Diagnostic &D) {
  if (D.isSilenced())
    return "INFO";
  return D.Level == Severity::Error ? "ERROR" : "WARNING";
}

static void writeFinding(OStream &J, const Report &R, const Diagnostic &D,
                         SourceFiles &Sources) {
  J.attribute("message", utf8(prose(D)));
  writeLocation(J, R, D.Main.Where);
  J.attribute("severity", severityOf(D));
  J.attributeObject("code", [&] { J.attribute("value", D.Check); });
  writeSuggestion(J, D, Sources);
  writeRelated(J, R, D);
}

static void writeFailure(OStream &J, const Report &R, const Message &Error) {
  J.attribute("message", utf8(Error.Text));
  writeLocation(J, R, Error.Where);
  J.attribute("severity", "ERROR");
}

void writeRdjson(llvm::raw_ostream &Out, const Report &R) {
  SourceFiles Sources;
  OStream J(Out, /*IndentSize=*/2);
  J.object([&] {
    J.attributeObject("source", [&] { J.attribute("name", "async-tidy"); });
    J.attributeArray("diagnostics", [&] {
      for (const Diagnostic &D : R.Findings)
        J.object([&] { writeFinding(J, R, D, Sources); });
      for (const Message &Error : failures(R))
        J.object([&] { writeFailure(J, R, Error); });
    });
  });
  Out << '\n';
}

} // namespace asynctidy::report
