// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "CheckTable.h"
#include "clang-tidy/ClangTidyCheck.h"
#include <map>
#include <memory>
#include <mutex>

namespace asynctidy {

class TidyRun;

/// Shared by the checks of one clang-tidy run, so that what is known about an
/// AST is built once. clangd has many ASTs in many threads: hence the lock.
class TidySession {
public:
  /// What the checks of \p AST share; made by \p Make for the first of them,
  /// gone with the last of them.
  std::shared_ptr<TidyRun>
  run(const clang::ASTContext &AST,
      llvm::function_ref<std::shared_ptr<TidyRun>()> Make);

private:
  std::mutex Lock;
  std::map<const clang::ASTContext *, std::weak_ptr<TidyRun>> Runs;
};

/// Makes a clang-tidy check of one of ours.
class TidyAdapter : public clang::tidy::ClangTidyCheck {
public:
  TidyAdapter(const CheckInfo &Info, std::shared_ptr<TidySession> Session,
              clang::tidy::ClangTidyContext *Context);

  bool
  isLanguageVersionSupported(const clang::LangOptions &Lang) const override {
    return Lang.CPlusPlus20;
  }
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Map) override;
  void registerPPCallbacks(const clang::SourceManager &SM,
                           clang::Preprocessor *PP,
                           clang::Preprocessor *ModuleExpanderPP) override;
  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Match) override;
  void onEndOfTranslationUnit() override;

private:
  OptionReader reader() const;
  bool tell(llvm::ArrayRef<std::string> Mistakes, const clang::ASTContext &AST);
  void report(const Finding &Found);

  const CheckInfo &Info;
  std::shared_ptr<TidySession> Session;
  clang::tidy::ClangTidyContext &Context;
  const clang::Preprocessor *PP = nullptr;
  std::shared_ptr<TidyRun> Run;
};

} // namespace asynctidy
