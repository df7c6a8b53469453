// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Log.h"
#include "report/Printable.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy {

void logError(const llvm::Twine &Message) {
  llvm::errs() << "async-tidy: error: " << report::printable(Message.str())
               << '\n';
}

void logNote(const llvm::Twine &Message) {
  llvm::errs() << "async-tidy: note: " << report::printable(Message.str())
               << '\n';
}

void logSeconds(const llvm::Twine &Phase, double Seconds) {
  llvm::errs() << llvm::format("%9.3f s  ", Seconds) << Phase << '\n';
}

} // namespace asynctidy
