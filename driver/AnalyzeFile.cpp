// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AnalyzeFile.h"
#include "AnalyzeAction.h"
#include "program/UnitBuilder.h"
#include "project/Arguments.h"
#include "project/Paths.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/Stack.h"
#include "clang/Serialization/PCHContainerOperations.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace asynctidy {

using namespace clang;

static report::Message placeless(std::string Text) {
  return {report::Place(), std::move(Text)};
}

/// \p FS with an empty \p File: an editor may have it open before it is saved.
static llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
withNewFile(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS,
            llvm::StringRef File) {
  auto New = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  New->addFile(File, /*ModificationTime=*/1,
               llvm::MemoryBuffer::getMemBuffer(""));
  auto Both =
      llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(std::move(FS));
  Both->pushOverlay(std::move(New));
  return Both;
}

static FileResult runCompiler(const Job &TheJob,
                              const std::vector<std::string> &Command,
                              const FileConfig &Config,
                              const AnalysisOptions &Options) {
  FileResult Result;
  // Of its own, with its own working directory: that of the process belongs to
  // all threads.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS =
      llvm::vfs::createPhysicalFileSystem();
  if (Options.Edited && !FS->exists(TheJob.File))
    FS = withNewFile(std::move(FS), TheJob.File);
  if (std::error_code Error =
          FS->setCurrentWorkingDirectory(TheJob.Directory)) {
    Result.Errors.push_back(placeless("cannot enter directory '" +
                                      TheJob.Directory +
                                      "': " + Error.message()));
    return Result;
  }
  auto Files = llvm::makeIntrusiveRefCnt<FileManager>(FileSystemOptions(),
                                                      std::move(FS));
  AnalyzeAction Action(Config, Options, Result);
  tooling::ToolInvocation Invocation(
      Command, &Action, Files.get(),
      std::make_shared<PCHContainerOperations>());
  Invocation.setDiagnosticConsumer(Action.errors());
  if (!Invocation.run() && Result.Errors.empty())
    Result.Errors.push_back(placeless("the compiler gave up without a word"));
  for (std::string &File : Result.FilesRead)
    File = absolutePath(File, TheJob.Directory);
  if (!Result.Errors.empty()) // half an AST is no evidence
    Result.Unit.reset();
  // Nobody has asked for more than for what it contributes.
  if (Result.IsOldLanguage)
    llvm::erase_if(Result.Errors, [](const report::Message &Error) {
      return !Error.Where.File.empty();
    });
  if (Result.Unit) {
    program::UnitBuilder Unit(std::move(Result.Unit->Facts), Result.Unit->Root);
    Unit.Result.Directory = Unit.text(Unit.relative(TheJob.Directory));
    Result.Unit->Facts = Unit.finish();
  }
  return Result;
}

/// Databases made for another compiler hold flags that this one refuses with
/// more than a shrug: a value of -march it has not heard of, say. These go, one
/// after the other, as long as nothing but the command line is wrong.
static FileResult runTolerantly(const Job &TheJob, const FileConfig &Config,
                                const AnalysisOptions &Options) {
  std::vector<std::string> Command = TheJob.Command;
  FileResult Result = runCompiler(TheJob, Command, Config, Options);
  while (!Result.Errors.empty() &&
         llvm::all_of(Result.Errors, [](const report::Message &Error) {
           return Error.Where.File.empty();
         })) {
    std::vector<std::string> Texts;
    for (const report::Message &Error : Result.Errors)
      Texts.push_back(Error.Text);
    if (!dropRefused(Command, Texts))
      break;
    Result = runCompiler(TheJob, Command, Config, Options);
  }
  return Result;
}

FileResult analyzeFile(const Job &TheJob, const FileConfig &Config,
                       const AnalysisOptions &Options) {
  FileResult Result;
  if (!TheJob.Problem.empty())
    Result.Errors.push_back(placeless(TheJob.Problem));
  bool IsAsked =
      !Config.Checks.empty() || Options.WantsFacts || Options.Instead;
  if (TheJob.Command.empty() || !IsAsked)
    return Result;
  llvm::CrashRecoveryContext Recovery;
  Recovery.DumpStackAndCleanupOnFailure = true;
  auto Run = [&] {
    noteBottomOfStack();
    Result = runTolerantly(TheJob, Config, Options);
  };
  constexpr unsigned StackSize = 8 << 20; // what clang counts on
  if (Recovery.RunSafelyOnThread(Run, StackSize))
    return Result;
  FileResult Crashed;
  Crashed.Errors.push_back(
      placeless("the analysis crashed; please report it with this file"));
  return Crashed;
}

} // namespace asynctidy
