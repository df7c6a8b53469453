// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "CheckTable.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy {

/// Reads a check's options and makes the check with them.
template <typename Options, std::unique_ptr<Check> (*Make)(const Options &)>
static std::unique_ptr<Check> create(const OptionReader &Reader) {
  return Make(Options::read(Reader));
}

} // namespace asynctidy

#include "CheckTable.inc"

llvm::ArrayRef<asynctidy::CheckInfo> asynctidy::allChecks() { return Checks; }

const asynctidy::CheckInfo *asynctidy::findCheck(llvm::StringRef Name) {
  const CheckInfo *Found = llvm::find_if(
      Checks, [&](const CheckInfo &Info) { return Info.Name == Name; });
  return Found == std::end(Checks) ? nullptr : Found;
}
