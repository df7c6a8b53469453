// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Log.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy {

void logError(const llvm::Twine &Message) {
  llvm::errs() << "async-tidy: error: " << Message << '\n';
}

void logNote(const llvm::Twine &Message) {
  llvm::errs() << "async-tidy: note: " << Message << '\n';
}

std::string counted(size_t Number, llvm::StringRef Word) {
  return (llvm::Twine(Number) + " " + Word + (Number == 1 ? "" : "s")).str();
}

void logSeconds(const llvm::Twine &Phase, double Seconds) {
  llvm::errs() << llvm::format("%9.3f s  ", Seconds) << Phase << '\n';
}

} // namespace asynctidy
