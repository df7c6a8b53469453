// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// async-clangd: clangd's main; our module registers itself. LLVM's packages
// have clangd's libraries, but not their headers: what we need of them is
// declared here and in Overrides.cpp.
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <memory>

namespace clang::clangd {

int clangdMain(int Argc, char *Argv[]);

class SymbolIndex {
public:
  virtual ~SymbolIndex();
};

namespace remote {

/// clangd's own is in a library that needs gRPC. Like every clangd that is
/// built without, this one has no index on another machine.
std::unique_ptr<SymbolIndex> getClient(llvm::StringRef Address,
                                       llvm::StringRef) {
  llvm::errs() << "async-clangd: error: cannot ask the index at '" << Address
               << "': built without support for remote indexes\n";
  return nullptr;
}

} // namespace remote
} // namespace clang::clangd

int main(int Argc, char **Argv) {
  return clang::clangd::clangdMain(Argc, Argv);
}
