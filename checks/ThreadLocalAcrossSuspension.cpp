// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "FindingAt.h"
#include "ThreadLocalAcrossSuspensionOptions.h"
#include "flow/ThreadFacts.h"
#include "model/Coroutine.h"
#include "model/Model.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Finds what a coroutine remembers of its thread and relies on after a
/// suspension, when it may be in another thread, or others have run in this.
class ThreadLocalAcrossSuspension : public Check {
public:
  void check(const FunctionDecl &F, Analysis &A,
             std::vector<Finding> &Findings) const override;
};

std::string messageOf(const StaleThreadFact &Fact, const FunctionDecl &F) {
  std::string Name =
      Fact.Variable ? "'" + Fact.Variable->getNameAsString() + "'" : "'errno'";
  std::string Coroutine = coroutineName(F);
  std::string Before = " before " + Coroutine + " was suspended";
  switch (Fact.What) {
  case StaleThreadFact::Reference:
    return Name + " refers to a thread-local variable of the thread that " +
           Coroutine + " was in before it was suspended";
  case StaleThreadFact::Identity:
    return Name + " is the thread that " + Coroutine +
           " was in before it was suspended";
  case StaleThreadFact::Value:
    return "thread-local " + Name + " was set" + Before +
           ": others may have set it since, and this may be another thread";
  case StaleThreadFact::Errno:
    return Name + " was set" + Before + ": what ran since may have set it";
  }
  return {};
}

llvm::StringRef advice(StaleThreadFact::Kind What) {
  switch (What) {
  case StaleThreadFact::Reference:
  case StaleThreadFact::Identity:
    return "instead: ask for it again after the suspension";
  case StaleThreadFact::Value:
    return "instead: keep it in a variable of the coroutine";
  case StaleThreadFact::Errno:
    return "instead: copy it into a variable before the suspension";
  }
  return {};
}

void ThreadLocalAcrossSuspension::check(const FunctionDecl &F, Analysis &A,
                                        std::vector<Finding> &Findings) const {
  for (const StaleThreadFact &Fact : staleThreadFactsOf(F, A.model())) {
    Finding Found;
    Found.Check = ThreadLocalAcrossSuspensionOptions::Name;
    Found.Main = {Fact.UsedAt->getBeginLoc(), Fact.UsedAt->getSourceRange(),
                  messageOf(Fact, F)};
    Found.Path.push_back({Fact.SetAt->getBeginLoc(),
                          Fact.SetAt->getSourceRange(),
                          Fact.What == StaleThreadFact::Errno ||
                                  Fact.What == StaleThreadFact::Value
                              ? "set here"
                              : "taken here"});
    Found.Path.push_back(suspensionStep(*Fact.Suspension));
    addNote(Found, advice(Fact.What));
    Findings.push_back(std::move(Found));
  }
}

} // namespace

std::unique_ptr<Check>
makeThreadLocalAcrossSuspension(const ThreadLocalAcrossSuspensionOptions &) {
  return std::make_unique<ThreadLocalAcrossSuspension>();
}

} // namespace asynctidy
