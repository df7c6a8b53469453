// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/Project.h"
#include "report/Report.h"
#include "clang/Frontend/PrecompiledPreamble.h"
#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace clang {
class CompilerInvocation;
class DiagnosticConsumer;
class FileManager;
} // namespace clang

namespace asynctidy {

struct EditedText;

/// The headers of a text that is being edited, kept parsed from one analysis to
/// the next. For one thread, and for one file.
class Preamble {
public:
  /// Has \p Invocation take the text of \p Edited for its file, and go on where
  /// the headers that it begins with end; these are parsed now unless they are
  /// known, to the end, for they are needed by the next analysis, too.
  /// \p Errors are those that \p Consumer collects: here, those in the headers.
  /// Gives the files to run the compiler with. This, and the text, must live
  /// until the compiler has run.
  llvm::IntrusiveRefCntPtr<clang::FileManager>
  begin(clang::CompilerInvocation &Invocation, clang::FileManager &Files,
        const EditedText &Edited, const ProjectSettings &Project,
        clang::DiagnosticConsumer &Consumer,
        std::vector<report::Message> &Errors);

private:
  bool make(clang::CompilerInvocation &Invocation, clang::PreambleBounds Bounds,
            llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS,
            const ProjectSettings &Project,
            clang::DiagnosticConsumer &Consumer);

  std::unique_ptr<llvm::MemoryBuffer> Buffer;
  std::optional<clang::PrecompiledPreamble> Known;
  /// What it was made with; with anything else it is not the same.
  std::vector<std::string> MadeWith;
  /// What is wrong with the headers.
  std::vector<report::Message> KnownErrors;
};

/// Whoever waits for the analysis of a text. Called from any thread.
struct Waiting {
  /// Whether the result is of no use any more, so that the rest may be left
  /// out. Once so, always so. Asked often.
  llvm::function_ref<bool()> IsOver;
  /// Headers are going to be parsed, which may take seconds.
  llvm::function_ref<void()> NoteHeaders;
};

/// A text to analyse instead of the file that is on the disk.
struct EditedText {
  llvm::StringRef Text; ///< a 0 stands behind it
  Preamble &Headers;
  const Waiting &ForIt;
};

} // namespace asynctidy
