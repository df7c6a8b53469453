// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Uri.h"
#include "llvm/ADT/StringExtras.h"

namespace asynctidy::report {

std::string uriOf(llvm::StringRef Path) {
  std::string Uri = Path.starts_with("/") ? "file://" : "";
  for (unsigned char C : Path) {
    // A colon, say, would make a scheme of what stands before it.
    if (llvm::isAlnum(C) || llvm::StringRef("-._~/").contains(C))
      Uri += C;
    else
      Uri += "%" + llvm::utohexstr(C, /*LowerCase=*/false, /*Width=*/2);
  }
  return Uri;
}

} // namespace asynctidy::report
