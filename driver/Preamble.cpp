// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Preamble.h"
#include "Analysis.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/FileManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Serialization/PCHContainerOperations.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace asynctidy {

using namespace clang;

namespace {

/// Skips the bodies in headers that every front end skips.
class SkipForeignBodies : public PreambleCallbacks {
public:
  explicit SkipForeignBodies(const ProjectSettings &Settings)
      : Settings(Settings) {}

  void BeforeExecute(CompilerInstance &Compiler) override {
    Ours.emplace(Compiler.getSourceManager(), Settings);
  }
  bool shouldSkipFunctionBody(Decl *D) override {
    return maySkipBody(*D, *Ours);
  }

private:
  const ProjectSettings &Settings;
  std::optional<Project> Ours;
};

} // namespace

/// Everything but the text and the headers that decides what is parsed.
static std::vector<std::string> madeWith(const CompilerInvocation &Invocation,
                                         const ProjectSettings &Project) {
  std::vector<std::string> All = Invocation.getCC1CommandLine();
  All.push_back(Project.Root);
  llvm::append_range(All, Project.ExternalFolders);
  return All;
}

bool Preamble::make(CompilerInvocation &Invocation, PreambleBounds Bounds,
                    llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS,
                    const ProjectSettings &Project,
                    DiagnosticConsumer &Consumer) {
  auto Diagnostics = CompilerInstance::createDiagnostics(
      &Invocation.getDiagnosticOpts(), &Consumer, /*ShouldOwnClient=*/false);
  SkipForeignBodies Callbacks(Project);
  auto Made = PrecompiledPreamble::Build(
      Invocation, Buffer.get(), Bounds, *Diagnostics, std::move(FS),
      std::make_shared<PCHContainerOperations>(), /*StoreInMemory=*/true,
      /*StoragePath=*/"", Callbacks);
  if (!Made)
    return false;
  Known = std::move(*Made);
  return true;
}

llvm::IntrusiveRefCntPtr<FileManager>
Preamble::begin(CompilerInvocation &Invocation, FileManager &Files,
                const EditedText &Edited, const ProjectSettings &Project,
                DiagnosticConsumer &Consumer,
                std::vector<report::Message> &Errors) {
  llvm::StringRef File = Invocation.getFrontendOpts().Inputs.front().getFile();
  Buffer = llvm::MemoryBuffer::getMemBuffer(Edited.Text, File);
  // The buffer stays ours.
  PreprocessorOptions &Preprocessing = Invocation.getPreprocessorOpts();
  Preprocessing.RetainRemappedFileBuffers = true;
  PreambleBounds Bounds =
      ComputePreambleBounds(Invocation.getLangOpts(), *Buffer, /*MaxLines=*/0);
  auto FS = Files.getVirtualFileSystemPtr();
  std::vector<std::string> With = madeWith(Invocation, Project);
  bool IsKnown = Known && MadeWith == With &&
                 Known->CanReuse(Invocation, *Buffer, Bounds, *FS);
  if (IsKnown) {
    llvm::append_range(Errors, KnownErrors);
  } else if (Bounds.Size) {
    Edited.ForIt.NoteHeaders();
    size_t Before = Errors.size();
    IsKnown = make(Invocation, Bounds, FS, Project, Consumer);
    if (IsKnown) {
      MadeWith = std::move(With);
      KnownErrors.assign(Errors.begin() + Before, Errors.end());
    }
  }
  if (IsKnown)
    Known->AddImplicitPreamble(Invocation, FS, Buffer.get());
  else // all is parsed together, as ever
    Preprocessing.addRemappedFile(File, Buffer.get());
  return llvm::makeIntrusiveRefCnt<FileManager>(Files.getFileSystemOpts(),
                                                std::move(FS));
}

} // namespace asynctidy
