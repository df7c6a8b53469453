// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Programs.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"

namespace asynctidy {

using namespace llvm;

static Expected<std::string> contentOf(StringRef File) {
  auto Buffer = MemoryBuffer::getFile(File);
  if (!Buffer)
    return createStringError("cannot read what a program has written: " +
                             Buffer.getError().message());
  return (*Buffer)->getBuffer().str();
}

Expected<std::string> runProgram(StringRef Name,
                                 ArrayRef<StringRef> Arguments) {
  ErrorOr<std::string> Program = sys::findProgramByName(Name);
  if (!Program)
    return createStringError(Name + " was not found in PATH");
  SmallString<128> Out, Log;
  std::error_code Code = sys::fs::createTemporaryFile("async-tidy", "out", Out);
  if (!Code)
    Code = sys::fs::createTemporaryFile("async-tidy", "log", Log);
  FileRemover RemoveOut(Out), RemoveLog(Log);
  if (Code)
    return createStringError("cannot make a temporary file: " + Code.message());
  SmallVector<StringRef, 16> Command = {Name};
  Command.append(Arguments.begin(), Arguments.end());
  std::string Problem;
  int Status =
      sys::ExecuteAndWait(*Program, Command, /*Env=*/std::nullopt,
                          {StringRef(""), Out.str(), Log.str()},
                          /*SecondsToWait=*/0, /*MemoryLimit=*/0, &Problem);
  if (Status == 0)
    return contentOf(Out);
  Expected<std::string> Said = contentOf(Log);
  if (!Said)
    consumeError(Said.takeError());
  else if (Problem.empty())
    Problem = StringRef(*Said).split('\n').first.trim().str();
  return createStringError(Problem.empty() ? (Name + " failed").str()
                                           : Problem);
}

} // namespace asynctidy
