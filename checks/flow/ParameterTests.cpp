// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ParameterTests.h"
#include "Branches.h"
#include "llvm/ADT/STLExtras.h"
#include <limits>

using namespace clang;

namespace asynctidy {

using program::ParameterTest;

/// How many are told of a statement.
static constexpr size_t MaxTests = 4;
/// How many are carried along, so that functions made by machines take no time.
static constexpr size_t MaxKnown = 16;

/// The values that a test is true of, where they have no gap.
static std::optional<std::pair<int64_t, int64_t>>
rangeOf(const ParameterTest &T) {
  constexpr int64_t Min = std::numeric_limits<int64_t>::min();
  constexpr int64_t Max = std::numeric_limits<int64_t>::max();
  switch (T.Op) {
  case ParameterTest::Equal:
    return std::pair(T.Value, T.Value);
  case ParameterTest::LessEqual:
    return std::pair(Min, T.Value);
  case ParameterTest::GreaterEqual:
    return std::pair(T.Value, Max);
  case ParameterTest::Less:
    if (T.Value != Min)
      return std::pair(Min, T.Value - 1);
    return std::nullopt;
  case ParameterTest::Greater:
    if (T.Value != Max)
      return std::pair(T.Value + 1, Max);
    return std::nullopt;
  case ParameterTest::NotEqual:
  case ParameterTest::HasBits:
    return std::nullopt;
  }
  return std::nullopt;
}

static bool hasBits(int64_t Value, int64_t Bits) {
  return (Value & Bits) == Bits;
}

/// Whether \p B is true of every value that \p A is true of.
static bool implies(const ParameterTest &A, const ParameterTest &B) {
  if (A.Parameter != B.Parameter)
    return false;
  if (A == B)
    return true;
  if (A.Op == ParameterTest::HasBits)
    return B.Op == ParameterTest::HasBits    ? hasBits(A.Value, B.Value)
           : B.Op == ParameterTest::NotEqual ? !hasBits(B.Value, A.Value)
                                             : false;
  auto From = rangeOf(A);
  if (!From)
    return false;
  if (B.Op == ParameterTest::NotEqual)
    return B.Value < From->first || From->second < B.Value;
  if (B.Op == ParameterTest::HasBits)
    return A.Op == ParameterTest::Equal && hasBits(A.Value, B.Value);
  auto To = rangeOf(B);
  return To && To->first <= From->first && From->second <= To->second;
}

/// Adds \p New to what is known already, of which it may be a part.
static void add(const ParameterTest &New, ParameterConditions::Tests &Known) {
  if (llvm::any_of(Known, [&](const auto &Old) { return implies(New, Old); }))
    return;
  llvm::erase_if(Known, [&](const auto &Old) { return implies(Old, New); });
  if (Known.size() == MaxKnown)
    Known.erase(Known.begin());
  Known.push_back(New);
}

/// Ways meet: `t > 9` here and `t > 0` there rule out that t is 0. What is
/// ruled out only ever gets less, so that the states stop changing.
bool ParameterTests::join(State &Into, const State &From) {
  State Both;
  auto KeepIfIn = [&](const State &Of, const State &Other) {
    for (const ParameterTest &T : Of)
      if (llvm::any_of(Other, [&](const auto &O) { return implies(T, O); }))
        add(T, Both);
  };
  KeepIfIn(Into, From);
  KeepIfIn(From, Into);
  bool IsSame =
      Both.size() == Into.size() && llvm::all_of(Both, [&](const auto &T) {
        return llvm::is_contained(Into, T);
      });
  if (!IsSame)
    Into = std::move(Both);
  return !IsSame;
}

/// What the way from the branch \p From to its successor \p Index tells.
bool ParameterTests::branch(const CFGBlock &From, unsigned Index,
                            State &Now) const {
  State Found;
  if (const auto *Switch =
          llvm::dyn_cast_or_null<SwitchStmt>(From.getTerminatorStmt())) {
    if (!In.passedOn(Switch->getCond()))
      return true;
    const CFGBlock *To = *(From.succ_begin() + Index);
    const CaseStmt *Label = To ? labelIn(*Switch, *To) : nullptr;
    // The last way is the one where no label fits.
    if (Label || Index + 1 == From.succ_size())
      Found = Conditions.against(*Switch, Label);
  } else if (const Expr *Condition = branchCondition(From)) {
    Found = Conditions.against(Condition, Index == 0);
  }
  for (const ParameterTest &T : Found)
    add(T, Now);
  return true;
}

ParameterTests::ParameterTests(const FunctionDecl &F, Model &M)
    : In(&F), Conditions(In, M.ast()) {
  std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F, M.ast());
  if (!Graph)
    return;
  Forward<ParameterTests> Flow(*Graph, *this);
  if (Flow.run())
    Flow.forEachStep([&](const Stmt &Step, const State &Now) {
      auto [Known, IsNew] = Before.try_emplace(&Step, Now);
      if (!IsNew) // in two blocks
        join(Known->second, Now);
    });
}

std::vector<ParameterTest> ParameterTests::excluding(const Stmt *S) const {
  auto Known = Before.find(S);
  if (Known == Before.end())
    return {};
  llvm::ArrayRef<ParameterTest> Last = Known->second;
  return Last.take_back(MaxTests).vec();
}

bool ParameterTests::mayHelp(const FunctionDecl &F) {
  return llvm::any_of(F.parameters(), [&](const ParmVarDecl *P) {
    return ParameterConditions::isAbout(P->getType(), F.getASTContext());
  });
}

} // namespace asynctidy
