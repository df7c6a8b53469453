// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Config.h"
#include "Link.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "project/Job.h"
#include "report/Report.h"
#include <functional>
#include <map>
#include <optional>

namespace clang {
class ASTContext;
class Preprocessor;
} // namespace clang

namespace asynctidy {

struct EditedText;

/// What one compilation gave. A plain value: the AST is gone.
struct FileResult {
  /// What was found, and what it contributes to the program.
  std::optional<LinkedUnit> Unit;
  /// Why it could not be analysed; then there is no unit.
  std::vector<report::Message> Errors;
  /// All files it read, absolute; only if \c AnalysisOptions::NoteFiles.
  std::vector<std::string> FilesRead;
  /// Whether the language of the file has coroutines; else no check looked at
  /// it.
  bool HasCoroutines = false;
  /// Whether it is C++ without them.
  bool IsOldLanguage = false;
  /// Seconds by phase: "parsing", "model", the names of the checks.
  std::map<std::string, double> Seconds;
};

struct AnalysisOptions {
  clang::tidy::ClangTidyGlobalOptions Filters;
  bool ParseAllBodies = false;
  bool NoteFiles = false;
  /// Whether others ask what the file contributes to the program, even if it
  /// has no checks on or its language has no coroutines.
  bool WantsFacts = false;
  /// What is done with the file instead of the checks.
  std::function<void(const clang::ASTContext &, const clang::Preprocessor &)>
      Instead;
  /// The text of the file, where an editor has it; else it is on the disk.
  const EditedText *Edited = nullptr;
};

/// Compiles and checks one file. Safe to call from several threads at once,
/// and survives a crash of the compiler or of a check.
FileResult analyzeFile(const Job &TheJob, const FileConfig &Config,
                       const AnalysisOptions &Options);

} // namespace asynctidy
