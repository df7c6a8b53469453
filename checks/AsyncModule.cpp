// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Registers the checks with clang-tidy, and refuses an LLVM that this was not
// built for: LLVM's C++ interface is not stable, and a clang-tidy of another
// version would show the checks but find nothing, silently.
#include "TidyAdapter.h"
#include "clang-tidy/ClangTidyModuleRegistry.h"
#include "clang/Basic/Version.h"
#include <cstdio>
#include <cstdlib>

namespace asynctidy {

static bool fits(unsigned Major, unsigned Minor, unsigned Patch) {
  return Major == CLANG_VERSION_MAJOR && Minor == CLANG_VERSION_MINOR &&
         Patch >= CLANG_VERSION_PATCHLEVEL;
}

/// Runs when the module is loaded, before the wrong LLVM can meet any object
/// of ours: no LLVM type is touched, and the process is left at once.
static bool refuseOtherLLVM() {
  std::string Running = clang::getClangFullVersion();
  unsigned Major = 0, Minor = 0, Patch = 0;
  size_t Number = Running.find_first_of("0123456789");
  if (Number != std::string::npos)
    std::sscanf(Running.c_str() + Number, "%u.%u.%u", &Major, &Minor, &Patch);
  if (fits(Major, Minor, Patch))
    return true;
  std::fprintf(
      stderr,
      "error: the async-tidy checks were built for clang %s and cannot "
      "run in %s: use a clang-tidy of version %d.%d.%d\n",
      CLANG_VERSION_STRING, Running.c_str(), CLANG_VERSION_MAJOR,
      CLANG_VERSION_MINOR, CLANG_VERSION_PATCHLEVEL);
  std::_Exit(1);
}

namespace {

class AsyncModule : public clang::tidy::ClangTidyModule {
public:
  void
  addCheckFactories(clang::tidy::ClangTidyCheckFactories &Factories) override {
    auto Session = std::make_shared<TidySession>();
    for (const CheckInfo &Info : allChecks())
      Factories.registerCheckFactory(
          Info.Name, [&Info, Session](llvm::StringRef,
                                      clang::tidy::ClangTidyContext *Context) {
            return std::make_unique<TidyAdapter>(Info, Session, Context);
          });
  }
};

} // namespace

// In this order: static objects of one file are made in the order of the text.
[[maybe_unused]] static const bool Fits = refuseOtherLLVM();
static const clang::tidy::ClangTidyModuleRegistry::Add<AsyncModule>
    Registration("async-module", "finds what stalls and leaks in coroutines");

} // namespace asynctidy
