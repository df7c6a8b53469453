// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ExportedFixes.h"
#include "project/Nesting.h"
#include "project/Paths.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Lex/Lexer.h"
#include "clang/Tooling/DiagnosticsYaml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLTraits.h"

namespace asynctidy {

using clang::tooling::DiagnosticMessage;
using clang::tooling::TranslationUnitDiagnostics;
using llvm::StringRef;

/// Keeps the first mistake.
static void noteMistake(const llvm::SMDiagnostic &Mistake, void *To) {
  auto &Text = *static_cast<std::string *>(To);
  if (Text.empty())
    Text = "line " + std::to_string(std::max(Mistake.getLineNo(), 1)) + ": " +
           Mistake.getMessage().str();
}

/// \p Text without its quoted parts: brackets in messages need not be in pairs.
/// A quote that follows a word is an apostrophe.
static std::string withoutQuoted(StringRef Text) {
  std::string Rest;
  for (size_t I = 0; I < Text.size(); ++I) {
    char C = Text[I];
    bool IsQuote = (C == '\'' || C == '"') &&
                   (Rest.empty() || !llvm::isAlnum(Rest.back()));
    if (!IsQuote) {
      Rest += C;
      continue;
    }
    while (++I < Text.size() && Text[I] != C)
      I += C == '"' && Text[I] == '\\';
  }
  return Rest;
}

/// The parser recurses for each item in a line of `- - -`, too.
static bool isNestedTooDeeplyAnywhere(StringRef Text) {
  std::string ManyItems;
  for (unsigned I = 0; I < 500; ++I)
    ManyItems += "- ";
  return isNestedTooDeeply(withoutQuoted(Text)) || Text.contains(ManyItems);
}

static llvm::Error mistakeIn(const llvm::Twine &What) {
  return llvm::createStringError("is not what '--export-fixes' writes: " +
                                 What);
}

llvm::Expected<std::vector<TranslationUnitDiagnostics>>
readExported(StringRef File) {
  auto Buffer = llvm::MemoryBuffer::getFile(File);
  if (!Buffer)
    return llvm::createStringError(
        Buffer.getError().message() +
        (Buffer.getError() == std::errc::no_such_file_or_directory
             ? "; clang-tidy writes none where it finds nothing: name the "
               "folder instead"
             : ""));
  std::vector<TranslationUnitDiagnostics> Units;
  StringRef Text = (*Buffer)->getBuffer();
  if (Text.trim().empty()) // run-clang-tidy has found nothing
    return Units;
  if (isNestedTooDeeplyAnywhere(Text))
    return mistakeIn("it is nested too deeply");
  std::string Mistake;
  llvm::yaml::Input In(Text, nullptr, noteMistake, &Mistake);
  In.setAllowUnknownKeys(true); // of a newer clang-tidy
  do {
    In >> Units.emplace_back();
    if (In.error())
      return mistakeIn(Mistake.empty() ? In.error().message() : Mistake);
  } while (In.nextDocument());
  return Units;
}

/// The bytes of the token at \p Offset: how far a place without a range goes.
static unsigned tokenLength(StringRef Text, unsigned Offset) {
  // Only a buffer with a zero at its end may be read as far as that.
  std::string Line = Text.substr(Offset).split('\n').first.str();
  if (Line.empty() || llvm::isSpace(Line.front()))
    return 0;
  clang::LangOptions Language;
  Language.CPlusPlus = Language.CPlusPlus20 = true;
  clang::Lexer Lex(clang::SourceLocation(), Language, Line.data(), Line.data(),
                   Line.data() + Line.size());
  clang::Token First;
  Lex.LexFromRawLexer(First);
  return First.getLength();
}

/// The bytes that a message is about: up to the end of its range, as our own
/// places.
static unsigned lengthOf(const DiagnosticMessage &M, StringRef Text) {
  for (const clang::tooling::FileByteRange &Range : M.Ranges) {
    size_t End = size_t(Range.FileOffset) + Range.Length;
    if (Range.FilePath == M.FilePath && M.FileOffset <= End &&
        End <= Text.size())
      return End - M.FileOffset;
  }
  return tokenLength(Text, M.FileOffset);
}

bool ExportedFindings::isInFile(const std::string &Path, size_t Offset,
                                size_t Length, Context In) {
  std::optional<StringRef> Text = Sources.text(Path);
  if (Text && Offset + Length <= Text->size())
    return true;
  std::string What = "'" + Path + "' " +
                     (Text ? "has become shorter" : "cannot be read") +
                     " since it was written; run clang-tidy again";
  auto IsTold = [&](const report::Message &M) { return M.Text == What; };
  if (llvm::none_of(In.Mistakes, IsTold))
    In.Mistakes.push_back({{}, std::move(What)});
  return false;
}

report::Message ExportedFindings::message(const DiagnosticMessage &M,
                                          Context In) {
  report::Message Result{{}, M.Message};
  if (M.FilePath.empty())
    return Result;
  std::string Path = absolutePath(M.FilePath, In.Folder);
  if (isInFile(Path, M.FileOffset, 0, In))
    Result.Where =
        *Sources.place(Path, M.FileOffset, lengthOf(M, *Sources.text(Path)));
  return Result;
}

/// All or none.
std::vector<clang::tooling::Replacement>
ExportedFindings::fixes(const DiagnosticMessage &M, Context In) {
  std::vector<clang::tooling::Replacement> Result;
  for (const auto &[File, Edits] : M.Fix)
    for (const clang::tooling::Replacement &Edit : Edits) {
      std::string Path = absolutePath(Edit.getFilePath(), In.Folder);
      if (!isInFile(Path, Edit.getOffset(), Edit.getLength(), In))
        return {};
      Result.emplace_back(Path, Edit.getOffset(), Edit.getLength(),
                          Edit.getReplacementText());
    }
  return Result;
}

report::Diagnostic
ExportedFindings::finding(const clang::tooling::Diagnostic &D, Context In) {
  report::Diagnostic Result;
  Result.Check = D.DiagnosticName;
  if (D.DiagLevel == clang::tooling::Diagnostic::Error)
    Result.Level = report::Severity::Error;
  Result.Main = message(D.Message, In);
  for (const DiagnosticMessage &Note : D.Notes)
    Result.Notes.push_back(message(Note, In));
  Result.Fixes = fixes(D.Message, In);
  Result.BuildDirectory = D.BuildDirectory;
  return Result;
}

/// What kept \p Source from being analysed is told with it, each once.
static void addFailure(std::string Source, report::Message Error,
                       report::Report &To) {
  auto Known = llvm::find_if(To.Failed, [&](const report::FailedFile &Failed) {
    return Failed.File == Source;
  });
  if (Known == To.Failed.end())
    Known = To.Failed.insert(Known, {std::move(Source), {}});
  auto IsSame = [&](const report::Message &M) {
    return M.Text == Error.Text && M.Where.File == Error.Where.File &&
           M.Where.Offset == Error.Where.Offset;
  };
  if (llvm::none_of(Known->Errors, IsSame))
    Known->Errors.push_back(std::move(Error));
}

static bool isFailure(StringRef Name) {
  return Name == "clang-diagnostic-error" || Name == "clang-tidy-config";
}

void ExportedFindings::add(StringRef File,
                           llvm::ArrayRef<TranslationUnitDiagnostics> Units,
                           report::Report &To) {
  report::FailedFile Broken{absolutePath(File), {}};
  for (const TranslationUnitDiagnostics &Unit : Units)
    for (const clang::tooling::Diagnostic &D : Unit.Diagnostics) {
      Context In{D.BuildDirectory, Broken.Errors};
      if (isFailure(D.DiagnosticName)) {
        // run-clang-tidy does not say which source it was.
        StringRef Source = Unit.MainSourceFile.empty() ? D.Message.FilePath
                                                       : Unit.MainSourceFile;
        addFailure(Source.empty() ? Broken.File
                                  : absolutePath(Source, In.Folder),
                   message(D.Message, In), To);
      } else if (!StringRef(D.DiagnosticName).starts_with("async-")) {
        ++Others;
      } else {
        report::Diagnostic Found = finding(D, In);
        if (!Found.Main.Where.File.empty())
          To.Findings.push_back(std::move(Found));
        else if (D.Message.FilePath.empty()) // the others have been told
          Broken.Errors.push_back({{}, "has no place for: " + Found.Main.Text});
      }
    }
  if (!Broken.Errors.empty())
    To.Failed.push_back(std::move(Broken));
}

} // namespace asynctidy
