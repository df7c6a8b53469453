// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the tool has to say, as plain values: nothing here knows an AST, a
// compiler or a command line. One file a format writes it.
#pragma once

#include "SourcePlace.h"
#include "clang/Tooling/Core/Replacement.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace llvm {
class raw_ostream;
} // namespace llvm

namespace asynctidy::report {

using Place = asynctidy::SourcePlace;

struct Message {
  Place Where;
  std::string Text;
};

enum class Severity { Warning, Error };

/// What keeps a finding from being reported.
enum class Silencer { None, Comment, Baseline };

struct Diagnostic {
  std::string Check;
  /// The named function that it is in; empty where it is in none.
  std::string Function;
  Silencer SilencedBy = Silencer::None;
  Severity Level = Severity::Warning;
  Message Main;
  std::vector<Message> Path;  ///< how the analysis got there, outermost first
  std::vector<Message> Notes; ///< what else helps
  std::vector<clang::tooling::Replacement> Fixes; ///< with absolute paths
  /// Where the compiler runs that compiles the file; for --export-fixes.
  std::string BuildDirectory;

  bool isSilenced() const { return SilencedBy != Silencer::None; }
};

/// A file that could not be analysed, and why.
struct FailedFile {
  std::string File; ///< absolute
  std::vector<Message> Errors;
};

struct Report {
  std::string Root; ///< the folder that paths are shown relative to
  std::vector<Diagnostic> Findings;
  std::vector<FailedFile> Failed;

  /// \p File as users see it: relative to the root where it is below.
  std::string shown(llvm::StringRef File) const;
};

/// The formats `--report` knows, in the order of --help.
llvm::ArrayRef<llvm::StringRef> formats();

llvm::StringRef word(Severity Level);

void writeText(llvm::raw_ostream &Out, const Report &R, bool Colors);
void writeJson(llvm::raw_ostream &Out, const Report &R);
/// Returns what there was no room for, for users to know.
std::vector<std::string> writeSarif(llvm::raw_ostream &Out, const Report &R);
void writeGithub(llvm::raw_ostream &Out, const Report &R);
void writeGitlab(llvm::raw_ostream &Out, const Report &R);
void writeRdjson(llvm::raw_ostream &Out, const Report &R);

/// `path:line:col: error: message`, of an error that has a place.
void writeError(llvm::raw_ostream &Out, const Report &R, const Message &Error);

} // namespace asynctidy::report
