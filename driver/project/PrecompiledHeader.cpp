// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "PrecompiledHeader.h"
#include "clang/Basic/FileManager.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
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

} // namespace asynctidy
