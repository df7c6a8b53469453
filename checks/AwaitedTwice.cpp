// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "AwaitedTwiceOptions.h"
#include "LossMessages.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Finds tasks that are awaited although they have been awaited before, or
/// moved away, on some path: there is nothing left to run.
class AwaitedTwice : public Check {
public:
  void check(const FunctionDecl &F, Analysis &A,
             std::vector<Finding> &Findings) const override {
    for (const Loss &L : A.taskLives(F).losses()) {
      bool Again = L.What == Loss::AwaitedAgain;
      if (!Again && L.What != Loss::AwaitedGone)
        continue;
      std::string Name = "'" + nameOf(L.KeptIn) + "'";
      Findings.push_back(findingOf(
          L, AwaitedTwiceOptions::Name,
          Again ? Name + " is awaited again: a task can be awaited only once"
                : Name + " is awaited after it was moved away: there is "
                         "nothing left to await"));
    }
  }
};

} // namespace

std::unique_ptr<Check> makeAwaitedTwice(const AwaitedTwiceOptions &) {
  return std::make_unique<AwaitedTwice>();
}

} // namespace asynctidy
