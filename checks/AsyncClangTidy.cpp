// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// async-clang-tidy: stock clang-tidy's main; our module registers itself.

namespace clang::tidy {
int clangTidyMain(int Argc, const char **Argv);
} // namespace clang::tidy

int main(int Argc, const char **Argv) {
  return clang::tidy::clangTidyMain(Argc, Argv);
}
