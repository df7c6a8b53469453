// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Report.h"
#include "Printable.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy::report {

std::string Report::shown(llvm::StringRef File) const {
  llvm::StringRef Rest = File;
  if (!Root.empty() && Rest.consume_front(Root)) {
    bool AtRoot = llvm::StringRef(Root).ends_with("/");
    if (AtRoot || Rest.consume_front("/"))
      return Rest.str();
  }
  return File.str();
}

llvm::ArrayRef<llvm::StringRef> formats() {
  static constexpr llvm::StringRef Names[] = {"text",   "json",   "sarif",
                                              "github", "gitlab", "rdjson"};
  return Names;
}

llvm::StringRef word(Severity Level) {
  return Level == Severity::Error ? "error" : "warning";
}

void writeError(llvm::raw_ostream &Out, const Report &R, const Message &Error) {
  Out << printablePath(R.shown(Error.Where.File)) << ':' << Error.Where.Line
      << ':' << Error.Where.Column << ": error: " << printable(Error.Text)
      << '\n';
}

} // namespace asynctidy::report
