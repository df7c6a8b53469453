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

namespace asynctidy::program {
class Facts;
} // namespace asynctidy::program

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
class LinkedPlaces;
struct BorrowedTask;
struct CaughtSignal;
struct Recording;
struct SwallowedCode;
class Model;
class StopArrivals;
class Summaries;
class Symbols;
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
  /// are in the order of the text, one per place. What a check has to know of
  /// other files is looked up in this file and the index of the settings.
  std::vector<Finding> run(const Check &C);

  /// As run, for who links later: assumptions are left in the findings. Of
  /// those at one place, the first that stands is the one that run gives; the
  /// last one may have no assumptions.
  std::vector<Finding> runOpen(const Check &C);
  /// What \p F takes for granted, by the names of the program.
  std::vector<program::Need> needsOf(const Finding &F);

private:
  std::vector<Finding> allFindings(const Check &C);
  bool stands(Finding &F);
  Symbols &symbols();
  const program::Linked &program();
  const LinkedPlaces &places();
  void runOnFunctions(const Check &C, std::vector<Finding> &Findings);
  void runOnProgram(const Check &C, std::vector<Finding> &Findings);

  std::shared_ptr<const program::Index> Index;
  std::unique_ptr<Recording> TheRecording;
  std::unique_ptr<program::Linked> TheProgram; ///< refers to the recording
  std::unique_ptr<program::Facts> TheFacts;
  std::unique_ptr<LinkedPlaces> Places;
  std::unique_ptr<Model> TheModel;
  std::unique_ptr<Summaries> TheSummaries;
  // Made when first asked for.
  std::unique_ptr<Symbols> TheSymbols;
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
