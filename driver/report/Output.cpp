// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Output.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy::report {

using namespace llvm;

static Error failure(StringRef File, std::error_code Code) {
  std::string Name = File == "-" ? "standard output" : ("'" + File + "'").str();
  return createStringError(Code, "cannot write %s: %s", Name.c_str(),
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
    return failure(File, Code);
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

/// Whether \p File is a device, a pipe or the like.
static bool isSpecial(StringRef File) {
  return File == "-" ||
         (sys::fs::exists(File) && !sys::fs::is_regular_file(File));
}

Error checkOutput(StringRef File) {
  if (File == "-")
    return Error::success();
  if (sys::fs::is_directory(File))
    return failure(File, std::make_error_code(std::errc::is_a_directory));
  SmallString<256> Target;
  if (isSpecial(File)) {
    Target = File;
  } else { // a new file takes the old one's place
    if (sys::fs::real_path(File, Target))
      Target = File;
    sys::path::remove_filename(Target);
    if (Target.empty())
      Target = ".";
  }
  if (std::error_code Code =
          sys::fs::access(Target, sys::fs::AccessMode::Write))
    return failure(File, Code);
  return Error::success();
}

Error writeOutput(StringRef File, StringRef Content) {
  return isSpecial(File) ? writeDirectly(File, Content)
                         : replaceFile(File, Content);
}

} // namespace asynctidy::report
