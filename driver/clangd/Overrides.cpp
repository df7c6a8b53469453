// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What clangd would do otherwise than our checks need. The linker sends calls
// of the functions that CMakeLists.txt names to the ones labelled __wrap_ here;
// __real_ is clangd's. Their types are those of LLVM 19.1's clangd.
#include "CheckSelection.h"
#include "CheckTable.h"
#include "OwnDiagnostics.h"
#include "TraversalScope.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "clang/AST/ASTContext.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace clang::clangd {
struct PublishDiagnosticsParams;
} // namespace clang::clangd

namespace asynctidy {

using clang::ast_matchers::MatchFinder;
using clang::clangd::PublishDiagnosticsParams;
using clang::tidy::ClangTidyOptions;

using OptionsProvider =
    llvm::function_ref<void(ClangTidyOptions &, llvm::StringRef File)>;

std::string clangdVersion() //
    asm("__real__ZN5clang6clangd13versionStringB5cxx11Ev");
std::string ourVersion() //
    asm("__wrap__ZN5clang6clangd13versionStringB5cxx11Ev");

std::optional<bool> isFastForClangd(llvm::StringRef Check) //
    asm("__real__ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE");
std::optional<bool> isFast(llvm::StringRef Check) //
    asm("__wrap__ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE");

OptionsProvider clangdDefaults() //
    asm("__real__ZN5clang6clangd20provideDefaultChecksEv");
OptionsProvider ourDefaults() //
    asm("__wrap__ZN5clang6clangd20provideDefaultChecksEv");

void matchScope(MatchFinder *Finder, clang::ASTContext &AST) //
    asm("__real__ZN5clang12ast_matchers11MatchFinder8matchASTERNS_"
        "10ASTContextE");
void matchWhole(MatchFinder *Finder, clang::ASTContext &AST) //
    asm("__wrap__ZN5clang12ast_matchers11MatchFinder8matchASTERNS_"
        "10ASTContextE");

llvm::json::Value clangdMessage(const PublishDiagnosticsParams &Found) //
    asm("__real__ZN5clang6clangd6toJSONERKNS0_24PublishDiagnosticsParamsE");
llvm::json::Value ourMessage(const PublishDiagnosticsParams &Found) //
    asm("__wrap__ZN5clang6clangd6toJSONERKNS0_24PublishDiagnosticsParamsE");

std::string ourVersion() {
  return clangdVersion() + " with async-tidy " ASYNC_TIDY_VERSION;
}

/// clangd leaves out checks whose speed it does not know.
std::optional<bool> isFast(llvm::StringRef Check) {
  return findCheck(Check) ? true : isFastForClangd(Check);
}

/// As in async-tidy: a list that is silent about us does not switch us off.
static void chooseChecks(ClangTidyOptions &Options, llvm::StringRef File) {
  std::string Ours = globsAboutUs(Options.Checks.value_or(""));
  clangdDefaults()(Options, File);
  Options.Checks =
      Options.Checks.value_or("") + "," + defaultGlobs() + "," + Ours;
}

OptionsProvider ourDefaults() { return chooseChecks; }

/// clangd looks at the declarations of the main file one by one. Our checks
/// wait for the translation unit, and then look at no others either.
void matchWhole(MatchFinder *Finder, clang::ASTContext &AST) {
  if (isMainFileOnly(AST))
    Finder->match(*AST.getTranslationUnitDecl(), AST);
  matchScope(Finder, AST);
}

llvm::json::Value ourMessage(const PublishDiagnosticsParams &Found) {
  llvm::json::Value Message = clangdMessage(Found);
  markOurs(Message);
  return Message;
}

} // namespace asynctidy
