// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Archive.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace asynctidy::program {

/// Errors of a stream come late, and unasked they abort the process.
static std::error_code write(raw_fd_ostream &Out, StringRef Bytes) {
  Out << Bytes;
  Out.flush();
  std::error_code Code = Out.error();
  Out.clear_error();
  return Code;
}

static std::error_code writeDirectly(StringRef File, StringRef Bytes) {
  std::error_code Code;
  raw_fd_ostream Out(File, Code);
  return Code ? Code : write(Out, Bytes);
}

static std::error_code replaceFile(StringRef File, StringRef Bytes) {
  SmallString<256> Target;
  if (sys::fs::real_path(File, Target)) // new, or a link into the void
    Target = File;
  // Not llvm::writeToOutput, which keeps the new file when the disk is full.
  Expected<sys::fs::TempFile> Temp = sys::fs::TempFile::create(
      Target + ".%%%%%%.tmp", sys::fs::all_read | sys::fs::all_write);
  if (!Temp)
    return errorToErrorCode(Temp.takeError());
  std::error_code Code;
  {
    raw_fd_ostream Out(Temp->FD, /*shouldClose=*/false);
    Code = write(Out, Bytes);
  }
  if (!Code)
    return errorToErrorCode(Temp->keep(Target));
  consumeError(Temp->discard());
  return Code;
}

Error writeArchive(StringRef File, ArrayRef<const Unit *> Units) {
  std::string Bytes = encodeArchive(Units);
  bool IsSpecial = sys::fs::exists(File) && !sys::fs::is_regular_file(File);
  if (std::error_code Code =
          IsSpecial ? writeDirectly(File, Bytes) : replaceFile(File, Bytes))
    return createStringError(Code,
                             "cannot write '" + File + "': " + Code.message());
  return Error::success();
}

Expected<std::vector<Unit>> readArchive(StringRef File) {
  // Not mapped: who else writes the file does not crash us.
  auto Bytes = MemoryBuffer::getFile(File, /*IsText=*/false,
                                     /*RequiresNullTerminator=*/false,
                                     /*IsVolatile=*/true);
  if (!Bytes)
    return createStringError("cannot read '" + File +
                             "': " + Bytes.getError().message());
  return decodeArchive((*Bytes)->getBuffer(), File);
}

} // namespace asynctidy::program
