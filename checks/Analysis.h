// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The one entrance of the front ends: everything known about one AST, built
// once and shared by all checks that look at it.
#pragma once

#include "Check.h"
#include "Finding.h"
#include "Settings.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include <memory>
#include <vector>

namespace clang {
class ASTContext;
class Decl;
class FunctionDecl;
class Preprocessor;
} // namespace clang

namespace asynctidy {

class AsyncContexts;
class Awaiters;
class ErrorEscape;
class KeptArguments;
struct BorrowedTask;
struct CaughtSignal;
struct Recording;
struct SwallowedCode;
class Model;
class StopArrivals;
class Summaries;
class TaskLives;

/// Made after parsing; valid as long as the AST and the preprocessor are.
/// Not thread-safe: one AST is analysed by one thread.
class Analysis {
public:
  Analysis(clang::ASTContext &AST, const clang::Preprocessor &PP,
           const Settings &S);
  ~Analysis();

  Model &model() { return *TheModel; }
  Summaries &summaries() { return *TheSummaries; }
  const AsyncContexts &contexts();
  ErrorEscape &errors();

  /// What becomes of the work that \p F makes.
  const TaskLives &taskLives(const clang::FunctionDecl &F);

  /// The tasks that \p F makes and that outlive what they refer to.
  llvm::ArrayRef<BorrowedTask> borrowedTasks(const clang::FunctionDecl &F);

  /// The handlers of the coroutine \p F that take being cancelled for an error.
  llvm::ArrayRef<CaughtSignal> caughtSignals(const clang::FunctionDecl &F);
  /// The awaits of \p F that tell of being cancelled by a value, unheard.
  llvm::ArrayRef<SwallowedCode> swallowedCodes(const clang::FunctionDecl &F);
  StopArrivals &stops();
  const Awaiters &awaiters();

  /// What this file contributes to the whole program.
  const Recording &recording();
  /// As recording(), to be kept.
  Recording takeRecording();

  /// Runs \p C on every function of the AST's traversal scope. Findings
  /// are in the order of the text, one per place. A check of the linked program
  /// is shown this file and the index of the settings.
  std::vector<Finding> run(const Check &C);

private:
  void runOnFunctions(const Check &C, std::vector<Finding> &Findings);
  void runOnProgram(const Check &C, std::vector<Finding> &Findings);

  std::shared_ptr<const program::Index> Index;
  std::unique_ptr<Recording> TheRecording;
  std::unique_ptr<Model> TheModel;
  std::unique_ptr<Summaries> TheSummaries;
  // Made when first asked for.
  std::unique_ptr<AsyncContexts> TheContexts;
  std::unique_ptr<ErrorEscape> Errors;
  std::unique_ptr<KeptArguments> Arguments;
  llvm::DenseMap<const clang::FunctionDecl *, std::vector<BorrowedTask>>
      Borrowed;
  std::unique_ptr<StopArrivals> Stops;
  std::unique_ptr<Awaiters> TheAwaiters;
  llvm::DenseMap<const clang::FunctionDecl *, std::vector<CaughtSignal>> Caught;
  llvm::DenseMap<const clang::FunctionDecl *, std::vector<SwallowedCode>>
      Swallowed;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<TaskLives>> Lives;
};

/// Whether a parser may skip \p D's body: it is not the project's, so that no
/// front end takes it as evidence (see Project).
bool maySkipBody(const clang::Decl &D, const Project &P);

} // namespace asynctidy
