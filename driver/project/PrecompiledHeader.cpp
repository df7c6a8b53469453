// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "PrecompiledHeader.h"
#include "Paths.h"
#include "clang/Basic/FileManager.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace asynctidy {

/// What \p Pch was made of: `x.h.gch` of `x.h`, `x.pch` of `x.h` or so, beside
/// it or, as Meson has it, anywhere on the include path.
static std::string headerOf(llvm::StringRef Pch, clang::FileManager &Files) {
  llvm::SmallString<256> Stem(Pch);
  llvm::sys::path::replace_extension(Stem, "");
  for (llvm::StringRef Extension : {"", ".h", ".hpp", ".hxx", ".hh"}) {
    std::string Header = (Stem + Extension).str();
    if (Files.getOptionalFileRef(Header))
      return Header;
  }
  return llvm::sys::path::filename(Stem).str();
}

void includeInsteadOfPch(clang::PreprocessorOptions &Options,
                         clang::FileManager &Files) {
  if (Options.ImplicitPCHInclude.empty())
    return;
  std::string Header = headerOf(Options.ImplicitPCHInclude, Files);
  Options.ImplicitPCHInclude.clear();
  if (!llvm::is_contained(Options.Includes, Header))
    Options.Includes.insert(Options.Includes.begin(), Header);
}

/// What the precompiled header that `-include-pch File` or `-include File`
/// loads is made of, where \p Made tells. GCC takes `File.gch` for a header
/// that need not even be there.
static std::string headerBehind(llvm::StringRef Flag, llvm::StringRef File,
                                const llvm::StringMap<std::string> &Made) {
  if (Flag == "-include-pch")
    return Made.lookup(File);
  if (Flag != "-include" || llvm::sys::fs::exists(File))
    return "";
  std::string Header = Made.lookup((File + ".gch").str());
  return Header.empty() ? Made.lookup((File + ".pch").str()) : Header;
}

void includeInsteadOfPch(std::vector<std::string> &Command,
                         llvm::StringRef Directory,
                         const llvm::StringMap<std::string> &Made) {
  for (size_t I = 0; I + 1 < Command.size(); ++I) {
    size_t Value = Command[I + 1] == "-Xclang" ? I + 2 : I + 1;
    if (Made.empty() || Value == Command.size())
      return;
    std::string Header =
        headerBehind(Command[I], absolutePath(Command[Value], Directory), Made);
    if (Header.empty())
      continue;
    Command[I] = "-include";
    Command[Value] = std::move(Header);
  }
}

} // namespace asynctidy
