// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "CommandList.h"
#include "Paths.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace asynctidy {

using clang::tooling::CompileCommand;

CommandList::CommandList(std::vector<CompileCommand> List)
    : Commands(std::move(List)) {
  for (size_t I = 0; I < Commands.size(); ++I) {
    const CompileCommand &Command = Commands[I];
    ByPath[absolutePath(Command.Filename, Command.Directory)].push_back(I);
    ByName[llvm::sys::path::filename(Command.Filename)].push_back(I);
  }
}

std::vector<size_t> CommandList::sameFile(llvm::StringRef File) const {
  auto Exact = ByPath.find(absolutePath(File));
  if (Exact != ByPath.end())
    return Exact->getValue();
  std::vector<size_t> Same;
  auto Named = ByName.find(llvm::sys::path::filename(File));
  if (Named != ByName.end())
    for (size_t I : Named->getValue())
      if (llvm::sys::fs::equivalent(
              File, absolutePath(Commands[I].Filename, Commands[I].Directory)))
        Same.push_back(I);
  return Same;
}

std::vector<CompileCommand>
CommandList::getCompileCommands(llvm::StringRef File) const {
  std::vector<CompileCommand> Found;
  for (size_t I : sameFile(File))
    Found.push_back(Commands[I]);
  return Found;
}

std::vector<std::string> CommandList::getAllFiles() const {
  std::vector<std::string> Files;
  for (const auto &Entry : ByPath)
    Files.push_back(Entry.getKey().str());
  return Files;
}

} // namespace asynctidy
