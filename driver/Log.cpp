// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Log.h"
#include "report/Printable.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy {

void logLine(const llvm::Twine &Line) {
  llvm::errs() << report::printablePath(Line.str()) << '\n';
}

void logError(const llvm::Twine &Message) {
  logLine("async-tidy: error: " + Message);
}

bool isDone(llvm::Error Failed) {
  if (!Failed)
    return true;
  logError(llvm::toString(std::move(Failed)));
  return false;
}

void logNote(const llvm::Twine &Message) {
  logLine("async-tidy: note: " + Message);
}

std::string counted(size_t Number, llvm::StringRef Word) {
  return (llvm::Twine(Number) + " " + Word + (Number == 1 ? "" : "s")).str();
}

void logSeconds(const llvm::Twine &Phase, double Seconds) {
  llvm::errs() << llvm::format("%9.3f s  ", Seconds) << Phase << '\n';
}

} // namespace asynctidy
