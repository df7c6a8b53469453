// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Settings.h"
#include "model/Model.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Frontend/ASTUnit.h"
#include "llvm/ADT/SetVector.h"
#include <ctime>
#include <memory>
#include <string>

namespace asynctidy {

/// A snippet of C++20, after Inputs/prelude.h, and its meaning by the built-in
/// rules. All of it is the project's. Whoever asks for something that is not in
/// it ends the tests.
class Parsed {
public:
  /// \p File: what the main file is called.
  explicit Parsed(llvm::StringRef Code, llvm::StringRef File = "snippet.cpp");

  clang::ASTContext &ast() const { return Unit->getASTContext(); }
  Model &model() { return *TheModel; }
  const clang::Preprocessor &preprocessor() const {
    return Unit->getPreprocessor();
  }
  /// What the model is made by.
  static Settings settings();

  /// Declarations by their qualified names.
  const clang::FunctionDecl &function(llvm::StringRef Name) const;
  const clang::CXXRecordDecl &record(llvm::StringRef Name) const;
  /// The type of the variable \p Name at namespace scope.
  clang::QualType typeOf(llvm::StringRef Name) const;

  /// What the author wrote for \p S, white space folded.
  std::string text(const clang::Stmt &S) const;

private:
  const clang::NamedDecl &named(llvm::StringRef Name) const;

  std::unique_ptr<clang::ASTUnit> Unit;
  std::unique_ptr<Model> TheModel;
};

/// The body of \p F that was written, not a CoroutineBodyStmt.
const clang::Stmt &writtenBody(const clang::FunctionDecl &F);

/// The statements of class \p T below \p S, in the order of the text, once.
template <typename T>
void collect(const clang::Stmt &S, llvm::SetVector<const T *> &Found) {
  if (const auto *One = clang::dyn_cast<T>(&S))
    Found.insert(One);
  for (const clang::Stmt *Child : S.children())
    if (Child)
      collect(*Child, Found);
}

/// Ends the tests, because they are wrong.
[[noreturn]] void isNoTest(const llvm::Twine &Why);

/// The only statement of class \p T in the body of \p F.
template <typename T> const T &only(const clang::FunctionDecl &F) {
  llvm::SetVector<const T *> Found;
  collect(writtenBody(F), Found);
  if (Found.size() != 1)
    isNoTest("not one such statement but " + llvm::Twine(Found.size()));
  return *Found.front();
}

/// The only call of the function \p Callee in the body of \p F.
const clang::CallExpr &callOf(llvm::StringRef Callee,
                              const clang::FunctionDecl &F);

/// Counts the seconds that the processor works for this program, so that a busy
/// machine makes no test fail; what sanitizers add is taken off again.
class ProcessorTime {
public:
  double seconds() const {
#if __has_feature(address_sanitizer)
    constexpr double Slowness = 6;
#else
    constexpr double Slowness = 1;
#endif
    return double(std::clock() - Start) / CLOCKS_PER_SEC / Slowness;
  }

private:
  std::clock_t Start = std::clock();
};

} // namespace asynctidy
