// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Output.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy::report {

using namespace llvm;

static Error failure(StringRef File, std::error_code Code) {
  return createStringError(Code, "cannot write '%s': %s", File.str().c_str(),
                           Code.message().c_str());
}

/// Errors of a stream come late, and unasked they abort the process.
static std::error_code finish(raw_fd_ostream &Out) {
  Out.flush();
  std::error_code Code = Out.error();
  Out.clear_error();
  return Code;
}

static Error writeDirectly(StringRef File, StringRef Content) {
  std::error_code Code;
  raw_fd_ostream Out(File, Code); // "-" is standard output
  if (Code)
    return failure(File, Code);
  Out << Content;
  if ((Code = finish(Out)))
    return failure(File == "-" ? "standard output" : File, Code);
  return Error::success();
}

static Error replaceFile(StringRef File, StringRef Content) {
  SmallString<256> Target;
  if (sys::fs::real_path(File, Target)) // new, or a link into the void
    Target = File;
  Expected<sys::fs::TempFile> Temp = sys::fs::TempFile::create(
      Target + ".%%%%%%.tmp", sys::fs::all_read | sys::fs::all_write);
  if (!Temp)
    return failure(File, errorToErrorCode(Temp.takeError()));
  // What is replaced keeps its mode: --fix changes people's sources.
  std::error_code Code;
  if (ErrorOr<sys::fs::perms> Mode = sys::fs::getPermissions(Target))
    Code = sys::fs::setPermissions(Temp->FD, *Mode);
  if (!Code) {
    raw_fd_ostream Out(Temp->FD, /*shouldClose=*/false);
    Out << Content;
    Code = finish(Out);
  }
  if (Code) {
    consumeError(Temp->discard());
    return failure(File, Code);
  }
  if (Error Renamed = Temp->keep(Target))
    return failure(File, errorToErrorCode(std::move(Renamed)));
  return Error::success();
}

Error writeOutput(StringRef File, StringRef Content) {
  sys::fs::file_status Status;
  bool Exists = File == "-" || !sys::fs::status(File, Status);
  bool Special = File == "-" ||
                 (Exists && Status.type() != sys::fs::file_type::regular_file);
  return Special ? writeDirectly(File, Content) : replaceFile(File, Content);
}

} // namespace asynctidy::report
