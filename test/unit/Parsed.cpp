// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Parsed.h"
#include "driver/project/ResourceDir.h"
#include "model/Constants.h"
#include "model/Coroutine.h"
#include "clang/Lex/Lexer.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/ErrorHandling.h"
#include <sstream>

using namespace clang;

namespace asynctidy {

void isNoTest(const llvm::Twine &Why) {
  llvm::report_fatal_error("wrong unit test: " + Why, /*gen_crash_diag=*/false);
}

static const Catalogue &builtInRules() {
  static const Catalogue Rules(embeddedRules());
  return Rules;
}

static std::string resourceDir() {
  llvm::Expected<std::string> Found = findResourceDir();
  if (!Found)
    isNoTest(llvm::toString(Found.takeError()));
  return *Found;
}

Settings Parsed::settings() {
  Settings Made;
  // They live as long as the tests.
  Made.Rules = std::shared_ptr<const Catalogue>(std::shared_ptr<void>(),
                                                &builtInRules());
  Made.Project.Root = ASYNC_TIDY_UNIT_TESTS;
  return Made;
}

Parsed::Parsed(llvm::StringRef Code, llvm::StringRef File) {
  const std::string Folder = ASYNC_TIDY_UNIT_TESTS;
  static const std::string Resources = resourceDir();
  Unit = tooling::buildASTFromCodeWithArgs(
      Code,
      {"-std=c++20", "-w", "-fexceptions", "-ferror-limit=3", "-resource-dir",
       Resources, "-include", Folder + "/Inputs/prelude.h"},
      (Folder + "/" + File).str());
  if (!Unit || Unit->getDiagnostics().hasErrorOccurred())
    isNoTest("the snippet is wrong: " + Code);
  TheModel = std::make_unique<Model>(ast(), preprocessor(), builtInRules(),
                                     settings().Project);
}

const NamedDecl &Parsed::named(llvm::StringRef Name) const {
  const NamedDecl *Found = findDeclaration(Name, ast());
  if (!Found)
    isNoTest("the snippet has no '" + Name + "'");
  return *Found;
}

const FunctionDecl &Parsed::function(llvm::StringRef Name) const {
  const FunctionDecl *F = named(Name).getAsFunction();
  if (!F)
    isNoTest("'" + Name + "' is no function");
  const FunctionDecl *Definition = definitionOf(*F);
  return Definition ? *Definition : *F;
}

const CXXRecordDecl &Parsed::record(llvm::StringRef Name) const {
  const auto *Record = dyn_cast<CXXRecordDecl>(&named(Name));
  if (!Record)
    isNoTest("'" + Name + "' is no class");
  return Record->hasDefinition() ? *Record->getDefinition() : *Record;
}

QualType Parsed::typeOf(llvm::StringRef Name) const {
  const auto *Variable = dyn_cast<VarDecl>(&named(Name));
  if (!Variable)
    isNoTest("'" + Name + "' is no variable");
  return Variable->getType();
}

std::string Parsed::text(const Stmt &S) const {
  const SourceManager &SM = ast().getSourceManager();
  llvm::StringRef Written =
      Lexer::getSourceText(CharSourceRange::getTokenRange(S.getSourceRange()),
                           SM, ast().getLangOpts());
  std::istringstream Words(Written.str());
  std::string Folded, Word;
  while (Words >> Word)
    Folded += (Folded.empty() ? "" : " ") + Word;
  return Folded;
}

const Stmt &writtenBody(const FunctionDecl &F) {
  if (const CoroutineBodyStmt *Coroutine = coroutineBody(F))
    return *Coroutine->getBody();
  return *F.getBody();
}

const CallExpr &callOf(llvm::StringRef Callee, const FunctionDecl &F) {
  llvm::SetVector<const CallExpr *> Calls;
  collect(writtenBody(F), Calls);
  const CallExpr *Found = nullptr;
  for (const CallExpr *Call : Calls)
    if (const FunctionDecl *Called = Call->getDirectCallee();
        Called && Called->getIdentifier() && Called->getName() == Callee) {
      if (Found)
        isNoTest("two calls of '" + Callee + "'");
      Found = Call;
    }
  if (!Found)
    isNoTest("no call of '" + Callee + "'");
  return *Found;
}

} // namespace asynctidy
