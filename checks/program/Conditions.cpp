// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Conditions.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy::program {

/// More make a path that nobody would believe.
static constexpr size_t MostConditions = 8;

bool addCondition(Conditions &To, const ParameterTest &Test) {
  if (llvm::is_contained(To, Test))
    return true;
  To.push_back(Test);
  return To.size() <= MostConditions;
}

bool includes(llvm::ArrayRef<ParameterTest> All,
              llvm::ArrayRef<ParameterTest> Some) {
  return llvm::all_of(Some, [&](const ParameterTest &Test) {
    return llvm::is_contained(All, Test);
  });
}

static bool holds(const ParameterTest &Test, int64_t Value) {
  switch (Test.Op) {
  case ParameterTest::Equal:
    return Value == Test.Value;
  case ParameterTest::NotEqual:
    return Value != Test.Value;
  case ParameterTest::Less:
    return Value < Test.Value;
  case ParameterTest::LessEqual:
    return Value <= Test.Value;
  case ParameterTest::Greater:
    return Value > Test.Value;
  case ParameterTest::GreaterEqual:
    return Value >= Test.Value;
  case ParameterTest::HasBits:
    return (Value & Test.Value) == Test.Value;
  }
  return false;
}

/// Whether \p Test is proven of a pointer that is not null.
static bool holdsOfPointer(const ParameterTest &Test) {
  return Test.Op == ParameterTest::NotEqual && Test.Value == 0;
}

std::optional<Conditions> atCaller(llvm::ArrayRef<ParameterTest> Tests,
                                   llvm::ArrayRef<Argument> Arguments) {
  Conditions Result;
  for (const ParameterTest &Test : Tests) {
    const auto *Given = llvm::find_if(Arguments, [&](const Argument &A) {
      return A.Index == Test.Parameter;
    });
    if (Given == Arguments.end())
      continue;
    bool Proven = false;
    switch (Given->What) {
    case Argument::Constant:
      Proven = holds(Test, static_cast<int64_t>(Given->Value));
      break;
    case Argument::NotNull:
    case Argument::Callable:
      Proven = holdsOfPointer(Test);
      break;
    case Argument::Parameter: {
      ParameterTest Own = Test;
      Own.Parameter = static_cast<uint32_t>(Given->Value);
      Proven = !addCondition(Result, Own);
      break;
    }
    }
    if (Proven)
      return std::nullopt;
  }
  return Result;
}

} // namespace asynctidy::program
