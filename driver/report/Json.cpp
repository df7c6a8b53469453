// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The JSON format, version 1. Keys are only ever added within a version.
//
//   {
//     "version": 1,
//     "tool": {"name": "async-tidy", "version": "0.1.0"},
//     "findings": [{
//       "check": "async-blocking-call",
//       "severity": "warning",            or "error"
//       "file": "src/a.cpp",              relative to the project root
//       "line": 3, "column": 5,           1-based; columns count bytes
//       "endLine": 3, "endColumn": 20,    the first place behind
//       "message": "...",
//       "path":  [{"file", "line", "column", "endLine", "endColumn",
//                  "message"}],           how it came to this, outermost first
//       "notes": [{... as in path}],
//       "fixes": [{"file", "offset", "length", "replacement"}]   in bytes
//     }],
//     "failedFiles": [{
//       "file": "src/b.cpp",
//       "errors": [{... as in path}]      no place: only "message"
//     }]
//   }
#include "llvm/Support/JSON.h"
#include "Report.h"
#include "Utf16.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy::report {

using llvm::json::OStream;

static void writeMessage(OStream &J, const Report &R, const Message &M) {
  if (!M.Where.File.empty()) {
    J.attribute("file", utf8(R.shown(M.Where.File)));
    J.attribute("line", M.Where.Line);
    J.attribute("column", M.Where.Column);
    J.attribute("endLine", M.Where.EndLine);
    J.attribute("endColumn", M.Where.EndColumn);
  }
  J.attribute("message", utf8(M.Text));
}

static void writeMessages(OStream &J, const Report &R, llvm::StringRef Key,
                          llvm::ArrayRef<Message> Messages) {
  J.attributeArray(Key, [&] {
    for (const Message &M : Messages)
      J.object([&] { writeMessage(J, R, M); });
  });
}

static void writeFix(OStream &J, const Report &R,
                     const clang::tooling::Replacement &Fix) {
  J.attribute("file", utf8(R.shown(Fix.getFilePath())));
  J.attribute("offset", Fix.getOffset());
  J.attribute("length", Fix.getLength());
  J.attribute("replacement", utf8(Fix.getReplacementText()));
}

static void writeFinding(OStream &J, const Report &R, const Diagnostic &D) {
  J.attribute("check", D.Check);
  J.attribute("severity", word(D.Level));
  if (D.isSilenced())
    J.attribute("suppressedBy",
                D.SilencedBy == Silencer::Comment ? "NOLINT" : "baseline");
  writeMessage(J, R, D.Main);
  writeMessages(J, R, "path", D.Path);
  writeMessages(J, R, "notes", D.Notes);
  J.attributeArray("fixes", [&] {
    for (const clang::tooling::Replacement &Fix : D.Fixes)
      J.object([&] { writeFix(J, R, Fix); });
  });
}

void writeJson(llvm::raw_ostream &Out, const Report &R) {
  OStream J(Out, /*IndentSize=*/2);
  J.object([&] {
    J.attribute("version", 1);
    J.attributeObject("tool", [&] {
      J.attribute("name", "async-tidy");
      J.attribute("version", ASYNC_TIDY_VERSION);
    });
    J.attributeArray("findings", [&] {
      for (const Diagnostic &D : R.Findings)
        J.object([&] { writeFinding(J, R, D); });
    });
    J.attributeArray("failedFiles", [&] {
      for (const FailedFile &F : R.Failed)
        J.object([&] {
          J.attribute("file", utf8(R.shown(F.File)));
          writeMessages(J, R, "errors", F.Errors);
        });
    });
  });
  Out << '\n';
}

} // namespace asynctidy::report
