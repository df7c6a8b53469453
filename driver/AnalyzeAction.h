// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "AnalyzeFile.h"
#include "clang/Tooling/Tooling.h"
#include <memory>

namespace asynctidy {

/// Keeps what the compiler calls errors; everything else is not our business.
class ErrorCollector : public clang::DiagnosticConsumer {
public:
  explicit ErrorCollector(FileResult &Result) : Result(Result) {}

  void BeginSourceFile(const clang::LangOptions &Options,
                       const clang::Preprocessor *) override {
    Language = &Options;
  }
  void EndSourceFile() override { Language = nullptr; }
  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override;

private:
  FileResult &Result;
  const clang::LangOptions *Language = nullptr;
};

/// Parses a file without the bodies that are no evidence, and runs the checks
/// on it.
class AnalyzeAction : public clang::tooling::ToolAction {
public:
  AnalyzeAction(const FileConfig &Config, const AnalysisOptions &Options,
                FileResult &Result)
      : Config(Config), Options(Options), Result(Result), Errors(Result) {}

  clang::DiagnosticConsumer *errors() { return &Errors; }

  bool runInvocation(std::shared_ptr<clang::CompilerInvocation> Invocation,
                     clang::FileManager *Files,
                     std::shared_ptr<clang::PCHContainerOperations> Containers,
                     clang::DiagnosticConsumer *Consumer) override;

private:
  llvm::IntrusiveRefCntPtr<clang::FileManager>
  startBehindHeaders(clang::CompilerInvocation &Invocation,
                     clang::FileManager &Files,
                     clang::DiagnosticConsumer &Consumer);

  const FileConfig &Config;
  const AnalysisOptions &Options;
  FileResult &Result;
  ErrorCollector Errors;
};

} // namespace asynctidy
