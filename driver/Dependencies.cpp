// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Dependencies.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy {

/// \p Path as GNU make and Ninja read it. Backslashes are only special in front
/// of a space or '#'.
static std::string quoted(llvm::StringRef Path) {
  std::string Result;
  size_t Backslashes = 0;
  for (char C : Path) {
    if (C == ' ' || C == '#')
      Result.append(C == ' ' ? Backslashes + 1 : 1, '\\');
    else if (C == '$')
      Result += '$';
    Backslashes = C == '\\' ? Backslashes + 1 : 0;
    Result += C;
  }
  return Result;
}

std::string makefileRule(llvm::StringRef Target,
                         llvm::ArrayRef<std::string> Files) {
  std::string Text;
  llvm::raw_string_ostream Stream(Text);
  Stream << quoted(Target) << ':';
  for (llvm::StringRef File : Files)
    Stream << " \\\n  " << quoted(File);
  Stream << '\n';
  for (llvm::StringRef File : Files.drop_front())
    Stream << quoted(File) << ":\n";
  return Text;
}

} // namespace asynctidy
